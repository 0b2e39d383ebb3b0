using GridBot.Sandbox.Records;
using GridBot.Tests.Faults;
using Xunit;

namespace GridBot.Tests.Commands;

/// <summary>What an operator runs beside the service, as processes of their own against the sandbox.</summary>
public sealed class CommandTests
{
    private const string Place = "c1-g3";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Try_sends_one_message_through_every_channel_of_a_place_and_to_nobody_else()
    {
        await using var town = await RealTown.BuildAsync();
        await town.ServeAsync();

        using var tried = await HostProcess.RunAsync(town.Settings(), town.Folder, "try", "--place", Place);

        Assert.Equal(0, tried.ExitCode);
        Assert.Contains("成功  群铃 ", tried.Output, StringComparison.Ordinal);
        Assert.Contains("成功  一对一卡片 李强", tried.Output, StringComparison.Ordinal);
        var sent = town.WeCom.Log.Since(0);
        Assert.Equal(
            [(Channel.Push, town.Group, ""), (Channel.App, null, RealTown.Li)],
            sent.Select(e => (e.Channel, e.Chat, string.Join(',', e.To))));
        Assert.All(sent, e => Assert.StartsWith("【测试】", e.Text + e.Card?.Title, StringComparison.Ordinal));
        Assert.Empty(sent[0].Mentions);
        Assert.Empty(town.WeCom.Findings.Violations);

        await town.WeCom.TapAsync(RealTown.Li, sent[1].Card!.TaskId!, "done");
        Assert.Equal(0, town.WeCom.Findings.Undelivered);
    }

    [Fact]
    public async Task Try_says_what_is_wrong_with_each_channel_and_what_to_do()
    {
        await using var town = await RealTown.BuildAsync();
        town.WeCom.AddFault(new("webhook/send", ErrCode: 93000));
        town.WeCom.ChangePerson(RealTown.Li, p => p with { InRange = false });

        using var tried = await HostProcess.RunAsync(town.Settings(), town.Folder, "try", "--place", Place);

        Assert.Equal(1, tried.ExitCode);
        Assert.Contains("失败  群铃 金龙社区3网格群：群铃的密钥不对，或机器人被移出了群（93000）", tried.Output, StringComparison.Ordinal);
        Assert.Contains("失败  一对一卡片 李强：收不到（81013）", tried.Output, StringComparison.Ordinal);
        Assert.Contains("有 2 处不通。", tried.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_WeCom_does_not_trust_is_named_with_the_remedy()
    {
        await using var town = await RealTown.BuildAsync();
        town.WeCom.AddFault(new("message/send", ErrCode: 60020));

        using var tried = await HostProcess.RunAsync(town.Settings(), town.Folder, "try", "--place", Place);

        Assert.Equal(1, tried.ExitCode);
        Assert.Contains("企业微信不认这台服务器的出口地址 127.0.0.1（60020）：填到应用的“企业可信IP”", tried.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_roster_names_each_person_who_cant_be_reached_and_the_remedy()
    {
        await using var town = await RealTown.BuildAsync();
        var roster = Path.Combine(town.Folder, "town", "roster.yaml");
        var text = await File.ReadAllTextAsync(roster, Now);
        var mobile = text.Split('\n').Single(l => l.Contains("{userid: wu.jianguo,", StringComparison.Ordinal)).Split("mobile: \"")[1][..11];
        await File.WriteAllTextAsync(roster, text.Replace("wu.jianguo", "wu.jianguo2", StringComparison.Ordinal), Now);
        town.WeCom.ChangePerson(RealTown.Wu, p => p with { Mobile = mobile });
        town.WeCom.ChangePerson(RealTown.Li, p => p with { InRange = false });
        town.WeCom.ChangePerson(RealTown.Zhou, p => p with { Status = 4 });

        using var check = await HostProcess.RunAsync(town.Settings(), town.Folder, "check-roster", "--place", Place);

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("吴建国（wu.jianguo2）：企业微信没有这个账号；手机号对应的账号是 wu.jianguo，请改名册的 userid", check.Output, StringComparison.Ordinal);
        Assert.Contains("李强（li.qiang）：不在应用可见范围", check.Output, StringComparison.Ordinal);
        Assert.Contains("周桂兰（zhou.guilan）：还没激活企业微信", check.Output, StringComparison.Ordinal);
        Assert.Contains("3 人要处理。", check.Output, StringComparison.Ordinal);
        Assert.Empty(town.WeCom.Log.Since(0));
    }

    [Fact]
    public async Task Check_roster_asks_the_corps_own_list_where_it_may_and_stops_looking_for_numbers_in_time()
    {
        await using var town = await RealTown.BuildAsync();
        using var good = await HostProcess.RunAsync(
            town.Settings(("WeCom:ContactSecret", town.WeCom.Town.ContactSecret)), town.Folder, "check-roster", "--place", "c1");
        Assert.Equal(0, good.ExitCode);
        Assert.Contains("都对得上。", good.Output, StringComparison.Ordinal);
        Assert.Equal(1, town.WeCom.Findings.Calls("user/list_id"));

        var roster = Path.Combine(town.Folder, "town", "roster.yaml");
        await File.WriteAllTextAsync(roster, (await File.ReadAllTextAsync(roster, Now)).Replace("userid: ", "userid: x.", StringComparison.Ordinal)
            .Replace("duty: [", "duty: [x.", StringComparison.Ordinal), Now);
        using var wrong = await HostProcess.RunAsync(town.Settings(), town.Folder, "check-roster", "--most-misses", "3");
        Assert.NotEqual(0, wrong.ExitCode);
        Assert.InRange(town.WeCom.Findings.Calls("user/getuserid"), 0, 3);
    }

    [Fact]
    public async Task Create_group_makes_shows_and_binds_a_group_beside_the_running_service()
    {
        await using var town = await RealTown.BuildAsync();
        await WithoutGroupAsync(town);
        var host = await town.ServeAsync();

        using var made = await HostProcess.RunAsync(town.Settings(), town.Folder, "create-group", "--place", Place, "--chatid", "grid3");
        Assert.Equal(0, made.ExitCode);
        Assert.Contains("成功  3网格：群已建好并绑定（grid3）", made.Output, StringComparison.Ordinal);
        var first = Assert.Single(town.WeCom.Log.Since(0));
        Assert.Equal((Channel.AppChat, "grid3"), (first.Channel, first.Chat));
        Assert.Contains(town.WeCom.Phone(RealTown.Wu).Chats, c => c.Chat == "grid3");

        await host.StopAsync();
        await town.ServeAsync();
        await town.WeCom.SayAsync(RealTown.Zhou, null, "10栋楼道灯不亮了");
        await town.UntilAsync(() => town.WeCom.Log.Since(0).Any(e => e.Channel == Channel.AppChat && e.Mentions.Contains(RealTown.Wu)));

        using var again = await HostProcess.RunAsync(town.Settings(), town.Folder, "create-group", "--place", Place, "--chatid", "grid3");
        Assert.Equal(0, again.ExitCode);
        using var tried = await HostProcess.RunAsync(town.Settings(), town.Folder, "try", "--place", Place);
        Assert.Contains("成功  应用建的群 3网格", tried.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_group_says_why_WeCom_refuses()
    {
        await using var town = await RealTown.BuildAsync();
        town.WeCom.AddFault(new("appchat/create", ErrCode: 48002));
        using var refused = await HostProcess.RunAsync(town.Settings(), town.Folder, "create-group", "--place", Place);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("失败  建群：应用没有这个权限（48002）", refused.Output, StringComparison.Ordinal);
        Assert.Empty(town.WeCom.Log.Since(0));
    }

    private static async Task WithoutGroupAsync(RealTown town)
    {
        var roster = Path.Combine(town.Folder, "town", "roster.yaml");
        await File.WriteAllLinesAsync(
            roster, (await File.ReadAllLinesAsync(roster, Now)).Where(l => !l.Contains(town.Group, StringComparison.Ordinal)), Now);
    }
}
