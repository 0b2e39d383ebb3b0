namespace GridBot.Demo.Play;

/// <summary>
/// The town's clock: it can be set forward, and unless it is frozen it also runs with real time. Waiting happens in
/// real time; only what o'clock it is belongs to the town.
/// </summary>
public sealed class DemoClock : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _set;
    private long _setAt;

    public DemoClock(DateTimeOffset start, bool frozen)
    {
        (_set, IsFrozen, _setAt) = (start.ToUniversalTime(), frozen, GetTimestamp());
    }

    public bool IsFrozen { get; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return IsFrozen ? _set : _set + GetElapsedTime(_setAt);
        }
    }

    /// <summary>Moves the clock; it never goes back.</summary>
    public void SetForward(DateTimeOffset instant)
    {
        lock (_lock)
        {
            var now = IsFrozen ? _set : _set + GetElapsedTime(_setAt);
            _set = instant > now ? instant.ToUniversalTime() : now;
            _setAt = GetTimestamp();
        }
    }
}
