using System.Collections.Concurrent;
using StackExchange.Redis;

namespace GridBot.Storage.Timers;

/// <summary>
/// At most so many in any span of time, over all hosts: sliding windows in Redis. While Redis is away this host counts by
/// itself; it also counts what Redis granted it, so that a change between the two grants nothing twice.
/// </summary>
public sealed class RateWindows(RedisGate gate)
{
    /// <summary>Only sweeps up what nobody asks for any more; the town's clock may run slower than Redis'.</summary>
    private static readonly TimeSpan SweptAfter = TimeSpan.FromDays(1);

    private const string Take =
        """
        local now, limit, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
        if redis.call('ZCARD', KEYS[1]) < limit then
            redis.call('ZADD', KEYS[1], now, ARGV[4])
            redis.call('PEXPIRE', KEYS[1], ARGV[5])
            return 0
        end
        local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')
        return tonumber(oldest[2]) + window - now
        """;

    private readonly ConcurrentDictionary<string, LocalWindow> _local = new();

    /// <summary>Zero: granted and counted. Else: not granted, ask again after this time.</summary>
    public async Task<TimeSpan> TakeAsync(
        string key, int limit, TimeSpan window, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        RedisKey[] keys = [$"{gate.KeyPrefix}{{rate:{key}}}"];
        RedisValue[] args =
        [
            now.ToUnixTimeMilliseconds(), limit, (long)window.TotalMilliseconds, Guid.NewGuid().ToString("N"),
            (long)SweptAfter.TotalMilliseconds,
        ];
        var answer = await gate.AskAsync(async redis => (long)await redis.ScriptEvaluateAsync(Take, keys, args), cancellationToken);
        var local = _local.GetOrAdd(key, _ => new LocalWindow());

        // Redis doesn't know what this host granted itself while it was away, so both must agree.
        return answer is { Available: true, Value: > 0 }
            ? TimeSpan.FromMilliseconds(answer.Value)
            : local.Take(limit, window, now);
    }

    private sealed class LocalWindow
    {
        private readonly Queue<DateTimeOffset> _granted = new();

        public TimeSpan Take(int limit, TimeSpan window, DateTimeOffset now)
        {
            lock (_granted)
            {
                Forget(now - window);
                if (_granted.Count >= limit)
                {
                    return _granted.ElementAt(_granted.Count - limit) + window - now;
                }

                _granted.Enqueue(now);
                return TimeSpan.Zero;
            }
        }

        private void Forget(DateTimeOffset until)
        {
            while (_granted.TryPeek(out var oldest) && oldest <= until)
            {
                _granted.Dequeue();
            }
        }
    }
}
