using System.Collections.Concurrent;
using GridBot.Core.Issues;
using GridBot.Handlers.Issues;
using GridBot.Storage.Issues;
using GridBot.Storage.Timers;

namespace GridBot.Handlers.Escalation;

/// <summary>
/// What a commit leaves to be rung: timers to set, destinations with something to send. Both are only hints;
/// the reconciler and the outbox sweeper find in SQL whatever was lost here.
/// </summary>
public sealed class Bell(RedisTimers timers)
{
    public const int Emergency = 0;
    private const int Usual = 2;

    private readonly ConcurrentQueue<TimerChange> _timers = new();
    private readonly ConcurrentQueue<(string Destination, int Priority)> _destinations = new();
    private bool _isBurst;

    /// <summary>More timers are due than one claim takes: groups are called first, and cards wait for a moment.</summary>
    public bool IsBurst
    {
        get => Volatile.Read(ref _isBurst);
        set => Volatile.Write(ref _isBurst, value);
    }

    /// <summary>Completes a wait for something to do; the loops of the workers use it.</summary>
    public SemaphoreSlim TimersWaiting { get; } = new(0);

    public SemaphoreSlim DestinationsWaiting { get; } = new(0);

    public void Ring(CommitOutcome outcome, IReadOnlyList<Step> steps)
    {
        if (outcome is not CommitOutcome.Done done)
        {
            return;
        }

        foreach (var step in steps)
        {
            Schedule(step.After.Id, step.After.NextDueAt);
        }

        Send(done.Destinations, steps.Any(s => s.After.Urgency == Urgency.Emergency) ? Emergency : Usual);
    }

    public void Schedule(long issueId, DateTimeOffset? dueAt)
    {
        _timers.Enqueue(new TimerChange(issueId, dueAt));
        Wake(TimersWaiting);
    }

    public void Send(IEnumerable<string> destinations, int priority = Usual)
    {
        foreach (var destination in destinations)
        {
            _destinations.Enqueue((destination, priority));
        }

        Wake(DestinationsWaiting);
    }

    /// <summary>Sets the timers that wait to be set. Returns how many; without Redis they are left to the reconciler.</summary>
    public async Task<int> SetTimersAsync(CancellationToken cancellationToken)
    {
        var batch = new List<TimerChange>();
        while (batch.Count < 1000 && _timers.TryDequeue(out var change))
        {
            batch.Add(change);
        }

        if (batch.Count > 0)
        {
            await timers.ScheduleAsync(batch, cancellationToken);
        }

        return batch.Count;
    }

    /// <summary>Takes the destinations that were hinted at, each once, with how pressing they are.</summary>
    public IReadOnlyDictionary<string, int> TakeDestinations()
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        while (_destinations.TryDequeue(out var hint))
        {
            taken[hint.Destination] = Math.Min(hint.Priority, taken.GetValueOrDefault(hint.Destination, Usual));
        }

        return taken;
    }

    private static void Wake(SemaphoreSlim waiting)
    {
        if (waiting.CurrentCount == 0)
        {
            waiting.Release();
        }
    }
}
