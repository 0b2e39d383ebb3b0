using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>Deletes what has been kept long enough: raw words after thirty days, what was sent after a week.</summary>
public sealed class Housekeeper(
    RawMessages rawMessages, Inbox inbox, Outbox outbox, Cards cards, OpenQuestions questions, Corrections corrections, TimeProvider time, ILogger<Housekeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan RawWordsKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan SentKept = TimeSpan.FromDays(7);

    /// <summary>A card's code works for 72 hours.</summary>
    private static readonly TimeSpan CardsKept = TimeSpan.FromDays(4);

    /// <summary>Two trainings a year find them.</summary>
    private static readonly TimeSpan CorrectionsKept = TimeSpan.FromDays(180);

    /// <summary>Returns how many rows went.</summary>
    public async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await rawMessages.DeleteOlderThanAsync(now - RawWordsKept, cancellationToken)
            + await inbox.DeleteOlderThanAsync(now - RawWordsKept, cancellationToken)
            + await outbox.DeleteOlderThanAsync(now - SentKept, cancellationToken)
            + await cards.DeleteOlderThanAsync(now - CardsKept, cancellationToken)
            + await questions.DeleteOlderThanAsync(now - SentKept, cancellationToken)
            + await corrections.DeleteOlderThanAsync(now - CorrectionsKept, cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Every, time, CleanAsync, logger, nameof(Housekeeper), stoppingToken);
}
