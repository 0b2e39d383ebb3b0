using System.Text;
using GridBot.Handlers.Receiving;
using GridBot.Storage.Sql;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.NewGroup;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>How a new group comes to its place and its bell, by message alone.</summary>
public sealed class BindingStories
{
    private const string Notice = "本群启用网格助手：只看得到@它的话，没@它的聊天一概看不到。只记事情、地点和办理经过，原话30天删除，群里不显示姓名、电话、门牌。着火先打119；没收到卡片就是没登记上，请打值班室 023-0000000。";

    [Fact]
    public Task A_leader_asks_the_admin_confirms_and_the_code_proves_that_ears_and_bell_share_the_group() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 这个群还没有绑定地点，报的事登记不了。请在群里写“@网格助手 绑定 第几网格”，管理员点一下就行。急事请打值班室 023-0000000");

            await story.InGroupAsync(Zhou, "绑定 第三网格");
            story.Expect(
                "bot-answer 群: 好的，绑定金龙社区3网格。已请…点一下确认。",
                "app …: 请确认：一个群要绑定｜金龙社区3网格⏎周阿姨在群里申请。确认后网格铃在群里报四位数字，群里回了才算绑好。⏎申请人:周阿姨…［确认绑定］［不同意］");

            await TapButtonAsync(story, Admin, "确认绑定");
            story.Expect(
                "app-update …: …金龙社区3网格的网格铃正在报四位数字，10分钟内在群里回了就绑好。…已确认",
                "push 群: 绑定数字：…。请在本群写“@网格助手 绑定 …”，10分钟内有效。没人申请绑定的，不用管它。");

            await story.InGroupAsync(Li, $"绑定 {Not(CodeIn(story))}");
            story.Expect("bot-answer 群: 数字不对，请看网格铃刚报的四位数字，还可以试4次。");
            await story.InGroupAsync(Li, $"绑定{CodeIn(story)}");
            story.Expect($"bot-answer 群: 已绑定金龙社区3网格。⏎{Notice}");

            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 【#1】…｜10栋 · …", "push 群 @吴建国: 【#1】10栋 …", "app 吴建国: …");
            await story.InGroupAsync(Zhou, "绑定");
            story.Expect($"bot-answer 群: 本群绑定的是金龙社区3网格。⏎{Notice}");
        });

    [Fact]
    public Task An_admin_who_asks_has_confirmed_and_a_bound_group_is_not_bound_twice() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await BindAsync(story);
            await story.InGroupAsync(Li, "绑定 3网格");
            story.Expect("bot-answer 群: 本群已经绑定金龙社区3网格了，不用再绑。");
        });

    [Fact]
    public Task The_admin_may_decline_and_an_old_card_binds_nothing() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await story.InGroupAsync(Zhou, "绑定 3网格");
            var old = story.WeCom.Log.Since(0).Last(e => e.To.Contains(Admin)).Card!;
            await story.InGroupAsync(Li, "绑定 金龙社区3网格");
            story.Heard();

            await TapButtonAsync(story, Admin, "不同意");
            story.Expect("app-update …: …知道了，不绑定金龙社区3网格。…没同意", "app 李强: 管理员没有同意把群绑定到金龙社区3网格，请和管理员联系。");

            await story.TapCardAsync(Admin, old.TaskId!, old.Buttons[0].Key);
            story.Expect("app-update …: …这张卡片是旧的…已失效");
            await story.InGroupAsync(Zhou, "绑定 1234");
            story.Expect("bot-answer 群: 没有等数字的绑定。请先写“绑定 第几网格”。");
        });

    [Fact]
    public Task Without_a_push_robot_the_group_is_bound_for_cards_alone_and_told_in_the_group() =>
        NewGroup.TellAsync(
            async (story, _) =>
            {
                await story.InGroupAsync(Zhou, "绑定 3网格");
                story.Expect("bot-answer 群: 好的，…", "app …: …这里还没有网格铃的地址，绑好后只发一对一卡片。…");
                await story.PassMinutesAsync(20);
                await TapButtonAsync(story, Admin, "确认绑定");
                story.Expect("app-update …: …金龙社区3网格的群绑好了，只发一对一卡片，群里已告知。…已绑定", $"bot-late 群: 已绑定金龙社区3网格。⏎{Notice}");

                await story.InGroupAsync(Zhou, "10栋电梯坏了");
                story.Expect("bot-answer 群: 【#1】…", "app 吴建国: …");
            },
            hasKeys: false);

    [Fact]
    public Task A_group_may_choose_that_nothing_rings_in_it() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await story.SayAsync(Admin, story.Group, "@网格助手 绑定 金龙社区3网格 私信");
            story.Expect($"bot-answer 群: 已绑定金龙社区3网格。⏎{Notice}");
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 【#1】…", "app 吴建国: …");
        });

    [Fact]
    public Task A_code_ends_after_ten_minutes_and_after_five_wrong_ones() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await AskByAdminAsync(story, "3网格");
            await story.PassMinutesAsync(10.1);
            await story.InGroupAsync(Li, $"绑定 {CodeIn(story)}");
            story.Expect("bot-answer 群: 这个数字过了10分钟，已经作废。请重新写“绑定 第几网格”。");

            await AskByAdminAsync(story, "3网格");
            for (var left = 4; left > 0; left--)
            {
                await story.InGroupAsync(Li, $"绑定 {Not(CodeIn(story))}");
                story.Expect($"bot-answer 群: 数字不对，请看网格铃刚报的四位数字，还可以试{left}次。");
            }

            await story.InGroupAsync(Li, $"绑定 {Not(CodeIn(story))}");
            story.Expect("bot-answer 群: 试错太多次，这次绑定作废。…");
            await story.InGroupAsync(Li, $"绑定 {CodeIn(story)}");
            story.Expect("bot-answer 群: 没有等数字的绑定。…");
        });

    [Fact]
    public Task What_is_bound_holds_until_another_place_is_proved() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await BindAsync(story);
            await AskByAdminAsync(story, "2网格", "金龙社区2网格群");
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 【#1】…｜10栋 · …", "push 群 @吴建国: …", "app 吴建国: …");

            await story.InGroupAsync(Li, $"绑定 {CodeIn(story)}");
            story.Expect("bot-answer 群: 已绑定金龙社区2网格。⏎…");
        });

    [Fact]
    public Task A_group_of_the_roster_is_changed_in_the_roster_and_an_unknown_place_is_said() =>
        Story.TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Li, "绑定 金龙社区2网格");
            story.Expect("bot-answer 群: 本群在名册文件里绑定的是金龙社区3网格，要改请管理员改名册。");
            await story.InGroupAsync(Li, "绑定 金龙社区3网格");
            story.Expect("bot-answer 群: 本群已经绑定金龙社区3网格了，不用再绑。");
            await story.ToAppAsync(Li, "绑定 3网格");
            story.Expect("app-answer 李强: 绑定要在群里写：…");
        });

    [Fact]
    public Task Of_several_places_of_one_name_one_is_tapped() =>
        NewGroup.TellAsync(async (story, _) =>
        {
            await story.SayAsync(Admin, story.Group, "@网格助手 绑定 没有这个地方");
            story.Expect("bot-answer 群: 名册里没找到“没有这个地方”。请写社区加网格，如“绑定 金龙社区3网格”。");

            await story.SayAsync(Admin, story.Group, "@网格助手 绑定 3网格");
            story.Expect("bot-answer 群: 是哪一个地方？｜点一下，就去请管理员确认。… ［金龙3网格］…");
            var card = story.WeCom.Log.Since(0)[^1].Card!;
            await story.TapCardAsync(Admin, card.TaskId!, card.Buttons.Single(b => b.Text == "金龙3网格").Key);
            story.Expect("bot-update 群: 是哪一个地方？｜正在绑定金龙社区3网格：…", "push 群: 绑定数字：…");
        });

    [Fact]
    public Task A_key_sent_by_an_admin_is_sealed_and_nowhere_to_be_read() =>
        NewGroup.TellAsync(
            async (story, group) =>
            {
                var address = $"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={group.Key}";
                await story.InGroupAsync(Zhou, $"铃 3网格 {address}");
                story.Expect("bot-answer 群: 网格铃的网址等于密钥，只能一对一发给我。…");
                await story.ToAppAsync(Li, $"铃 3网格 {address}");
                story.Expect("app-answer 李强: 网格铃的网址要本街道的管理员来发。");
                await story.ToAppAsync(Admin, "铃 金龙社区3网格 https://qyapi.weixin.qq.com/cgi-bin/webhook/send");
                story.Expect("app-answer …: 网址里没有密钥。…");
                await story.ToAppAsync(Admin, $"铃 金龙社区3网格 {address}");
                story.Expect("app-answer …: 金龙社区3网格的网格铃收好了，密钥已加密保存，不会再显示。请在群里@我写“绑定 金龙社区3网格”。");

                await BindAsync(story);
                Assert.NotEmpty(await FilesHoldingAsync(story, group.ChatId));
                Assert.Empty(await FilesHoldingAsync(story, group.Key));
            },
            hasKeys: false);

    [Fact]
    public Task A_bell_that_was_removed_is_told_to_the_admin_once() =>
        Story.TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new("webhook/send", ErrCode: 93000, Times: 2));
            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect(
                "bot-answer 群: …", "app 吴建国: …",
                "app …: 金龙社区3网格的群铃响不了（企业微信说93000）：机器人被移出群，或网址换过。…其间群里不响铃，一对一卡片照发。");
            await story.PassMinutesAsync(5);
            story.Expect("app 李强: …");
        });

    [Fact]
    public Task WeComs_warning_that_the_app_will_be_suspended_reaches_the_admin_once() =>
        Story.TellAsync("10:00:00", async story =>
        {
            var standing = story.App.Services.GetRequiredService<AppStanding>();
            story.WeCom.AddFault(new("callback/duplicate"));
            await story.WeCom.AnnounceAsync("inactive_alert");
            await story.DrainAsync();
            story.Expect("app …: 企业微信通知：网格助手应用太久没人用，快要被停用了。…");
            Assert.Equal("inactive_alert", await standing.WarningAsync(TestContext.Current.CancellationToken));

            await story.PassMinutesAsync(60);
            await story.WeCom.AnnounceAsync("active_restored");
            await story.DrainAsync();
            story.Expect("app …: 企业微信通知：网格助手应用恢复正常了。");
            Assert.Null(await standing.WarningAsync(TestContext.Current.CancellationToken));

            await story.WeCom.AnnounceAsync("something_new_of_2027");
            await story.DrainAsync();
            story.Expect();
            Assert.Equal(0, story.WeCom.Findings.Undelivered);
        });

    private static async Task AskByAdminAsync(Story story, string place, string codeIn = "群")
    {
        await story.SayAsync(Admin, story.Group, $"@网格助手 绑定 金龙社区{place}");
        story.Expect($"bot-answer 群: 正在绑定金龙社区{place}：网格铃马上在它的群里报四位数字。…", $"push {codeIn}: 绑定数字：…");
    }

    private static async Task BindAsync(Story story)
    {
        await AskByAdminAsync(story, "3网格");
        await story.InGroupAsync(Li, $"绑定 {CodeIn(story)}");
        story.Expect("bot-answer 群: 已绑定金龙社区3网格。⏎…");
    }

    /// <summary>The database's files that hold a text as it is.</summary>
    private static async Task<IReadOnlyList<string>> FilesHoldingAsync(Story story, string text)
    {
        var database = Path.GetDirectoryName(((SqliteDatabase)story.App.Services.GetRequiredService<Database>()).File)!;
        var holding = new List<string>();
        foreach (var file in Directory.GetFiles(database, "gridbot.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var content = new MemoryStream();
            await using (var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            {
                await open.CopyToAsync(content, TestContext.Current.CancellationToken);
            }

            if (Encoding.Latin1.GetString(content.ToArray()).Contains(text, StringComparison.Ordinal))
            {
                holding.Add(file);
            }
        }

        return holding;
    }
}
