using GridBot.Handlers.Escalation;

namespace GridBot.Handlers.Sending;

/// <summary>
/// Cards to persons stand back until the groups are called: for a moment as a rule, longer in a burst of timers. Emergencies
/// don't, and one slow push robot holds up nobody for long.
/// </summary>
internal sealed class Held(WaitingRoom room, Bell bell, TimeProvider time)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestInBurst = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, int> _held = new(StringComparer.Ordinal);
    private DateTimeOffset _since;

    public bool IsEmpty => _held.Count == 0;

    public void Add(string destination, int priority)
    {
        if (priority == Bell.Emergency || WaitingRoom.IsGroup(destination))
        {
            room.Add(destination, priority);
            return;
        }

        _since = IsEmpty ? time.GetUtcNow() : _since;
        _held[destination] = Math.Min(priority, _held.GetValueOrDefault(destination, priority));
    }

    /// <summary>Lets them go once the groups are called, or that has lasted too long.</summary>
    public void Release()
    {
        var waited = time.GetUtcNow() - _since;
        if (IsEmpty || (bell.IsBurst && waited < LongestInBurst) || (room.HasGroups && waited < Moment))
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
