namespace GridBot.Sandbox.Api;

/// <summary>At most so many in any such span, both ends included: the strictest reading of WeCom's limits.</summary>
internal sealed class SlidingWindow(params (int Count, TimeSpan Span)[] limits)
{
    private readonly int most = limits.Max(l => l.Count);
    private readonly Lock gate = new();
    private long[] ring = new long[16];
    private int count;
    private int next;

    public bool TryPass(DateTimeOffset now)
    {
        lock (gate)
        {
            foreach (var (allowed, span) in limits)
            {
                if (count >= allowed && ring[(next - allowed + ring.Length) % ring.Length] >= now.UtcTicks - span.Ticks)
                {
                    return false;
                }
            }

            if (count == ring.Length && count < most)
            {
                Grow();
            }

            ring[next] = now.UtcTicks;
            next = (next + 1) % ring.Length;
            count = Math.Min(count + 1, ring.Length);
            return true;
        }
    }

    private void Grow()
    {
        var bigger = new long[Math.Min(most, ring.Length * 2)];
        for (var i = 0; i < count; i++)
        {
            bigger[i] = ring[(next - count + i + ring.Length) % ring.Length];
        }

        ring = bigger;
        next = count % ring.Length;
    }
}
