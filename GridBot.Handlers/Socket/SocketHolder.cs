using GridBot.Handlers.Escalation;
using GridBot.Handlers.Sending;
using GridBot.Storage;
using GridBot.Storage.Messages;
using GridBot.WeCom;
using GridBot.WeCom.Socket;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Socket;

/// <summary>
/// Holds the robot's long connection, on one host of ours at a time: WeCom allows one per robot, and whoever subscribes pushes
/// out who was there. The others stand by. When a stranger pushes us out, all of us step back for a while.
/// </summary>
public sealed class SocketHolder(
    BotSocket socket, SocketLine line, SocketDoor door, RobotLines lines, Courier courier, HostClock clock, IOptions<WeComOptions> weCom,
    IOptions<StorageOptions> storage, TimeProvider time, ILogger<SocketHolder> logger) : BackgroundService
{
    /// <summary>After this the next host takes over from one that died.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(15);

    /// <summary>Long enough for somebody to see who the other one is.</summary>
    public static readonly TimeSpan StepBackFor = TimeSpan.FromMinutes(10);

    /// <summary>Wrong credentials stay wrong until somebody mends them.</summary>
    public static readonly TimeSpan RefusedFor = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>A connection that has lasted so long was a good one: the next pause is short again.</summary>
    private static readonly TimeSpan Steady = TimeSpan.FromMinutes(1);

    private DateTimeOffset _since;
    private DateTimeOffset _renewAt;
    private int _failures;

    /// <summary>At the start, with an embedded Redis, which locks the store for one host: what the row says is of a host that is gone.</summary>
    private bool _startsAlone = storage.Value.Redis.Connection == StorageOptions.EmbeddedRedis;

    private string BotId => weCom.Value.Bot.BotId;

    /// <summary>Keeps, takes or gives up the connection, as it has to be now. Returns 1 when something changed.</summary>
    public async Task<int> HoldAsync(CancellationToken cancellationToken)
    {
        if (!weCom.Value.Bot.UsesSocket)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        if (line.Session is { } session)
        {
            return session.Ended.IsCompleted
                ? await LoseAsync(session, await session.Ended, now, cancellationToken)
                : await KeepAsync(session, now, cancellationToken);
        }

        if (line.NextTryAt > now || !clock.MayAct)
        {
            return 0;
        }

        if (_startsAlone)
        {
            await lines.ClearAsync(BotId, cancellationToken);
            _startsAlone = false;
        }

        if (!await lines.TakeAsync(BotId, courier.Host, now, now + HeldFor, cancellationToken))
        {
            line.Close(SocketStanding.StandingBy, null);
            return 0;
        }

        await OpenAsync(now, cancellationToken);
        return 1;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (line.Session is { } session)
        {
            line.Close(SocketStanding.StandingBy, null);
            await session.DisposeAsync();
            await lines.ReleaseAsync(BotId, courier.Host, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Without the database a connection that stands goes on, and nobody else can take it.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(LookEvery, time, HoldAsync, logger, nameof(SocketHolder), stoppingToken, atOnce: true);

    private async Task<int> KeepAsync(BotSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now < _renewAt)
        {
            return 0;
        }

        if (await lines.TakeAsync(BotId, courier.Host, now, now + HeldFor, cancellationToken))
        {
            _renewAt = now + RenewEvery;
            return 0;
        }

        // This host was away for longer than it may be, and another one has taken over.
        line.Close(SocketStanding.StandingBy, null);
        await session.DisposeAsync();
        return 1;
    }

    private async Task<int> LoseAsync(BotSession session, SessionEnd end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.DisposeAsync();
        _failures = now - _since >= Steady ? 0 : _failures;
        if (end != SessionEnd.PushedOut)
        {
            var pause = Pause();
            logger.SocketLost(pause);
            line.Close(SocketStanding.Unreachable, now + pause);
            return 1;
        }

        // Holding on to the right keeps our other hosts from fighting; if one of them has it, it was them, and all is well.
        var until = now + StepBackFor;
        if (await lines.TakeAsync(BotId, courier.Host, now, until, cancellationToken))
        {
            logger.SocketPushedOut(until);
            line.Close(SocketStanding.PushedOut, until);
        }
        else
        {
            line.Close(SocketStanding.StandingBy, null);
        }

        return 1;
    }

    private async Task OpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (await socket.OpenAsync(door.HearAsync, cancellationToken))
        {
            case SocketOpening.Opened opened:
                (_since, _renewAt) = (now, now + RenewEvery);
                line.Open(opened.Session);
                logger.SocketOpened();
                break;
            case SocketOpening.Refused refused:
                var until = now + RefusedFor;
                await lines.TakeAsync(BotId, courier.Host, now, until, cancellationToken);
                logger.SocketRefused(refused.Code, until);
                line.Close(SocketStanding.Refused, until, refused.Code);
                break;
            case SocketOpening.NotNow notNow:
                var pause = Pause();
                logger.SocketNotNow(notNow.Code, pause);
                line.Close(SocketStanding.Unreachable, now + pause, notNow.Code);
                break;
        }
    }

    /// <summary>1 s, 2 s, 4 s … 30 s.</summary>
    private TimeSpan Pause()
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(_failures++, 5));
        return pause < LongestPause ? pause : LongestPause;
    }
}
