using GridBot.Handlers.Escalation;

namespace GridBot.Handlers.Sending;

/// <summary>In a burst of timers cards to persons stand back for a moment, so that all groups are called first; emergencies don't.</summary>
internal sealed class Held(WaitingRoom room, Bell bell, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);
    private DateTimeOffset _since;

    public bool IsEmpty => _held.Count == 0;

    public void Add(string destination, int priority)
    {
        if (!bell.IsBurst || priority == Bell.Emergency || WaitingRoom.IsGroup(destination))
        {
            room.Add(destination, priority);
            return;
        }

        _since = IsEmpty ? time.GetUtcNow() : _since;
        _held[destination] = Math.Min(priority, _held.GetValueOrDefault(destination, priority));
    }

    /// <summary>Lets them go once the burst is over, or has lasted too long.</summary>
    public void Release()
    {
        if (IsEmpty || (bell.IsBurst && time.GetUtcNow() - _since < Longest))
        {
            return;
        }

        foreach (var (destination, priority) in _held)
        {
            room.Add(destination, priority);
        }

        _held.Clear();
    }
}
