using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>What it is like to be rung, and to ask for somebody: nobody loses face, and one tap is enough.</summary>
public sealed class BeingRungStories
{
    [Fact]
    public Task Somebody_is_said_to_be_on_it_and_the_next_step_waits_for_that_persons_own_tap() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(1);
            await story.TapAsync(Wu, "busy:1");
            story.Heard();
            await story.PassMinutesAsync(2);
            await story.TapInGroupAsync(Zhou, "heard:1");
            story.Expect(
                "10:03:00 bot-update 群（周桂兰）: …：等李师傅本人点一下。10:13没点就请社区。…",
                "10:03:00 app 李强: 【#1】您在办吗？｜10栋 路灯楼道灯不亮⏎…［是，我在办］［不是我］");
            await story.TapInGroupAsync(Wu, "heard:1");
            story.Expect("bot-update 群（吴建国）: …：等李师傅本人点一下。…");

            await story.PassMinutesAsync(9);
            story.Expect();
            await story.PassMinutesAsync(1);
            story.Expect("10:13:00 push 群 @陈静: …请社区协调…", "10:13:00 app 陈静: …");
            await story.TapInGroupAsync(Zhou, "heard:1");
            story.Expect("bot-update 群（周桂兰）: …：请在办的那位自己点“我来处理”，我才停下提醒。…");

            await story.TapAsync(Li, "ack:1");
            story.Expect(
                "app-update 李强: …记下了，您来处理…",
                "10:13:00 push 群: 【#1】10栋 路灯楼道灯不亮：网格李师傅接手，12分回应（上报后13分）。不再提醒其他人。",
                "app-update 李强: …李师傅已接手",
                "app-update 吴建国: …李师傅已接手",
                "app-update 陈静: …李师傅已接手");
            Assert.Equal(
                ["Building wu.jianguo Declined 60000", "Grid li.qiang AnsweredLate 720000", "Community chen.jing Covered"], await story.ResponsesAsync(1));
        });

    [Fact]
    public Task Not_me_asks_the_next_at_once_and_the_group_reads_no_name() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Zhou, "heard:1");
            story.Heard();
            await story.TapCardAsync(Wu, story.CardOf("busy:1", e => e.To.Contains(Wu) && e.Card!.Title.Contains("您在办吗", StringComparison.Ordinal)), "busy:1");
            story.Expect(
                "app-update 吴建国: …好的，已请网格员。…",
                "10:00:00 push 群 @李强: …请网格员看看。…",
                "10:00:00 app 李强: …");
            Assert.Equal(["Building wu.jianguo Declined 0", "Grid li.qiang Open"], await story.ResponsesAsync(1));
            await story.TapInGroupAsync(Li, "ack:1");
            story.Heard();
        });

    [Fact]
    public Task Seen_is_noted_and_the_ladder_goes_on() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(5);
            story.Heard();
            await story.ToAppAsync(Li, "知道了");
            story.Expect("app-answer 李强: 【#1】10栋 路灯楼道灯不亮：记下您看过了，会接着请人。要接手请点“我来处理”。");
            await story.PassMinutesAsync(10);
            story.Expect("10:15:00 push 群 @陈静: …", "10:15:00 app 陈静: …");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
        });

    [Fact]
    public Task A_leader_takes_it_and_hands_it_to_the_grid_and_the_group_reads_nothing_of_that() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(30);
            story.Heard();
            var since = (await story.IssueAsync(1)).ResponseSince;
            await story.TapAsync(Liu, "ack:1");
            story.Expect(
                "app-update 刘志远: 【#1】交给谁？｜…［网格］［社区］［我自己办］",
                "push 群: …街道刘主任接手，0秒回应（上报后30分）。不再提醒其他人。",
                "app-update 吴建国: …", "app-update 李强: …", "app-update 陈静: …");
            await story.PassMinutesAsync(1);
            await story.TapAsync(Liu, "transfer:1:grid");
            story.Expect(
                "10:31:00 app-update 刘志远: …已转给李师傅，总时限不变。…",
                "10:31:00 app 李强: 【#1】刘主任请您办：路灯楼道灯不亮｜…");
            Assert.Equal(since, (await story.IssueAsync(1)).ResponseSince);
            await story.TapAsync(Li, "ack:1");
            story.Heard();
        });

    [Fact]
    public Task A_leader_who_took_it_by_a_message_gets_the_question_as_a_card_and_may_keep_it() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Liu, "1收到");
            story.Expect(
                "bot-answer 群: …街道刘主任接手（上报后0秒）。不再提醒其他人。",
                "app 刘志远: 【#1】交给谁？｜…［网格］［社区］［我自己办］",
                "app-update 吴建国: …刘主任已接手");
            await story.TapAsync(Liu, "transfer:1:me");
            story.Expect("app-update 刘志远: …街道刘主任10:00接手，在办，…［办好了］［正在办］［转给别人］［不归我管］…");
            await story.ToRobotAsync(Liu, "1请李强落实");
            story.Expect("bot-answer …已转给李师傅，总时限不变。", "app 李强: 【#1】刘主任请您办：…");
            await story.TapAsync(Li, "ack:1");
            story.Heard();
        });

    [Fact]
    public Task It_is_not_mine_stands_on_ones_own_card_only_with_reasons_to_tap_and_one_to_write() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Wu, "1不归我管");
            story.Expect("app 吴建国: 这一步请在发给您本人的卡片上点。");
            await story.TapAsync(Wu, "return:1");
            await story.TapAsync(Wu, "return:1:write");
            story.Expect("app-update 吴建国: …［写一句］［返回］", "app-update 吴建国: …请回一句原因，如“1退回 属物业”。…");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
        });
}
