using System.Globalization;
using StackExchange.Redis;

namespace GridBot.Storage.Timers;

/// <summary>
/// The alarm clock: issue ids by due time in 16 sorted sets, and beside each a set of those somebody has claimed. A claim
/// that isn't finished in time can be claimed again. All of it can be lost: it is rebuilt from SQL.
/// </summary>
public sealed class RedisTimers(RedisGate gate)
{
    private const int Shards = 16;

    /// <summary>Claims that ran out come first; then what is due. Redis' own clock is never asked.</summary>
    private const string Claim =
        """
        local claimed = redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', ARGV[1], 'LIMIT', 0, tonumber(ARGV[2]))
        local left = tonumber(ARGV[2]) - #claimed
        if left > 0 then
            local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, left)
            for i = 1, #due do claimed[#claimed + 1] = due[i] end
        end
        for i = 1, #claimed do
            redis.call('ZREM', KEYS[1], claimed[i])
            redis.call('ZADD', KEYS[2], ARGV[3], claimed[i])
        end
        return claimed
        """;

    private readonly RedisKey[] _due = [.. Enumerable.Range(0, Shards).Select(s => (RedisKey)$"{gate.KeyPrefix}{{t{s}}}:due")];
    private readonly RedisKey[] _claimed = [.. Enumerable.Range(0, Shards).Select(s => (RedisKey)$"{gate.KeyPrefix}{{t{s}}}:claimed")];

    /// <summary>Sets or removes timers; a claim on them ends. False when Redis is away.</summary>
    public async Task<bool> ScheduleAsync(IReadOnlyCollection<TimerChange> changes, CancellationToken cancellationToken = default)
    {
        if (changes.Count == 0)
        {
            return true;
        }

        var answer = await gate.AskAsync(
            async redis =>
            {
                await Task.WhenAll(changes.GroupBy(c => ShardOf(c.IssueId)).SelectMany(shard => Schedule(redis, shard.Key, shard)));
                return true;
            },
            cancellationToken);
        return answer.Available;
    }

    /// <summary>Up to so many issues that are due, or whose claim ran out. They are ours until the claim ends.</summary>
    public Task<RedisAnswer<IReadOnlyList<long>>> ClaimDueAsync(
        DateTimeOffset now, int limit, TimeSpan leaseFor, CancellationToken cancellationToken = default)
    {
        var perShard = (limit + Shards - 1) / Shards;
        RedisValue[] args = [now.ToUnixTimeMilliseconds(), perShard, (now + leaseFor).ToUnixTimeMilliseconds()];
        return gate.AskAsync<IReadOnlyList<long>>(
            async redis =>
            {
                var shards = await Task.WhenAll(Enumerable.Range(0, Shards)
                    .Select(s => redis.ScriptEvaluateAsync(Claim, [_due[s], _claimed[s]], args)));
                return [.. shards.SelectMany(ids => (RedisValue[])ids!).Select(id => (long)id)];
            },
            cancellationToken);
    }

    /// <summary>Ends claims. What shall ring again is scheduled instead, which ends its claim too.</summary>
    public async Task<bool> DoneAsync(IReadOnlyCollection<long> issueIds, CancellationToken cancellationToken = default)
    {
        var answer = await gate.AskAsync(
            async redis =>
            {
                await Task.WhenAll(issueIds.GroupBy(ShardOf)
                    .Select(shard => redis.SortedSetRemoveAsync(_claimed[shard.Key], [.. shard.Select(Member)])));
                return true;
            },
            cancellationToken);
        return answer.Available;
    }

    /// <summary>The moment of the first timer or of the first claim's end; null when there is none.</summary>
    public Task<RedisAnswer<DateTimeOffset?>> NextDueAsync(CancellationToken cancellationToken = default) =>
        gate.AskAsync<DateTimeOffset?>(
            async redis =>
            {
                var firsts = await Task.WhenAll(_due.Concat(_claimed).Select(key => redis.SortedSetRangeByRankWithScoresAsync(key, 0, 0)));
                var scores = firsts.SelectMany(f => f).Select(f => (long)f.Score).ToList();
                return scores.Count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(scores.Min());
            },
            cancellationToken);

    /// <summary>
    /// A mark that Redis keeps beside the timers; made anew when it is missing. A mark other than the one known before
    /// means that everything was lost. Null when Redis is away.
    /// </summary>
    public async Task<string?> EpochAsync(CancellationToken cancellationToken = default)
    {
        RedisKey key = $"{gate.KeyPrefix}epoch";
        var answer = await gate.AskAsync(
            async redis =>
            {
                await redis.StringSetAsync(key, Guid.NewGuid().ToString("N"), when: When.NotExists);
                return (string?)await redis.StringGetAsync(key);
            },
            cancellationToken);
        return answer.Value;
    }

    /// <summary>How many timers wait, without those that are claimed.</summary>
    public Task<RedisAnswer<long>> CountAsync(CancellationToken cancellationToken = default) =>
        gate.AskAsync(
            async redis => (await Task.WhenAll(_due.Select(key => redis.SortedSetLengthAsync(key)))).Sum(),
            cancellationToken);

    private static int ShardOf(long issueId) => (int)(issueId % Shards);

    private static RedisValue Member(long issueId) => issueId.ToString(CultureInfo.InvariantCulture);

    private IEnumerable<Task> Schedule(IDatabase redis, int shard, IEnumerable<TimerChange> changes)
    {
        var byKind = changes.ToLookup(c => c.DueAt is not null);
        SortedSetEntry[] set = [.. byKind[true].Select(c => new SortedSetEntry(Member(c.IssueId), c.DueAt!.Value.ToUnixTimeMilliseconds()))];
        RedisValue[] removed = [.. byKind[false].Select(c => Member(c.IssueId))];
        if (set.Length > 0)
        {
            yield return redis.SortedSetAddAsync(_due[shard], set);
        }

        if (removed.Length > 0)
        {
            yield return redis.SortedSetRemoveAsync(_due[shard], removed);
        }

        yield return redis.SortedSetRemoveAsync(_claimed[shard], [.. set.Select(e => e.Element), .. removed]);
    }
}
