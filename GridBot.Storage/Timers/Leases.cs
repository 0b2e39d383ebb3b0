using System.Collections.Concurrent;
using StackExchange.Redis;

namespace GridBot.Storage.Timers;

/// <summary>
/// Who may work on something for a while, such as a destination. While Redis is away each host grants them to itself: then
/// two hosts may send to one destination, but never the same saying, since its row is claimed in SQL.
/// </summary>
public sealed class Leases(RedisGate gate)
{
    /// <summary>Only sweeps up; whether a lease has run out is read from the time that stands in it.</summary>
    private static readonly TimeSpan SweptAfter = TimeSpan.FromDays(1);

    private const string Acquire =
        """
        local held = redis.call('HMGET', KEYS[1], 'owner', 'until')
        if held[1] and held[1] ~= ARGV[1] and tonumber(held[2]) > tonumber(ARGV[2]) then
            return 0
        end
        redis.call('HSET', KEYS[1], 'owner', ARGV[1], 'until', ARGV[3])
        redis.call('PEXPIRE', KEYS[1], ARGV[4])
        return 1
        """;

    private const string Release =
        """
        if redis.call('HGET', KEYS[1], 'owner') == ARGV[1] then
            return redis.call('DEL', KEYS[1])
        end
        return 0
        """;

    private readonly ConcurrentDictionary<string, (string Owner, DateTimeOffset Until)> _local = new();

    /// <summary>True when it is this owner's now; also renews what the owner holds already.</summary>
    public async Task<bool> AcquireAsync(
        string name, string owner, DateTimeOffset now, TimeSpan leaseFor, CancellationToken cancellationToken = default)
    {
        var until = now + leaseFor;
        RedisValue[] args = [owner, now.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds(), (long)SweptAfter.TotalMilliseconds];
        var answer = await gate.AskAsync(
            async redis => (long)await redis.ScriptEvaluateAsync(Acquire, [KeyOf(name)], args) == 1, cancellationToken);
        if (answer is { Available: true, Value: false })
        {
            return false;
        }

        var held = _local.AddOrUpdate(name, (owner, until), (_, old) => old.Owner != owner && old.Until > now ? old : (owner, until));
        return answer.Available || held.Owner == owner;
    }

    public async Task ReleaseAsync(string name, string owner, CancellationToken cancellationToken = default)
    {
        if (_local.TryGetValue(name, out var held) && held.Owner == owner)
        {
            _local.TryRemove(KeyValuePair.Create(name, held));
        }

        await gate.AskAsync(async redis => (long)await redis.ScriptEvaluateAsync(Release, [KeyOf(name)], [owner]), cancellationToken);
    }

    private RedisKey KeyOf(string name) => $"{gate.KeyPrefix}{{lease:{name}}}";
}
