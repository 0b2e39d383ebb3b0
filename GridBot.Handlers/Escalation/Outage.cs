namespace GridBot.Handlers.Escalation;

/// <summary>When the service was last away, so that what it should have said meanwhile is worded as late.</summary>
public sealed class Outage
{
    /// <summary>A ring this much behind its time is worded as late.</summary>
    public static readonly TimeSpan Noticeable = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private (DateTimeOffset From, DateTimeOffset To)? _last;

    public (DateTimeOffset From, DateTimeOffset To)? Last
    {
        get
        {
            lock (_lock)
            {
                return _last;
            }
        }
    }

    public void Note(DateTimeOffset from, DateTimeOffset to)
    {
        lock (_lock)
        {
            _last = (from, to);
        }
    }

    public bool Covers(DateTimeOffset instant) => Last is { } gap && instant >= gap.From && instant <= gap.To;
}
