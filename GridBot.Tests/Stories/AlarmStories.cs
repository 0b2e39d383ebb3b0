using GridBot.Core.Issues;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Who has smoke in the staircase writes more often than they look for a button.</summary>
public sealed class AlarmStories
{
    [Fact]
    public Task Whoever_writes_that_help_is_called_or_that_they_go_is_heard_and_stops_nothing() =>
        BurningAsync(async story =>
        {
            await story.InGroupAsync(Wu, "119已打");
            story.Expect(
                "bot-answer 群: 【#1】12栋 火情：10:00有人确认已打119。",
                "app 姚华金: …已打119。", "app 李强: …已打119。", "app 陈静: …已打119。", "app 刘志远: …已打119。");
            await story.ToRobotAsync(Li, "我去现场");
            story.Expect(
                "bot-answer …: 【#1】12栋 火情：记下您去现场了，注意安全。还会接着请人。",
                "app 姚华金: …网格李师傅去现场了。", "app 陈静: …", "app 刘志远: …");
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(1)).Stage);
            await story.PassMinutesAsync(5);
            Assert.Contains(story.Heard(), l => l.Contains("push 群 @姚华金 @李强 @陈静", StringComparison.Ordinal));
        });

    [Fact]
    public Task A_false_alarm_ends_by_the_words_of_the_community_also_when_somebody_had_taken_it() =>
        BurningAsync(async story =>
        {
            await story.InGroupAsync(Li, "1收到");
            await story.InGroupAsync(Wu, "误报");
            Assert.Contains(story.Heard(), l => l.Contains("这一步要上一级来点", StringComparison.Ordinal));
            await story.InGroupAsync(Chen, "误报解除");
            story.Expect(
                "bot-answer 群: 【#1】12栋 火情：误报，已解除（陈书记10:00确认）。在路上的请回，辛苦了。",
                "app 姚华金: …在路上的请回…", "app 李强: …", "app 刘志远: …");
            Assert.IsType<Stage.Rejected>((await story.IssueAsync(1)).Stage);
        });

    [Fact]
    public Task Where_nothing_burns_going_there_takes_the_issue_and_a_call_for_help_asks_where() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.ToRobotAsync(Wu, "已报警");
            story.Expect("bot-answer …: 现在没有登记着的急事。…");
            await story.InGroupAsync(Wu, "我去现场");
            story.Expect("bot-answer 群: …楼栋吴叔接手…", "app-update 吴建国: …");
        });

    private static Task BurningAsync(Func<Story, Task> then) =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "12栋3楼冒浓烟");
            Assert.Equal(Urgency.Emergency, (await story.IssueAsync(1)).Urgency);
            story.Heard();
            await then(story);
        });
}
