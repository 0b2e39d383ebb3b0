using GridBot.Handlers.Escalation;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.Handlers.Socket;
using GridBot.Sandbox;
using GridBot.Storage.Issues;

namespace GridBot.Demo.Play;

/// <summary>
/// Turns the product's wheels by hand: it calls the same steps that the workers' loops call in the service, until
/// nothing more happens, and walks the clock from one due instant to the next.
/// </summary>
public sealed class Driver(
    DemoClock clock, SandboxWeCom sandbox, Bell bell, TimerWorker timers, Reconciler reconciler, Leavers leavers, OutboxWorker outbox, InboxSweeper inbox,
    SettingsWatcher settings, Outage outage, IssueStore issues, SocketHolder holder, SocketLine line, ILogger<Driver> logger) : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    /// <summary>Where something stays due although nothing moves, the clock goes on by this much.</summary>
    public static readonly TimeSpan Nudge = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _reading = new(1, 1);

    /// <summary>Until no callback is in flight and one pass of every worker's step did nothing.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await DrainTurnAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Walks the clock forward, stopping at every instant at which something is due. Returns the new time.</summary>
    public async Task<DateTimeOffset> AdvanceAsync(TimeSpan span, bool asOutage, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await DrainTurnAsync(cancellationToken);
            var start = clock.GetUtcNow();
            var end = start + span;
            if (asOutage)
            {
                outage.Note(start, end);
            }

            while (!asOutage && await NextDueAtAsync(cancellationToken) is { } next && next <= end)
            {
                var now = clock.GetUtcNow();
                clock.SetForward(next > now ? next : Earlier(now + Nudge, end));
                await DrainTurnAsync(cancellationToken);
                if (clock.GetUtcNow() >= end)
                {
                    break;
                }
            }

            clock.SetForward(end);
            await DrainTurnAsync(cancellationToken);
            return clock.GetUtcNow();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Puts changed settings files in force now.</summary>
    public async Task TakeInSettingsAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            await settings.RefreshAsync(clock.GetUtcNow(), cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>The next instant at which something happens by itself: an issue, a saying, a rate window, another try to connect.</summary>
    public async Task<DateTimeOffset?> NextDueAtAsync(CancellationToken cancellationToken)
    {
        var issue = await issues.NextDueAtAsync(cancellationToken);
        var saying = await outbox.NextDueAtAsync(clock.GetUtcNow(), cancellationToken);
        return new[] { issue, saying, line.NextTryAt }.Min();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TakeInSettingsAsync(stoppingToken);
                if (!clock.IsFrozen)
                {
                    await DrainAsync(stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.PassFailed(error);
            }

            await Task.Delay(Breath, TimeProvider.System, stoppingToken);
        }
    }

    private async Task DrainTurnAsync(CancellationToken cancellationToken)
    {
        int done;
        do
        {
            await sandbox.DrainedAsync();
            done = await holder.HoldAsync(cancellationToken);
            done += await bell.SetTimersAsync(cancellationToken);
            done += await timers.RingDueAsync(cancellationToken);
            done += await reconciler.ReconcileAsync(cancellationToken);
            done += await leavers.LookAsync(cancellationToken);
            done += await inbox.SweepAsync(cancellationToken);
            done += await outbox.SendReadyAsync(cancellationToken);
        }
        while (done > 0);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
