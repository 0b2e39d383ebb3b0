using GridBot.Storage.Timers;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class TimersOnGarnet(GarnetHouse redis) : TimerTests(redis), IClassFixture<GarnetHouse>;

public sealed class TimersOnRedisServer(RedisServerHouse redis) : TimerTests(redis), IClassFixture<RedisServerHouse>;

public abstract class TimerTests(RedisHouse redis)
{
    private static readonly DateTimeOffset Now = Samples.Tuesday;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_due_is_claimed_once_and_again_when_the_claim_has_run_out()
    {
        await using var gate = await redis.ConnectAsync();
        var timers = new RedisTimers(gate);
        await SetAsync(timers, (1, 0), (2, 1), (17, 0), (3, 60));

        Assert.Equal([1, 2, 17], await ClaimAsync(timers, Now.AddSeconds(1)));
        Assert.Empty(await ClaimAsync(timers, Now.AddSeconds(15)));
        Assert.Equal(Now.AddSeconds(16), (await timers.NextDueAsync(Cancelled)).Value);

        await timers.DoneAsync([2], Cancelled);
        Assert.Equal([1, 17], await ClaimAsync(timers, Now.AddSeconds(16)));
        Assert.Equal(1, (await timers.CountAsync(Cancelled)).Value);
    }

    [Fact]
    public async Task Scheduling_anew_ends_the_claim_and_null_removes_the_timer()
    {
        await using var gate = await redis.ConnectAsync();
        var timers = new RedisTimers(gate);
        await SetAsync(timers, (1, 0), (2, 0));
        await ClaimAsync(timers, Now);

        await timers.ScheduleAsync([new TimerChange(1, Now.AddMinutes(5)), new TimerChange(2, null)], Cancelled);

        Assert.Empty(await ClaimAsync(timers, Now.AddMinutes(4)));
        Assert.Equal([1], await ClaimAsync(timers, Now.AddMinutes(5)));
    }

    [Fact]
    public async Task Hosts_that_claim_at_once_share_the_work_without_overlap()
    {
        await using var gate = await redis.ConnectAsync();
        var timers = new RedisTimers(gate);
        await SetAsync(timers, [.. Enumerable.Range(1, 500).Select(i => ((long)i, 0))]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => timers.ClaimDueAsync(Now, 160, Lease, Cancelled)));

        var claimed = claims.SelectMany(c => c.Value!).ToList();
        Assert.Equal(claimed.Count, claimed.Distinct().Count());
        Assert.Equal(500, claimed.Count + (await timers.CountAsync(Cancelled)).Value);
    }

    [Fact]
    public async Task After_everything_was_flushed_the_scripts_work_and_timers_can_be_set_again()
    {
        await using var gate = await redis.ConnectAsync();
        var timers = new RedisTimers(gate);
        await SetAsync(timers, (1, 0));

        await redis.FlushAsync();

        Assert.Empty(await ClaimAsync(timers, Now));
        Assert.Null((await timers.NextDueAsync(Cancelled)).Value);
        await SetAsync(timers, (1, 0));
        Assert.Equal([1], await ClaimAsync(timers, Now));
    }

    [Fact]
    public async Task A_window_grants_so_many_in_any_span_over_all_hosts()
    {
        await using var gate = await redis.ConnectAsync();
        var (mine, theirs) = (new RateWindows(gate), new RateWindows(gate));
        var minute = TimeSpan.FromMinutes(1);

        Assert.Equal(TimeSpan.Zero, await mine.TakeAsync("push:a", 2, minute, Now, Cancelled));
        Assert.Equal(TimeSpan.Zero, await theirs.TakeAsync("push:a", 2, minute, Now.AddSeconds(10), Cancelled));
        Assert.Equal(TimeSpan.FromSeconds(40), await mine.TakeAsync("push:a", 2, minute, Now.AddSeconds(20), Cancelled));
        Assert.Equal(TimeSpan.Zero, await mine.TakeAsync("push:b", 2, minute, Now.AddSeconds(20), Cancelled));
        Assert.Equal(TimeSpan.Zero, await theirs.TakeAsync("push:a", 2, minute, Now.AddSeconds(60), Cancelled));
        Assert.Equal(TimeSpan.FromSeconds(10), await mine.TakeAsync("push:a", 2, minute, Now.AddSeconds(60), Cancelled));
    }

    [Fact]
    public async Task A_lease_has_one_owner_until_it_runs_out_or_is_given_back()
    {
        await using var gate = await redis.ConnectAsync();
        var (mine, theirs) = (new Leases(gate), new Leases(gate));

        Assert.True(await mine.AcquireAsync("push:a", "me", Now, Lease, Cancelled));
        Assert.False(await theirs.AcquireAsync("push:a", "them", Now.AddSeconds(14), Lease, Cancelled));
        Assert.True(await mine.AcquireAsync("push:a", "me", Now.AddSeconds(14), Lease, Cancelled));
        Assert.False(await theirs.AcquireAsync("push:a", "them", Now.AddSeconds(28), Lease, Cancelled));
        Assert.True(await theirs.AcquireAsync("push:a", "them", Now.AddSeconds(29), Lease, Cancelled));
        await mine.ReleaseAsync("push:a", "me", Cancelled);
        Assert.False(await mine.AcquireAsync("push:a", "me", Now.AddSeconds(30), Lease, Cancelled));
        await theirs.ReleaseAsync("push:a", "them", Cancelled);
        Assert.True(await mine.AcquireAsync("push:a", "me", Now.AddSeconds(30), Lease, Cancelled));
    }

    [Fact]
    public async Task A_changed_issue_is_heard_of_on_every_host_once()
    {
        await using var gate = await redis.ConnectAsync();
        var (mine, theirs) = (new Signals(gate, NullLogger<Signals>.Instance), new Signals(gate, NullLogger<Signals>.Instance));
        var heardHere = new List<long>();
        var heardThere = new TaskCompletionSource<long>();
        using var here = await mine.ListenAsync(heardHere.Add, Cancelled);
        using var there = await theirs.ListenAsync(heardThere.SetResult, Cancelled);

        await mine.IssueChangedAsync(7, Cancelled);

        Assert.Equal(7, await heardThere.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancelled));
        Assert.Equal([7], heardHere);
    }

    private static Task<bool> SetAsync(RedisTimers timers, params (long IssueId, int Seconds)[] due) =>
        timers.ScheduleAsync([.. due.Select(d => new TimerChange(d.IssueId, Now.AddSeconds(d.Seconds)))], Cancelled);

    private static async Task<IEnumerable<long>> ClaimAsync(RedisTimers timers, DateTimeOffset now)
    {
        var claim = await timers.ClaimDueAsync(now, 160, Lease, Cancelled);
        Assert.True(claim.Available);
        return claim.Value!.Order();
    }
}
