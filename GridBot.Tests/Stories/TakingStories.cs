using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Somebody takes it, on whichever way, once or twice, early or late.</summary>
public sealed class TakingStories
{
    private const string Light = "10栋楼道灯不亮了";

    [Fact]
    public Task A_tap_on_the_groups_card_takes_it_and_the_card_itself_tells_the_group() =>
        ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Li, "ack:1");
            story.Expect(
                "bot-update 群: 【#1】路灯楼道灯不亮｜…网格李师傅 10:00 接手⏎谢谢各位，不再提醒其他人。⏎网格助手 ［办好了］［催一下］",
                "app-update 吴建国: …李师傅已接手");
            await story.PassMinutesAsync(60);
        });

    [Fact]
    public Task A_short_message_does_the_same_as_the_tap() =>
        ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, "1收到");
            story.Expect(
                "bot-answer 群: 【#1】10栋 路灯楼道灯不亮：网格李师傅接手（上报后0秒）。不再提醒其他人。",
                "app-update 吴建国: …李师傅已接手");
            await story.PassMinutesAsync(60);
        });

    [Fact]
    public Task Doing_it_twice_is_harmless_and_a_second_hand_is_a_helper() =>
        ReportedAsync(async story =>
        {
            await story.TapInGroupAsync(Li, "ack:1");
            story.Heard();
            await story.InGroupAsync(Li, "1收到");
            await story.ToAppAsync(Li, "1收到");
            await story.InGroupAsync(Wu, "1收到");
            story.Expect(
                "app 李强: …您已经接手了，不用再点。",
                "app-answer 李强: …您已经接手了，不用再点。",
                "app 吴建国: …10:00已由网格李师傅接手，您来帮忙也记下了。");
            Assert.Equal([Wu], (await story.IssueAsync(1)).Helpers);
        });

    [Fact]
    public Task A_card_drawn_before_the_last_step_still_takes_it_but_no_longer_escalates() =>
        ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(5);
            story.Expect("push 群 @李强: …请网格员看看。…", "app 李强: …");
            await story.TapAsync(Wu, "escalate:1");
            story.Expect("app-update 吴建国: …这张卡片是旧的，这一步已经过了。…");

            await story.InGroupAsync(Wu, "1收到");
            story.Expect("bot-answer 群: …楼栋吴叔接手，5分回应（上报后5分）。不再提醒其他人。", "app-update 李强: …吴叔已接手", "app-update 吴建国: …吴叔已接手");
            Assert.Equal(["Building wu.jianguo AnsweredLate 300000", "Grid li.qiang Covered"], await story.ResponsesAsync(1));
        });

    [Fact]
    public Task Who_is_busy_says_so_with_one_tap_and_the_next_is_asked_at_once() =>
        ReportedAsync(async story =>
        {
            await story.PassMinutesAsync(1);
            await story.TapAsync(Wu, "busy:1");
            story.Expect(
                "10:01:00 app-update 吴建国: …好的，已请网格员。…",
                "10:01:00 push 群 @李强: 【#1】10栋 路灯楼道灯不亮，还在等人接手，请网格员看看。…",
                "10:01:00 app 李强: …10:11没人接就请社区。…");
            Assert.Equal(["Building wu.jianguo Declined 60000", "Grid li.qiang Open"], await story.ResponsesAsync(1));
            await story.TapInGroupAsync(Li, "ack:1");
            Assert.DoesNotContain(story.Heard(), l => l.Contains(" 群", StringComparison.Ordinal) && l.Contains('吴'));
        });

    [Fact]
    public Task Received_from_somebody_who_has_nothing_to_receive_gets_a_sentence() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Wu, "收到");
            await story.ToAppAsync(Li, "收到");
            story.Expect("bot-answer 群: 现在没有等您接手的事。", "app-answer 李强: 现在没有等您接手的事。");
        });

    [Fact]
    public Task Received_without_a_number_means_the_only_one_that_waits_and_else_there_are_buttons() =>
        ReportedAsync(async story =>
        {
            await story.InGroupAsync(Zhou, "10栋门口下水道堵了");
            story.Heard();
            await story.InGroupAsync(Wu, "收到");
            story.Expect("bot-answer 群: 您说的是哪一件？｜…［#2 10栋］［#1 10栋］");
            await story.TapInGroupAsync(Wu, "pick:2:ack");
            Assert.Contains(story.Heard(), l => l.Contains("楼栋吴叔 10:00 接手", StringComparison.Ordinal));

            await story.ToRobotAsync(Wu, "收到");
            story.Expect("bot-answer …【#1】10栋 路灯楼道灯不亮：记下了，您来处理，辛苦！…", "push 群: 【#1】10栋 路灯楼道灯不亮：楼栋吴叔接手…", "app-update 吴建国: …");
        });

    [Fact]
    public Task A_question_is_no_report_and_thanks_need_no_answer() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToRobotAsync(Li, "社区几点上班");
            await story.InGroupAsync(Zhou, "谢谢");
            await story.InGroupAsync(Zhou, "今天下午消防演练，大家不要惊慌");
            await story.InGroupAsync(Zhou, "");
            story.Expect("bot-answer …这个问题我答不了，请打值班室 023-0000000…", "bot-answer 群: 我没看明白。…");
        });

    internal static Task ReportedAsync(Func<Story, Task> then) =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, Light);
            story.Expect("bot-answer 群: 【#1】…［我来处理］…", "push 群 @吴建国: …", "app 吴建国: …");
            await then(story);
        });
}
