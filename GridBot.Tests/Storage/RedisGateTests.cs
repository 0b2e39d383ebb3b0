using System.Net;
using System.Net.Sockets;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class RedisGateTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dead_Redis_is_not_asked_again_for_two_seconds_and_callers_go_on_without()
    {
        var time = new FakeTimeProvider(Samples.Tuesday);
        var asked = 0;
        await using var gate = new RedisGate(() => { asked++; throw new TimeoutException(); }, "t:", time, NullLogger<RedisGate>.Instance);
        var timers = new RedisTimers(gate);

        Assert.True(gate.IsAvailable);
        Assert.False(await timers.ScheduleAsync([new TimerChange(1, Samples.Tuesday)], Cancelled));
        Assert.False((await timers.CountAsync(Cancelled)).Available);
        Assert.Equal((1, false), (asked, gate.IsAvailable));

        time.Advance(TimeSpan.FromSeconds(2));
        Assert.False((await timers.CountAsync(Cancelled)).Available);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Once_it_answers_again_the_gate_opens()
    {
        using var redis = new EmbeddedRedis(NullLogger<EmbeddedRedis>.Instance);
        var time = new FakeTimeProvider(Samples.Tuesday);
        var isUp = false;
        await using var gate = new RedisGate(
            () => isUp ? redis.Connection() : throw new TimeoutException(), "t:", time, NullLogger<RedisGate>.Instance);
        Assert.False((await new RedisTimers(gate).CountAsync(Cancelled)).Available);

        isUp = true;
        Assert.True(await gate.ConnectAsync(Cancelled));
        Assert.False((await new RedisTimers(gate).CountAsync(Cancelled)).Available);
        time.Advance(TimeSpan.FromSeconds(2));

        Assert.True((await new RedisTimers(gate).CountAsync(Cancelled)).Available);
        Assert.True(gate.IsAvailable);
    }

    [Fact]
    public async Task A_Redis_that_hangs_costs_a_fraction_of_a_second()
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await using var gate = new RedisGate(
            () => $"127.0.0.1:{((IPEndPoint)hanging.LocalEndpoint).Port}", "t:", TimeProvider.System, NullLogger<RedisGate>.Instance);
        var before = TimeProvider.System.GetTimestamp();

        Assert.False((await new RedisTimers(gate).CountAsync(Cancelled)).Available);

        Assert.InRange(TimeProvider.System.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromSeconds(1.9));
    }

    [Fact]
    public async Task Without_Redis_windows_and_leases_are_kept_in_process()
    {
        await using var gate = new RedisGate(() => throw new TimeoutException(), "t:", new FakeTimeProvider(), NullLogger<RedisGate>.Instance);
        var (windows, leases, now, minute) = (new RateWindows(gate), new Leases(gate), Samples.Tuesday, TimeSpan.FromMinutes(1));

        Assert.Equal(TimeSpan.Zero, await windows.TakeAsync("a", 1, minute, now, Cancelled));
        Assert.Equal(TimeSpan.FromSeconds(50), await windows.TakeAsync("a", 1, minute, now.AddSeconds(10), Cancelled));
        Assert.True(await leases.AcquireAsync("a", "me", now, minute, Cancelled));
        Assert.False(await leases.AcquireAsync("a", "them", now.AddSeconds(59), minute, Cancelled));
        Assert.True(await leases.AcquireAsync("a", "them", now.AddSeconds(60), minute, Cancelled));
    }
}
