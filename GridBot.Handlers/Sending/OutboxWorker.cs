using GridBot.Handlers.Escalation;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Sending;

/// <summary>
/// The one way out: works off destinations, the most pressing first, each by one host at a time; those of the long connection by
/// the host that holds it.
/// </summary>
public sealed class OutboxWorker(
    Outbox outbox, Courier courier, Bell bell, Leases leases, Routes routes, Ways ways, HostClock clock, TimeProvider time, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private const int MostDestinations = 2000;
    private const int AtOnce = 32;

    /// <summary>So many of the hands keep free for groups, however many persons wait.</summary>
    private const int OnlyForGroups = 8;

    private static readonly TimeSpan LeasedFor = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

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
        var repeated = await RepeatUnfinishedAsync(now, cancellationToken);
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

    /// <summary>Sweeps and hints bring destinations to the waiting room, whence hands take them: nobody waits for a slow one.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var room = new WaitingRoom();
        var hands = Enumerable.Range(0, AtOnce).Select(hand => Task.Run(() => WorkOffAsync(room, hand < OnlyForGroups, stoppingToken), stoppingToken));
        await Task.WhenAll([BringAsync(room, stoppingToken), .. hands]);
    }

    private async Task BringAsync(WaitingRoom room, CancellationToken stoppingToken)
    {
        var held = new Held(room, bell, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await bell.DestinationsWaiting.WaitAsync(held.IsEmpty ? SweepEvery : Gathering, stoppingToken))
                {
                    // What is decided in the same moment for one group then leaves in one text.
                    await Task.Delay(Gathering, time, stoppingToken);
                }

                var now = time.GetUtcNow();
                if (!clock.MayAct)
                {
                    continue;
                }

                foreach (var (destination, priority) in bell.TakeDestinations())
                {
                    held.Add(destination, priority);
                }

                if (now - _sweptAt >= SweepEvery || routes.NextWakeAfter(_sweptAt) <= now)
                {
                    _sweptAt = now;
                    await RepeatUnfinishedAsync(now, stoppingToken);
                    foreach (var ready in await outbox.ReadyDestinationsAsync(now, MostDestinations, stoppingToken))
                    {
                        held.Add(ready.Destination, ready.Priority);
                    }
                }

                held.Release();
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(nameof(OutboxWorker), error);
            }
        }
    }

    private async Task WorkOffAsync(WaitingRoom room, bool onlyGroups, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var destination = await room.TakeAsync(onlyGroups, stoppingToken);
            try
            {
                await LeasedAsync(destination, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(nameof(OutboxWorker), error);
            }
            finally
            {
                room.Done(destination);
            }
        }
    }

    private async Task<int> RepeatUnfinishedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await outbox.ExpireAsync(now, cancellationToken);
        var repeated = 0;
        foreach (var unfinished in await outbox.UnfinishedAsync(now, MostDestinations, cancellationToken))
        {
            if (!ways.MayLeaveHere(unfinished.Destination))
            {
                continue;
            }

            await courier.RepeatAsync(unfinished, cancellationToken);
            repeated++;
        }

        return repeated;
    }

    /// <summary>Groups before persons: a mention in a group is what makes people look.</summary>
    private async Task<int> WorkOffAsync(IReadOnlyCollection<string> destinations, CancellationToken cancellationToken)
    {
        var calls = 0;
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        foreach (var kind in destinations.GroupBy(WaitingRoom.IsGroup).OrderByDescending(g => g.Key))
        {
            await Parallel.ForEachAsync(kind, limits, async (destination, token) =>
                Interlocked.Add(ref calls, await LeasedAsync(destination, token)));
        }

        return calls;
    }

    private async Task<int> LeasedAsync(string destination, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!ways.MayLeaveHere(destination) || routes.Rests(destination, now) || !await leases.AcquireAsync(destination, courier.Host, now, LeasedFor, cancellationToken))
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
