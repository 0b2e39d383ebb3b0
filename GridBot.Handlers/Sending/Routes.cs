using System.Collections.Concurrent;

namespace GridBot.Handlers.Sending;

/// <summary>Which destinations rest until when, and which are broken. One broken robot doesn't stop the others.</summary>
public sealed class Routes
{
    /// <summary>After this a broken route is tried again: somebody may have put the robot back.</summary>
    public static readonly TimeSpan BrokenFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _restUntil = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, int Code)> _broken = new();

    public bool Rests(string destination, DateTimeOffset now)
    {
        if (!_restUntil.TryGetValue(destination, out var until))
        {
            return false;
        }

        if (until > now)
        {
            return true;
        }

        _restUntil.TryRemove(destination, out _);
        return false;
    }

    public void Rest(string destination, DateTimeOffset until) => _restUntil[destination] = until;

    public bool IsBroken(string destination, DateTimeOffset now) =>
        _broken.TryGetValue(destination, out var broken) && broken.Until > now;

    /// <summary>True when it worked until now: it is worth telling somebody.</summary>
    public bool Break(string destination, DateTimeOffset now, int code)
    {
        var isNew = !_broken.ContainsKey(destination);
        _broken[destination] = (now + BrokenFor, code);
        return isNew;
    }

    public void Mend(string destination) => _broken.TryRemove(destination, out _);

    /// <summary>For health: each broken destination with WeCom's code.</summary>
    public IReadOnlyDictionary<string, int> Broken(DateTimeOffset now) =>
        _broken.Where(b => b.Value.Until > now).ToDictionary(b => b.Key, b => b.Value.Code);

    /// <summary>When the next resting destination may be tried again.</summary>
    public DateTimeOffset? NextWakeAfter(DateTimeOffset now) =>
        _restUntil.Values.Where(u => u > now).Select(u => (DateTimeOffset?)u).Min();
}
