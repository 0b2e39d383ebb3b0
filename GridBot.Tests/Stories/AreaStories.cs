using GridBot.Core.Issues;
using GridBot.Sandbox.Town;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>One cause that a whole neighbourhood reports: one issue with a count, and still a way out for each.</summary>
public sealed class AreaStories
{
    [Fact]
    public Task Six_leaders_of_three_grids_report_one_water_cut_and_the_lift_beside_it_goes_first() =>
        TellAsync("18:00:00", async story =>
        {
            var (second, third) = (Leaders(story, "c1-g4"), Leaders(story, "c1-g5"));
            await story.InGroupAsync(Zhou, "11栋停水了");
            story.Expect("bot-answer 群: 【#1】停水｜11栋 …", "push 群 @李强: 【#1】11栋 停水…", "app 李强: 【#1】…");

            await story.PassMinutesAsync(1);
            await story.InGroupAsync(Wu, "我们10栋也没水了，一滴都没有");
            story.Expect("bot-answer 群: 【#1】停水｜…⏎3网格 停水：这件事已经有人报过，正在办，已把您这条并进去（共2人反映）。…［不是一件事］［查看进度］");

            await SayAsync(story, second, "我们这边停水了");
            story.Expect(
                $"bot-answer {second.Group.Name}: 【#1】停水｜…⏎第一片区 停水：…（2个网格共3人反映）。…",
                "push 群 @陈静: 【#1】第一片区 停水，请社区协调…", "app 陈静: 【#1】请您协调：停水｜…");

            await SayAsync(story, third, "停水了，还有人困在电梯里出不来");
            var heard = story.Heard();
            Assert.Contains(heard, l => l.Contains($"bot-answer {third.Group.Name}: 【#4 紧急】", StringComparison.Ordinal) && l.Contains("电梯困人", StringComparison.Ordinal));
            Assert.Contains(heard, l => l.Contains("（3个网格共4人反映）", StringComparison.Ordinal) && l.Contains(" app ", StringComparison.Ordinal));
            Assert.DoesNotContain(heard, l => l.Contains("停水", StringComparison.Ordinal) && l.Contains("bot-answer", StringComparison.Ordinal));

            var water = await story.IssueAsync(1);
            Assert.Equal((4, "c1-a1"), (water.ReporterCount, water.PlaceId));
            Assert.Equal(1, Assert.IsType<Stage.Merged>((await story.IssueAsync(5)).Stage).IntoNumber);
            Assert.Equal("lift_trapped", (await story.IssueAsync(4)).Subcategory);

            await story.TapAsync(Chen, "ack:1");
            var told = story.Heard();
            Assert.All(new[] { "群", second.Group.Name, third.Group.Name }, g =>
                Assert.Contains(told, l => l.Contains($" push {g}: 【#1】第一片区 停水：社区陈书记接手", StringComparison.Ordinal)));
        });

    [Fact]
    public Task One_tap_parts_a_report_from_the_others_and_the_matter_draws_together_again() =>
        TellAsync("18:00:00", async story =>
        {
            var other = Leaders(story, "c1-g4");
            await story.InGroupAsync(Zhou, "11栋停电了");
            await SayAsync(story, other, "停电了，整栋楼都黑了");
            Assert.Equal(("c1-a1", 2), ((await story.IssueAsync(1)).PlaceId, (await story.IssueAsync(1)).ReporterCount));

            await story.TapCardAsync(other.User, story.CardOf("undo:2", e => e.Chat == other.Group.ChatId), "undo:2");
            Assert.Equal(("c1-b11", 1), ((await story.IssueAsync(1)).PlaceId, (await story.IssueAsync(1)).ReporterCount));
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(2)).Stage);
            story.Heard();
        });

    private static Task SayAsync(Story story, (TownChat Group, string User) leader, string words) =>
        story.SayAsync(leader.User, leader.Group.ChatId, $"@网格助手 {words}");

    /// <summary>The group of a grid, and one of its building leaders.</summary>
    private static (TownChat Group, string User) Leaders(Story story, string grid)
    {
        var group = story.Town.Chats.First(c => c.Name == $"金龙社区{grid[4..]}网格群");
        return (group, group.Members[0]);
    }
}
