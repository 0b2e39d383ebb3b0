using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>Redis rings and forgets; SQL remembers.</summary>
public sealed class RedisTests
{
    private static readonly string[] Ladder = [RealTown.Wu, RealTown.Li, RealTown.Chen, RealTown.Liu];

    [Fact]
    public async Task Emptied_in_the_middle_of_a_ladder_it_costs_no_mention_and_doubles_none()
    {
        using var redis = RedisServer.StartOrSkip();
        await using var town = await RealTown.BuildAsync("3s");
        await town.ServeAsync(("Redis:Connection", redis.Connection));
        await town.ReportAsync("10栋楼道灯不亮了");
        await town.UntilAsync(() => town.Rings.Count == 1);
        await redis.FlushAsync();
        await ClimbedAsync(town);
    }

    [Fact]
    public async Task Away_altogether_what_is_due_is_found_in_sql()
    {
        using var redis = RedisServer.StartOrSkip();
        await using var town = await RealTown.BuildAsync("3s");
        await town.ServeAsync(("Redis:Connection", redis.Connection));
        await town.ReportAsync("10栋楼道灯不亮了");
        await town.UntilAsync(() => town.Rings.Count == 1);
        redis.Kill();
        await town.UntilAsync(() => town.Rings.Count == 2);
        redis.StartAgain();
        await ClimbedAsync(town);
    }

    [Fact]
    public async Task Two_hosts_on_one_database_and_one_redis_fire_each_step_once()
    {
        using var redis = RedisServer.StartOrSkip();
        await using var town = await RealTown.BuildAsync("3s");
        await town.ServeAsync(("Redis:Connection", redis.Connection));
        await town.ServeAsync(("Redis:Connection", redis.Connection));
        await town.ReportAsync("10栋楼道灯不亮了");
        await ClimbedAsync(town);
    }

    private static async Task ClimbedAsync(RealTown town)
    {
        await town.UntilAsync(() => town.Cards.Count == 4 && town.Rings.SelectMany(r => r.Mentions).Distinct().Count() == 4);
        Assert.Equal(Ladder, town.Cards.Select(c => c.To[0]));
        await town.CheckLedgerAsync();
        Assert.Equal(Ladder, town.Rings.SelectMany(r => r.Mentions));
    }
}
