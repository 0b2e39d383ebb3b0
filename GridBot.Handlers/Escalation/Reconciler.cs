using GridBot.Storage.Issues;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>
/// Holds the alarm clock against the truth: overdue issues that no timer brought are decided from SQL, and
/// after Redis was emptied all timers are set again.
/// </summary>
public sealed class Reconciler(
    IssueStore issues, RedisTimers timers, RedisGate gate, TimerWorker worker, HostClock clock, TimeProvider time, ILogger<Reconciler> logger) : BackgroundService
{
    private const int MostAtOnce = 1000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    /// <summary>How late an issue may be before it counts as forgotten by Redis rather than as waiting for its turn.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private string? _knownEpoch;

    /// <summary>One look. Returns how many issues were decided or timers set.</summary>
    public async Task<int> ReconcileAsync(CancellationToken cancellationToken)
    {
        await clock.CompareAsync(cancellationToken);
        if (!clock.MayAct)
        {
            return 0;
        }

        var rebuilt = await RebuildIfEmptiedAsync(cancellationToken);
        var now = time.GetUtcNow();
        var grace = gate.IsAvailable ? Grace : TimeSpan.Zero;
        var overdue = await issues.DueAsync(now - grace, MostAtOnce, cancellationToken);
        if (overdue.Count > 0)
        {
            logger.OverdueFound(overdue.Count);
            await worker.DecideAsync([.. overdue.Select(d => d.IssueId)], now, cancellationToken);
        }

        return rebuilt + overdue.Count;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Every, time, ReconcileAsync, logger, nameof(Reconciler), stoppingToken, atOnce: true);

    /// <summary>Redis keeps a mark; when it is not the one we know, everything else is gone, too.</summary>
    private async Task<int> RebuildIfEmptiedAsync(CancellationToken cancellationToken)
    {
        var epoch = await timers.EpochAsync(cancellationToken);
        if (epoch is null || epoch == _knownEpoch)
        {
            return 0;
        }

        var set = 0;
        var after = 0L;
        while (await issues.ScanDueAsync(after, MostAtOnce, cancellationToken) is { Count: > 0 } page)
        {
            await timers.ScheduleAsync([.. page.Select(d => new TimerChange(d.IssueId, d.NextDueAt))], cancellationToken);
            set += page.Count;
            after = page[^1].IssueId;
        }

        logger.TimersRebuilt(set);
        _knownEpoch = epoch;
        return set;
    }
}
