using System.Diagnostics.Metrics;

namespace GridBot.Handlers.Escalation;

/// <summary>How late timers ring: from the due time to the moment when their decision is stored.</summary>
public static class TimerMeter
{
    public const string Name = "GridBot.Timers";
    public const string Lateness = "gridbot.timer.lateness";

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Late = Meter.CreateHistogram<double>(Lateness, "ms", "From a timer's due time to its stored decision.");

    public static void Note(DateTimeOffset dueAt, DateTimeOffset storedAt) => Late.Record((storedAt - dueAt).TotalMilliseconds);
}
