using GridBot.Handlers.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>The second door: timers that are due walk the same corridor as messages.</summary>
public sealed class TimerWorker(
    RedisTimers timers, IssueStore issues, IssueDesk desk, Bell bell, RulesInForce inForce, HostClock clock, TimeProvider time, ILogger<TimerWorker> logger)
    : BackgroundService
{
    private const int MostAtOnce = 512;
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Claims what is due and decides it. Returns how many timers were handled.</summary>
    public async Task<int> RingDueAsync(CancellationToken cancellationToken)
    {
        if (!clock.MayAct)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        var claimed = await timers.ClaimDueAsync(now, MostAtOnce, ClaimedFor, cancellationToken);
        bell.IsBurst = claimed.Value?.Count > MostAtOnce / 2;
        if (claimed is not { Available: true, Value: { Count: > 0 } ids })
        {
            return 0;
        }

        var handled = await DecideAsync([.. ids], now, cancellationToken);
        await timers.DoneAsync(handled, cancellationToken);
        return ids.Count;
    }

    /// <summary>Decides these issues; the reconciler brings those whose timers were lost. Returns the ids that are done with.</summary>
    public async Task<IReadOnlyList<long>> DecideAsync(IReadOnlyCollection<long> issueIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = inForce.Current;
        var loaded = await issues.LoadManyAsync(issueIds, cancellationToken);
        var decisions = loaded.Select(async issue => (issue.Id, Done: await DecideOneAsync(issue, rules, now, cancellationToken)));
        var results = await Task.WhenAll(decisions);
        var failed = results.Where(r => !r.Done).Select(r => r.Id).ToHashSet();
        return [.. issueIds.Where(id => !failed.Contains(id))];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var handled = 0;
            try
            {
                handled = await RingDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(nameof(TimerWorker), error);
            }

            if (handled == 0)
            {
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    /// <summary>A stale decision is made again with what is stored now; whoever was quicker set the next timer.</summary>
    private async Task<bool> DecideOneAsync(Core.Issues.Issue issue, Rulebook rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            for (var current = issue; current is not null; current = await issues.LoadAsync(issue.Id, cancellationToken))
            {
                if (current.NextDueAt is not { } due || due > now)
                {
                    return true;
                }

                if (await desk.TimeIsUpAsync(current, rules, now, cancellationToken))
                {
                    TimerMeter.Note(due, time.GetUtcNow());
                    return true;
                }
            }

            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.TimerFailed(issue.Id, error);
            return false;
        }
    }
}
