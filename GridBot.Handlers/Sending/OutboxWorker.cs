using GridBot.Handlers.Escalation;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Sending;

/// <summary>The one way out: works off destinations, the most pressing first, each by one host at a time.</summary>
public sealed class OutboxWorker(
    Outbox outbox, Courier courier, Bell bell, Leases leases, Routes routes, HostClock clock, TimeProvider time, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private const int MostDestinations = 2000;
    private const int AtOnce = 32;
    private static readonly TimeSpan LeasedFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(2);

    private DateTimeOffset _sweptAt = DateTimeOffset.MinValue;

    /// <summary>Everything that can go now, from SQL. Returns how many calls went out.</summary>
    public async Task<int> SendReadyAsync(CancellationToken cancellationToken)
    {
        bell.TakeDestinations();
        if (!clock.MayAct)
        {
            return 0;
        }

        var now = time.GetUtcNow();
        await outbox.ExpireAsync(now, cancellationToken);
        var repeated = 0;
        foreach (var unfinished in await outbox.UnfinishedAsync(now, MostDestinations, cancellationToken))
        {
            await courier.RepeatAsync(unfinished, cancellationToken);
            repeated++;
        }

        var ready = await outbox.ReadyDestinationsAsync(now, MostDestinations, cancellationToken);
        return repeated + await WorkOffAsync([.. ready.Select(r => r.Destination)], cancellationToken);
    }

    /// <summary>When a resting destination may be tried again, or a waiting saying becomes due.</summary>
    public async Task<DateTimeOffset?> NextDueAtAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var saying = await outbox.NextDueAtAsync(now, cancellationToken);
        var route = routes.NextWakeAfter(now);
        return saying is null || route < saying ? route : saying;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await bell.DestinationsWaiting.WaitAsync(SweepEvery, stoppingToken);
                var now = time.GetUtcNow();
                if (now - _sweptAt >= SweepEvery || routes.NextWakeAfter(_sweptAt) <= now)
                {
                    _sweptAt = now;
                    await SendReadyAsync(stoppingToken);
                }
                else if (clock.MayAct)
                {
                    await WorkOffAsync(bell.TakeDestinations(), stoppingToken);
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(nameof(OutboxWorker), error);
            }
        }
    }

    /// <summary>Groups before persons: a mention in a group is what makes people look.</summary>
    private async Task<int> WorkOffAsync(IReadOnlyCollection<string> destinations, CancellationToken cancellationToken)
    {
        var calls = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        foreach (var kind in destinations.GroupBy(d => d.StartsWith("push:", StringComparison.Ordinal)).OrderByDescending(g => g.Key))
        {
            await Parallel.ForEachAsync(kind, limits, async (destination, token) =>
                Interlocked.Add(ref calls, await LeasedAsync(destination, token)));
        }

        return calls;
    }

    private async Task<int> LeasedAsync(string destination, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (routes.Rests(destination, now) || !await leases.AcquireAsync(destination, courier.Host, now, LeasedFor, cancellationToken))
        {
            return 0;
        }

        try
        {
            return await courier.WorkOffAsync(destination, cancellationToken);
        }
        finally
        {
            await leases.ReleaseAsync(destination, courier.Host, CancellationToken.None);
        }
    }
}
