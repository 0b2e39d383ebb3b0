using GridBot.Core.Issues;
using GridBot.Demo.Town;
using GridBot.Sandbox.Faults;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>How little a group reads, and what becomes of what somebody had who is gone.</summary>
public sealed class QuietGroupStories
{
    [Fact]
    public Task Whatever_is_written_besides_is_answered_to_the_writer_alone() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, "1收到");
            story.Expect("bot-answer 群: …网格李师傅接手…", "app-update 吴建国: …");
            await story.InGroupAsync(Li, "1 师傅到了正在修");
            await story.InGroupAsync(Wu, "1收到");
            await story.InGroupAsync(Zhou, "1催一下");
            await story.InGroupAsync(Zhou, "谢谢");
            story.Expect(
                "app 李强: 【#1】10栋 路灯楼道灯不亮：进展记下了。",
                "app 吴建国: …10:00已由网格李师傅接手，您来帮忙也记下了。",
                "app 周桂兰: …网格李师傅在办，已替您催了。",
                "app 李强: …反映人在问进展…");
            await story.PassMinutesAsync(3);
            await story.InGroupAsync(Zhou, "1催一下");
            story.Expect("app 周桂兰: …网格李师傅在办，10:00刚替您催过。");
            await story.InGroupAsync(Li, "1转给吴建国");
            story.Expect("app 李强: …已转给吴叔，总时限不变。", "app 吴建国: 【#1】李师傅请您办：…");
            await story.TapAsync(Wu, "ack:1");
            story.Expect("app-update 吴建国: …记下了，您来处理…");
            await story.InGroupAsync(Wu, "1已办结");
            story.Expect("bot-answer 群: …已办结。…谢谢大家。", "app 周桂兰: 【#1】居民那边好了吗？…", "app-update 吴建国: …已办结");
        });

    [Fact]
    public Task What_can_not_be_done_is_told_to_the_writer_alone() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Wu, "1收到");
            await story.InGroupAsync(Wu, "1收到");
            await story.InGroupAsync(Li, "1不归我管");
            story.Expect(
                "bot-answer 群: …楼栋吴叔接手…", "app-update 吴建国: …",
                "app 吴建国: 【#1】…您已经接手了…",
                "app 李强: 这一步请在发给您本人的卡片上点。");
        });

    [Fact]
    public Task Help_is_one_line_once_in_ten_minutes_for_each_person() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "帮助");
            await story.InGroupAsync(Zhou, "帮助");
            await story.InGroupAsync(Wu, "帮助");
            story.Expect("bot-answer 群: 报事：…", "bot-answer 群: 报事：…");
            await story.PassMinutesAsync(10);
            await story.InGroupAsync(Zhou, "帮助");
            story.Expect("bot-answer 群: 报事：…");
        });

    [Fact]
    public Task Questions_of_one_evening_come_as_one_list_card_and_each_opens_its_own() =>
        TellAsync("16:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            await story.InGroupAsync(Zhou, "10栋门口垃圾堆成山没人收");

            await story.ToRobotAsync(Li, "1已办结");
            await story.ToRobotAsync(Li, "2已办结");
            await story.ToRobotAsync(Li, "3已办结");
            Assert.Single(story.Heard(), l => l.Contains("居民那边好了吗", StringComparison.Ordinal));
            await story.PassAsync(TimeSpan.FromHours(4));
            story.Expect("20:00:00 app 周桂兰: 这几件好了吗？｜…⏎#2:10栋 …⏎#3:10栋 …⏎网格助手 ［说说#2］［说说#3］");
            await story.TapAsync(Zhou, "asked:2");
            story.Expect("app-update 周桂兰: 【#2】居民那边好了吗？｜10栋 … · 16:00办结⏎…［好了］［还没好］［不清楚］");
            await story.TapAsync(Zhou, "solved:2");
            story.Expect("app-update 周桂兰: 这几件好了吗？｜…好的，已结案。谢谢！⏎…［查看#2］［说说#3］");
        });

    [Fact]
    public Task Asked_for_what_is_late_a_group_reads_no_name_and_no_reproach() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, "1收到");
            await story.PassAsync(TimeSpan.FromDays(9));
            story.Heard();
            await story.InGroupAsync(Zhou, "超时");
            story.Expect("bot-answer 群: …过了期限：1件⏎#1 10栋 路灯楼道灯不亮 在办");
            await story.ToRobotAsync(Chen, "超时");
            story.Expect("bot-answer …超时：1件⏎#1 10栋 路灯楼道灯不亮 李师傅在办，超时…");
        });

    [Fact]
    public async Task What_somebody_had_who_left_the_roster_waits_again_and_the_rosters_owner_is_told_once()
    {
        var town = TownBuilder.Build();
        using var roster = new PoliciesFile(town.RosterYaml);
        await TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            await story.InGroupAsync(Li, "1收到");
            await story.InGroupAsync(Li, "2收到");
            await story.PassMinutesAsync(5);
            story.Heard();

            var standIn = town.RosterYaml.Split('\n').First(l => l.Contains("user: li.qiang, stand_ins: [", StringComparison.Ordinal)).Split("stand_ins: [")[1].Split(']')[0];
            await File.WriteAllTextAsync(roster.Path, string.Join('\n', town.RosterYaml
                .Split('\n').Where(l => !l.Contains("userid: li.qiang", StringComparison.Ordinal)))
                .Replace($"{{user: li.qiang, stand_ins: [{standIn}]}}", standIn, StringComparison.Ordinal)
                .Replace("li.qiang", standIn, StringComparison.Ordinal));
            await story.App.Driver.TakeInSettingsAsync(TestContext.Current.CancellationToken);
            await story.DrainAsync();
            var seen = story.Heard();

            Assert.Single(seen, l => l.Contains("已不在名册", StringComparison.Ordinal) && l.Contains("2件（#1、#2）", StringComparison.Ordinal));
            Assert.Equal(2, seen.Count(l => l.Contains(" app ", StringComparison.Ordinal) && l.Contains("请您看看", StringComparison.Ordinal)));
            Assert.DoesNotContain(seen, l => l.Contains(" 群", StringComparison.Ordinal) && l.Contains("李强", StringComparison.Ordinal));
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(1)).Stage);
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(2)).Stage);

            await story.DrainAsync();
            story.Expect();
            await story.InGroupAsync(Wu, "1、2收到");
            story.Heard();
        },
        new Dictionary<string, string?> { ["Roster"] = roster.Path });
    }

    [Fact]
    public Task Whom_wecom_no_longer_reaches_keeps_nothing() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
            story.WeCom.AddFault(new Fault("message/send", ErrCode: 60111, Times: 1));
            await story.ToAppAsync(Zhou, "1催一下");
            var seen = story.Heard();
            Assert.Contains(seen, l => l.Contains("已不在名册，或企业微信联系不上。手上的1件（#1）已重新请人", StringComparison.Ordinal));
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(1)).Stage);
            await story.InGroupAsync(Wu, "1收到");
            story.Heard();
        });
}
