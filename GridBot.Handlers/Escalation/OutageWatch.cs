using GridBot.Storage.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>
/// Signs in the database that the service lives. Whoever starts and finds the last sign older than a minute knows
/// since when nobody rang, and words what is late accordingly.
/// </summary>
public sealed class OutageWatch(Heartbeat heartbeat, Outage outage, TimeProvider time, ILogger<OutageWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public async Task BeatAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await heartbeat.BeatAsync(now, cancellationToken) is { } last && now - last > Outage.Noticeable)
        {
            outage.Note(last, now);
            logger.WasAway(last, now);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Every, time, BeatAsync, logger, nameof(OutageWatch), stoppingToken);
}
