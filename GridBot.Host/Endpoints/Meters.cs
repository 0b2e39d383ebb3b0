using GridBot.Handlers.Receiving;
using GridBot.Handlers.Socket;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;
using Prometheus;

namespace GridBot.Host.Endpoints;

/// <summary>What /metrics shows besides the framework's own figures. Read when it is asked for; nobody counts on the hot path.</summary>
internal sealed class Meters
{
    public Meters(Outbox outbox, RedisTimers timers, RedisGate redis, Reception reception, SocketLine line)
    {
        Registry = Metrics.NewCustomRegistry();
        var metrics = Metrics.WithCustomRegistry(Registry);
        var rows = metrics.CreateGauge("gridbot_outbox_rows", "Rows of the outbox by state.", "state");
        var waiting = metrics.CreateGauge("gridbot_timers_waiting", "Timers set in Redis.");
        var available = metrics.CreateGauge("gridbot_redis_available", "1 while Redis answers.");
        var inFlight = metrics.CreateGauge("gridbot_callbacks_in_flight", "Callbacks being decided right now.");
        var connected = metrics.CreateGauge("gridbot_socket_connected", "1 while this host holds the robot's long connection.");
        var standing = metrics.CreateGauge("gridbot_socket_standing", "1 for how this host stands to the robot's long connection.", "standing");
        Registry.AddBeforeCollectCallback(async cancellationToken =>
        {
            foreach (var (state, count) in await outbox.CountsAsync(cancellationToken))
            {
                rows.WithLabels(state).Set(count);
            }

            waiting.Set((await timers.CountAsync(cancellationToken)).Value);
            available.Set(redis.IsAvailable ? 1 : 0);
            inFlight.Set(reception.InFlight);
            connected.Set(line.IsOpen ? 1 : 0);
            foreach (var each in Enum.GetValues<SocketStanding>())
            {
                standing.WithLabels(each.ToString()).Set(line.Standing == each ? 1 : 0);
            }
        });
        Requests = metrics.CreateHistogram(
            "gridbot_callback_seconds", "How long callbacks took, by door.",
            new HistogramConfiguration { LabelNames = ["door"], Buckets = Histogram.ExponentialBuckets(0.001, 2, 12) });
    }

    public CollectorRegistry Registry { get; }

    public Histogram Requests { get; }
}

internal static class MeterEndpoints
{
    public static void MapMeters(this WebApplication app) =>
        app.MapMetrics("/metrics", app.Services.GetRequiredService<Meters>().Registry);
}
