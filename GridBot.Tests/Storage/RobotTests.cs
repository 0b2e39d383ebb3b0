using System.Globalization;
using GridBot.Storage.Messages;
using Xunit;

namespace GridBot.Tests.Storage;

/// <summary>Who holds the robot's long connection, and where the robot may speak by itself.</summary>
public abstract class RobotTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    private const string Bot = "aib-1";
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-11-24T02:00:00Z", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(15);

    private RobotLines Lines => new(Store.Database);

    [Fact]
    public async Task One_host_holds_the_line_until_its_time_runs_out()
    {
        Assert.Null(await Lines.HolderAsync(Bot, Now, Cancelled));
        Assert.True(await Lines.TakeAsync(Bot, "a", Now, Now + Held, Cancelled));
        Assert.False(await Lines.TakeAsync(Bot, "b", Now, Now + Held, Cancelled));
        Assert.True(await Lines.TakeAsync("aib-2", "b", Now, Now + Held, Cancelled));

        var later = Now.AddSeconds(10);
        Assert.True(await Lines.TakeAsync(Bot, "a", later, later + Held, Cancelled));
        Assert.False(await Lines.TakeAsync(Bot, "b", Now + Held, Now + Held + Held, Cancelled));
        Assert.Equal("a", await Lines.HolderAsync(Bot, Now + Held, Cancelled));
        Assert.True(await Lines.TakeAsync(Bot, "b", later + Held, later + Held + Held, Cancelled));
        Assert.False(await Lines.TakeAsync(Bot, "a", later + Held, later + Held + Held, Cancelled));
    }

    [Fact]
    public async Task Who_leaves_lets_the_next_one_in_at_once_and_nobody_gives_back_what_is_anothers()
    {
        await Lines.TakeAsync(Bot, "a", Now, Now + Held, Cancelled);
        await Lines.ReleaseAsync(Bot, "b", Now, Cancelled);
        Assert.False(await Lines.TakeAsync(Bot, "b", Now, Now + Held, Cancelled));
        await Lines.ReleaseAsync(Bot, "a", Now, Cancelled);
        Assert.True(await Lines.TakeAsync(Bot, "b", Now, Now + Held, Cancelled));
    }

    [Fact]
    public async Task Of_many_hosts_that_ask_at_once_one_gets_it()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Lines.TakeAsync(Bot, $"host-{i}", Now, Now + Held, Cancelled)));
        Assert.Single(asked, taken => taken);
    }

    [Fact]
    public async Task Chats_are_remembered_groups_with_case_and_persons_without()
    {
        var here = new RobotChats(Store.Database);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => here.RememberAsync("wrAbC", isGroup: true, Now, Cancelled)));
        await here.RememberAsync("Wu.Jianguo", isGroup: false, Now, Cancelled);

        var elsewhere = new RobotChats(Store.Database);
        Assert.True(await elsewhere.KnowsAsync("wrAbC", isGroup: true, Cancelled));
        Assert.False(await elsewhere.KnowsAsync("wrabc", isGroup: true, Cancelled));
        Assert.False(await elsewhere.KnowsAsync("wrAbC", isGroup: false, Cancelled));
        Assert.True(await elsewhere.KnowsAsync("wu.jianguo", isGroup: false, Cancelled));

        await here.ForgetAsync("WU.JIANGUO", isGroup: false, Cancelled);
        Assert.False(await here.KnowsAsync("wu.jianguo", isGroup: false, Cancelled));
    }
}

public sealed class SqliteRobotTests : RobotTests<SqliteHouse>;

public sealed class SqlServerRobotTests : RobotTests<SqlServerHouse>;
