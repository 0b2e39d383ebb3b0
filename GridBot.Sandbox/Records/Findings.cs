using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace GridBot.Sandbox.Records;

/// <summary>What the bot did that WeCom would refuse, swallow or cut; and how often it called what.</summary>
public sealed class Findings
{
    private const int Keep = 1_000;
    private readonly ConcurrentQueue<string> violations = new();
    private readonly ConcurrentQueue<string> advice = new();
    private readonly ConcurrentDictionary<string, StrongBox<long>> calls = new(StringComparer.Ordinal);
    private long dropped;
    private long truncated;
    private long undelivered;

    internal Findings()
    {
    }

    /// <summary>Breaches of the protocol; WeCom would drop the reply without a word.</summary>
    public IReadOnlyList<string> Violations => [.. violations];

    /// <summary>Texts longer than WeCom advises: shown, but cut on a small screen.</summary>
    public IReadOnlyList<string> Advice => [.. advice];

    /// <summary>App messages that a member's limit (30 a minute, 1000 an hour) swallowed without an error.</summary>
    public long Dropped => Interlocked.Read(ref dropped);

    /// <summary>App texts cut at 2048 bytes.</summary>
    public long Truncated => Interlocked.Read(ref truncated);

    /// <summary>Callbacks that found no open door: refused, too slow, or not 200.</summary>
    public long Undelivered => Interlocked.Read(ref undelivered);

    public long Calls(string api) => calls.TryGetValue(api, out var count) ? Interlocked.Read(ref count.Value) : 0;

    public IReadOnlyDictionary<string, long> AllCalls =>
        calls.OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => Interlocked.Read(ref c.Value.Value));

    internal StrongBox<long> Counter(string api) => calls.GetOrAdd(api, static _ => new StrongBox<long>());

    internal void Violation(string text) => Note(violations, text);

    internal void Advise(string text) => Note(advice, text);

    internal void Drop() => Interlocked.Increment(ref dropped);

    internal void Truncate() => Interlocked.Increment(ref truncated);

    internal void NotDelivered() => Interlocked.Increment(ref undelivered);

    private static void Note(ConcurrentQueue<string> list, string text)
    {
        if (list.Count < Keep)
        {
            list.Enqueue(text);
        }
    }
}
