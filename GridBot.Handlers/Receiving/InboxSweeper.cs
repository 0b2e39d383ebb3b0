using GridBot.Storage.Messages;
using GridBot.WeCom;
using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Receiving;

/// <summary>Brings kept messages through the door again: those of the inbox that nobody decided, and this host's spool.</summary>
public sealed class InboxSweeper(
    Inbox inbox, Spool spool, Listener listener, LateAnswers late, AppDoor appDoor, BotDoor botDoor, IOptions<WeComOptions> weCom,
    TimeProvider time, ILogger<InboxSweeper> logger) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>So long a message is left to the host that received it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan GivenUpAfter = TimeSpan.FromHours(6);

    /// <summary>Returns how many messages were decided.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var decided = 0;
        var before = time.GetUtcNow() - Grace;
        foreach (var message in (await spool.PeekAsync(MostAtOnce, cancellationToken)).Where(m => m.ReceivedAt <= before))
        {
            if (await TryAgainAsync(message.Id, message.Door, message.Raw, message.ReceivedAt, cancellationToken))
            {
                await spool.RemoveAsync(message.SpoolId, cancellationToken);
                decided++;
            }
        }

        foreach (var message in await inbox.PendingAsync(before, MostAtOnce, cancellationToken))
        {
            if (await TryAgainAsync(message.Id, message.Door, message.Raw, message.ReceivedAt, cancellationToken))
            {
                decided++;
            }
        }

        if (decided > 0)
        {
            logger.SpoolDrained(decided);
        }

        return decided;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Every, time, SweepAsync, logger, nameof(InboxSweeper), stoppingToken);

    /// <summary>One message that can't be decided doesn't hold up the others; after a while it is given up, loudly.</summary>
    private async Task<bool> TryAgainAsync(string id, string door, byte[] plaintext, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        try
        {
            await HearAgainAsync(id, door, plaintext, receivedAt, cancellationToken);
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.MessageFailed(id, error);
            if (time.GetUtcNow() - receivedAt < GivenUpAfter)
            {
                return false;
            }

            logger.MessageGivenUp(id);
            await inbox.GiveUpAsync(id, cancellationToken);
            return true;
        }
    }

    private async Task HearAgainAsync(string id, string door, byte[] plaintext, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        if (await inbox.FindAsync(id, cancellationToken) is { Decided: true })
        {
            // Decided after all while it lay here, and whoever decided it sent the answer.
            return;
        }

        var incoming = door == nameof(Door.App) ? appDoor.Read(plaintext) : botDoor.Read(plaintext);
        if (incoming is null || Translator.Translate(incoming, plaintext, weCom.Value.Bot.Name, receivedAt) is not { } heard)
        {
            logger.UnknownKind(id);
            return;
        }

        if (await inbox.FindAsync(heard.MessageId, cancellationToken) is { Decided: true })
        {
            // It was decided and answered after all; only its copy in the spool was left.
            return;
        }

        var answer = await listener.HearAsync(heard, cancellationToken);
        await late.SendAsync(heard, answer, cancellationToken);
    }
}
