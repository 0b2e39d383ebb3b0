using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Windows in working hours, as shipped: evenings and weekends aren't counted, and nobody is rung in them.</summary>
public sealed class WorkingHoursStories
{
    [Fact]
    public Task Two_working_hours_from_five_in_the_afternoon_end_at_ten_the_next_working_day() =>
        TellAsync("17:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            story.Expect("17:00:00 bot-answer 群: …11月25日10:00没人接就请网格员。…", "push 群 @吴建国: …", "app 吴建国: …11月25日10:00没人接就请网格员。…");
            await story.PassAsync(TimeSpan.FromHours(17) - TimeSpan.FromMilliseconds(1));
            story.Expect();
            await story.PassAsync(TimeSpan.FromMilliseconds(1));
            story.Expect("10:00:00 push 群 @李强: …", "10:00:00 app 李强: …14:00没人接就请社区。…");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
            Assert.Contains("Building wu.jianguo Missed", Assert.Single(await story.ResponsesAsync(1), r => r.Contains(Wu, StringComparison.Ordinal)), StringComparison.Ordinal);
        }, CorrectingStories.ShippedRules);

    [Fact]
    public Task A_weekend_is_not_counted_and_the_ladder_goes_on_on_monday() =>
        TellAsync("17:00:00", async story =>
        {
            await story.PassAsync(TimeSpan.FromDays(3));
            story.Expect();
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            Assert.Equal(DayOfWeek.Friday, story.Now.ToOffset(TimeSpan.FromHours(8)).DayOfWeek);
            story.Heard();

            await story.PassAsync(TimeSpan.FromHours(65) - TimeSpan.FromMilliseconds(1));
            story.Expect();
            await story.PassAsync(TimeSpan.FromMilliseconds(1));
            story.Expect("10:00:00 push 群 @李强: …", "10:00:00 app 李强: …14:00没人接就请社区。…");
            await story.PassAsync(TimeSpan.FromHours(4));
            story.Expect("14:00:00 push 群 @陈静: …", "14:00:00 app 陈静: …");
            Assert.Equal(Level.Community, Assert.IsType<Stage.Waiting>((await story.IssueAsync(1)).Stage).Level);
            await story.InGroupAsync(Chen, "1收到");
            story.Heard();
        }, CorrectingStories.ShippedRules);
}
