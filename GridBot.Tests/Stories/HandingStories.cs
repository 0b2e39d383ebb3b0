using GridBot.Core.Issues;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>It goes to somebody else, somewhere else, up, or to rest.</summary>
public sealed class HandingStories
{
    [Fact]
    public Task Handing_on_shows_the_people_to_tap_and_rings_the_chosen_one_alone() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapAsync(Wu, "transfer:1");
            story.Expect("app-update 吴建国: 【#1】转给谁？｜…［李师傅］［陈书记］［刘主任］…");
            await story.TapAsync(Wu, "transfer:1:chen.jing");
            story.Expect(
                "app-update 吴建国: …已转给陈书记，总时限不变。…",
                "app 陈静: 【#1】转给您办：路灯楼道灯不亮｜…10:15没人接就请街道值班。…");
            await story.PassMinutesAsync(15);
            story.Expect("10:15:00 push 群: …请街道值班协调…",
                "10:15:00 push 街道值班群 @刘志远: …请街道值班协调…", "10:15:00 app 刘志远: …");
        });

    [Fact]
    public Task A_name_that_nobody_bears_is_answered_and_handing_to_oneself_takes_it() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, "1转给赵六六");
            story.Expect("app 李强: 没找到“赵六六”。请写名册里的名字，如“128转给李强”。");
            await story.InGroupAsync(Li, "1转给李强");
            story.Expect("bot-answer 群: …网格李师傅接手（上报后0秒）。不再提醒其他人。", "app-update 吴建国: …李师傅已接手");
        });

    [Fact]
    public Task A_return_needs_a_reason_rings_the_dispatcher_and_the_third_goes_to_the_sub_district() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapAsync(Wu, "return:1");
            story.Expect("app-update 吴建国: 【#1】为什么不归您管？｜…［属物业］［别的网格］［属职能部门］［情况不符］［写一句］［返回］");
            await story.TapAsync(Wu, "return:1:2");
            story.Expect("app-update 吴建国: …知道了，已请调度员重新派。…", "app 杨丽梦: 【#1】请您派一下：…退回原因：别的网格。…");

            await story.TapAsync("yang.limeng", "transfer:1:grid");
            story.Expect("app-update 杨丽梦: …已转给李师傅…", "app 李强: 【#1】杨老师请您办：…");
            await story.ToRobotAsync(Li, "1退回 不是我片区");
            story.Expect("bot-answer …知道了，已请调度员重新派。", "app 杨丽梦: …退回原因：不是我片区。…", "app-update 李强: …");

            await story.TapAsync("yang.limeng", "transfer:1:community");
            story.Expect("app-update 杨丽梦: …", "app 陈静: 【#1】杨老师请您办：…");
            await story.ToRobotAsync(Chen, "1退回 属职能部门");
            story.Expect("bot-answer …知道了，已请街道定一下归谁。", "app 刘志远: 【#1】请您定一下归谁：…退回原因：属职能部门。…", "app-update 陈静: …");
            Assert.DoesNotContain(story.WeCom.Log.Since(0), e => e.Chat == story.Group && e.Text.Contains('退'));
        });

    [Fact]
    public Task Escalating_by_hand_asks_the_next_rung_now_with_its_own_window() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(2);
            await story.TapAsync(Wu, "escalate:1");
            story.Expect("app-update 吴建国: …已请网格员。…", "10:02:00 push 群 @李强: …", "app 李强: …10:12没人接就请社区。…");
            await story.PassMinutesAsync(10);
            story.Expect("10:12:00 push 群 @陈静: …", "10:12:00 app 陈静: …");
        });

    [Fact]
    public Task Deferring_stops_both_clocks_and_wakes_its_owner() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Li, "ack:1");
            story.Heard();
            var before = await story.IssueAsync(1);
            await story.ToRobotAsync(Li, "1挂账");
            story.Expect("bot-answer …要写…");
            await story.ToRobotAsync(Li, "1挂账到11月26日 等配件");
            story.Expect("bot-answer …已挂账，11月26日再提醒您。", "app 周桂兰: 【#1】10栋 路灯楼道灯不亮：先挂账，11月26日再办。");

            await story.PassAsync(TimeSpan.FromHours(47));
            story.Expect("09:00:00 push 群 @李强: …挂账到期了，请网格员接着办。", "09:00:00 app 李强: …");
            Assert.Equal(before.ResolveBy + TimeSpan.FromHours(47), (await story.IssueAsync(1)).ResolveBy);
            await story.TapAsync(Li, "ack:1");
            story.Expect("app-update 李强: …记下了，您来处理…", "push 群: …网格李师傅接手…");
        });

    [Fact]
    public Task What_was_deferred_before_anybody_took_it_starts_from_the_first_rung_again() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.ToRobotAsync(Li, "1挂账到11月26日 等配件");
            story.Heard();
            await story.PassAsync(TimeSpan.FromHours(47));
            story.Expect("09:00:00 push 群 @吴建国: …挂账到期了，请楼长接着办。", "09:00:00 app 吴建国: …");
            await story.PassMinutesAsync(5);
            story.Expect("09:05:00 push 群 @李强: …", "09:05:00 app 李强: …");
            await story.TapAsync(Li, "ack:1");
            story.Heard();
        });

    [Fact]
    public Task A_dispute_goes_one_rung_above_the_resolver_and_a_second_one_to_the_dispatcher() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Li, "ack:1");
            await story.TapInGroupAsync(Li, "resolve:1");
            story.Heard();
            await story.TapAsync(Zhou, "unsolved:1");
            story.Expect(
                "app-update 周桂兰: …知道了，再请社区看。…",
                "push 群 @陈静: 【#1】10栋 路灯楼道灯不亮，反映人说还没好，请社区再看看。",
                "app 陈静: …");
            await story.ToRobotAsync(Chen, "1已办结");
            story.Expect("bot-answer …已办结。…", "push 群: …已办结。…", "app 周桂兰: 【#1】居民那边好了吗？…", "app-update 陈静: …");
            await story.TapAsync(Zhou, "unsolved:1");
            story.Expect("app-update 周桂兰: …", "app 杨丽梦: 【#1】请您派一下：…");
            Assert.Equal(2, (await story.IssueAsync(1)).Reworks);
        });

    [Fact]
    public Task An_issue_that_comes_back_keeps_its_number_and_the_group_reads_one_line() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Li, "ack:1");
            await story.TapInGroupAsync(Li, "resolve:1");
            await story.TapAsync(Zhou, "solved:1");
            story.Heard();
            await story.PassAsync(TimeSpan.FromHours(3));
            await story.ToRobotAsync(Zhou, "1 又坏了");
            story.Expect(
                "bot-answer …【#1】…再请楼长看。",
                "13:00:00 push 群 @吴建国: 【#1】10栋 路灯楼道灯不亮，又出现了，请楼长看看。回：@网格助手 …",
                "app 吴建国: …13:05没人接就请网格员。…");
            Assert.Equal((1, 1L), ((await story.IssueAsync(1)).Reopens, (await story.IssueAsync(1)).Number));
            await story.TapAsync(Wu, "ack:1");
            story.Heard();
        });

    [Fact]
    public Task The_reporter_takes_it_back_while_nobody_has_taken_it_and_after_that_only_the_words() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Zhou, "撤回");
            story.Expect("bot-answer 群: 【#1】10栋 路灯楼道灯不亮：反映人撤回了，不用再看。", "app-update 吴建国: …已不用处理");
            Assert.IsType<Stage.Withdrawn>((await story.IssueAsync(1)).Stage);

            await story.InGroupAsync(Zhou, "12栋下水道堵了");
            await story.TapInGroupAsync(Li, "ack:2");
            story.Heard();
            await story.InGroupAsync(Zhou, "撤回#2");
            story.Expect("app 周桂兰: 【#2】12栋 …：您写的原话已删掉，事情照常办，编号和时间保留。");
            Assert.IsType<Stage.Acknowledged>((await story.IssueAsync(2)).Stage);
        });

    [Fact]
    public Task Category_and_place_are_put_right_by_a_tap_or_a_sentence() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Zhou, "correct:1");
            story.Expect("bot-update 群（周桂兰）: 【#1】应该是哪一类？｜…");
            await story.InGroupAsync(Zhou, "地点错了，是13栋");
            story.Expect(
                "app 周桂兰: 【#1】13栋 路灯楼道灯不亮：已改过来。",
                "push 群 @傅秀华: 【#1】13栋 路灯楼道灯不亮，请楼长帮忙看看。…",
                "app 傅秀华: 【#1】请您看看：…",
                "app-update 吴建国: …已不用处理");
            Assert.Equal("c1-b13", (await story.IssueAsync(1)).PlaceId);
        });
}
