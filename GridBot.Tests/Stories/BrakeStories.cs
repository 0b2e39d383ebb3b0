using GridBot.Demo.Town;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>The brake, rehearsals, and places that are being tried out.</summary>
public sealed class BrakeStories
{
    [Fact]
    public Task While_the_bell_is_held_a_report_is_taken_and_nobody_rung_until_it_ends_by_itself() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToRobotAsync(AdminOf(story), "暂停响铃 30分钟 测试");
            story.Expect("bot-answer …: 已暂停响铃到10:30：报来的事照常登记，一般和紧急的到点再请人，险情照常响。提前恢复发“恢复响铃”。");
            await story.PassMinutesAsync(5);
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            story.Expect("bot-answer 群: 【#1】…｜10栋 · 10:05登记 · 反映人保密⏎提醒暂停到10:30，请打值班室 023-0000000。…");
            await story.ToAppAsync(Zhou, "12栋下水道堵了");
            story.Expect("app-answer 周桂兰: 【#2】12栋 …：已登记。提醒暂停到10:30，请打值班室 023-0000000。");
            await story.PassMinutesAsync(24);
            story.Expect();
            await story.PassMinutesAsync(1);
            story.Expect("10:30:00 push 群 @吴建国 @姚华金: 【#1】10栋 …⏎【#2】12栋 …", "10:30:00 app 吴建国: …（反映人保密）。没人接就请网格员。…", "10:30:00 app 姚华金: …");
            await story.PassMinutesAsync(5);
            story.Expect("10:35:00 push 群 @李强: …⏎…", "app 李强: 【#1】…", "app 李强: 【#2】…");
            Assert.Contains("Building wu.jianguo Missed", await story.ResponsesAsync(1));
        });

    [Fact]
    public Task What_waited_already_goes_on_where_its_ladder_stood() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(2);
            await story.ToAppAsync(AdminOf(story), "暂停响铃半小时 系统检修");
            story.Heard();
            await story.PassMinutesAsync(30);
            story.Expect();
            await story.PassMinutesAsync(3);
            story.Expect("10:35:00 push 群 @李强: 【#1】…", "10:35:00 app 李强: 【#1】…");
            await story.TapInGroupAsync(Li, "ack:1");
            story.Heard();
        });

    [Fact]
    public Task An_emergency_rings_and_whoever_is_asked_answers_while_the_bell_is_held() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.ToRobotAsync(AdminOf(story), "暂停响铃 1小时 测试");
            story.Heard();
            await story.InGroupAsync(Zhou, "12栋3楼着火了");
            Assert.Contains(story.Heard(), l => l.Contains("push 街道值班群 @刘志远", StringComparison.Ordinal));
            await story.TapInGroupAsync(Li, "ack:1");
            story.Expect("bot-update 群: …网格李师傅 10:00 接手…", "app-update 吴建国: …");
            await story.TapInGroupAsync(Chen, "alarmoff:2");
            story.Heard();
        });

    [Fact]
    public Task It_is_let_go_before_its_time_and_held_longer_or_shorter_by_a_new_order() =>
        TakingStories.ReportedAsync(async story =>
        {
            var admin = AdminOf(story);
            await story.ToRobotAsync(admin, "暂停响铃 2小时 测试");
            await story.PassMinutesAsync(10);
            await story.InGroupAsync(Zhou, "12栋下水道堵了");
            await story.ToRobotAsync(admin, "暂停响铃 20分钟 改短");
            story.Heard();
            Assert.Equal(story.Now.AddMinutes(20), (await story.IssueAsync(2)).HeldUntil);
            await story.PassMinutesAsync(5);
            await story.ToRobotAsync(admin, "恢复响铃");
            story.Expect("bot-answer …: 已恢复响铃，等着的事接着请人。", "10:15:00 push 群 @姚华金: 【#2】…", "10:15:00 app 姚华金: 【#2】…");
            await story.PassMinutesAsync(5);
            story.Expect("10:20:00 push 群 @李强: …", "app 李强: 【#1】…", "app 李强: 【#2】…");
            await story.ToRobotAsync(admin, "恢复响铃");
            story.Expect("bot-answer …: 现在没有暂停响铃。");
            await story.TapAsync(Li, "ack:1");
            await story.TapAsync(Li, "ack:2");
            story.Heard();
        });

    [Fact]
    public Task Only_an_admin_one_to_one_and_with_a_reason() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToRobotAsync(Liu, "暂停响铃 30分钟 测试");
            await story.ToRobotAsync(AdminOf(story), "暂停响铃 30分钟");
            await story.ToRobotAsync(AdminOf(story), "暂停响铃 48小时 测试");
            story.Expect("bot-answer …: 这一步只有管理员能做。", "bot-answer …: 请写多久和原因…", "bot-answer …: 请写多久和原因…");
        });

    [Fact]
    public Task A_rehearsal_goes_the_whole_path_to_its_sender_alone_and_counts_nowhere() =>
        TellAsync("10:00:00", async story =>
        {
            var admin = AdminOf(story);
            await story.ToRobotAsync(admin, "演练 10栋楼道灯不亮了");
            await story.PassMinutesAsync(5);
            var seen = story.WeCom.Log.Since(0);
            Assert.All(seen, e => Assert.True(e.To.Contains(admin) || e.Channel == "bot-answer"));
            Assert.All(seen, e => Assert.All(e.Text.Split('\n'), l => Assert.StartsWith("【演练】", l, StringComparison.Ordinal)));
            Assert.All(seen, e => Assert.Empty(e.Mentions));
            story.Heard();
            await story.ToRobotAsync(admin, "今天");
            await story.ToRobotAsync(admin, "未办结");
            story.Expect("bot-answer …: 东街街道今天：新报0件…", "bot-answer …: 东街街道 未办结：没有。");
            Assert.Empty(await story.ResponsesAsync(1));
            await story.ToRobotAsync(admin, "#1收到");
            story.Expect("bot-answer …: 【演练】【#1】…", "app …: 【演练】…接手…", "app …: 【演练】…交给谁？…", "app …: 【演练】演练到此结束…");
            await story.PassAsync(TimeSpan.FromDays(2));
        });

    [Fact]
    public Task A_rehearsed_fire_in_the_group_reaches_nobody_there_and_others_cannot_rehearse() =>
        TellAsync("10:00:00", async story =>
        {
            var admin = AdminOf(story);
            await story.ToAppAsync(admin, "试响：10栋着火了");
            var lines = story.Heard();
            Assert.All(lines, l => Assert.Contains("【演练】", l, StringComparison.Ordinal));
            Assert.True(lines.Count >= 5);
            await story.PassAsync(TimeSpan.FromHours(3));
            Assert.Contains(story.Heard(), l => l.Contains("演练到此结束", StringComparison.Ordinal));
            await story.InGroupAsync(Zhou, "演练 10栋着火了");
            await story.InGroupAsync(Zhou, "今天下午消防演练");
            Assert.Equal(1, (await story.IssueAsync(1)).Number);
        });

    [Fact]
    public Task Who_may_not_rehearse_is_told_so_one_to_one() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToRobotAsync(Zhou, "演练 10栋着火");
            story.Expect("bot-answer …: 这一步只有管理员能做。");
            await story.InGroupAsync(Zhou, "演练 10栋着火");
            story.Expect();
        });

    [Fact]
    public async Task A_place_that_is_tried_out_rings_up_to_its_rung_and_above_it_shows_the_plan()
    {
        var roster = Path.Combine(Path.GetTempPath(), $"roster-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(roster, TownBuilder.Build().RosterYaml.Replace(
            "kind: subdistrict\n", "kind: subdistrict\n    ring_up_to: grid\n", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        try
        {
            await TellAsync("10:00:00", async story =>
            {
                await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
                story.Heard();
                await story.PassMinutesAsync(5);
                story.Expect("push 群 @李强: …", "app 李强: 【#1】请您看看：…｜…“10栋楼道灯不亮了”（反映人保密）。您不方便就点一下，我马上请别人。…");
                await story.PassMinutesAsync(10);
                story.Expect("10:15:00 app …: 【#1】10栋 路灯楼道灯不亮：试运行只提醒到网格，还没人接。正式运行时接着会请：社区陈书记，街道刘主任。现在没有提醒他们，请您看一下。");
                await story.PassAsync(TimeSpan.FromHours(20));
                story.Expect();
                await story.InGroupAsync(Zhou, "12栋3楼着火了");
                Assert.Contains(story.Heard(), l => l.Contains("@李强 @陈静", StringComparison.Ordinal));
                await story.TapInGroupAsync(Li, "ack:1");
                await story.TapInGroupAsync(Chen, "alarmoff:2");
                story.Heard();
            },
            new Dictionary<string, string?> { ["Roster"] = roster });
        }
        finally
        {
            File.Delete(roster);
        }
    }

    private static string AdminOf(Story story) => story.Town.People.First(p => p.Role == "admin").UserId;
}
