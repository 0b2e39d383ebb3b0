using GridBot.Core.Issues;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>One group for a whole sub-district, with everybody in it: each step is rung there, by name.</summary>
public sealed class WholeTownGroupStories
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_place_comes_from_the_words_and_each_step_mentions_its_people_in_the_one_group() =>
        TellAsync("10:00:00", async story =>
        {
            await GatherAllAsync(story);
            await story.InGroupAsync(Zhou, "金龙社区10栋楼道灯不亮了");
            story.Expect("bot-answer 群: 【#1】路灯楼道灯不亮｜…10栋 …", "push 群 @吴建国: 【#1】…10栋 …", "app 吴建国: …");
            await story.PassMinutesAsync(5);
            story.Expect("10:05:00 push 群 @李强: …", "app 李强: …");
            await story.PassMinutesAsync(10);
            story.Expect("10:15:00 push 群 @陈静: …", "app 陈静: …");
            await story.PassMinutesAsync(15);
            story.Expect("10:30:00 push 群 @刘志远: …请街道值班协调…", "app 刘志远: …");
            await story.InGroupAsync(Liu, "1收到");
            story.Expect("bot-answer 群: …街道刘主任接手…", "app-update …", "app-update …", "app-update …", "app-update …", "app 刘志远: 【#1】交给谁？…");
        });

    [Fact]
    public Task Without_a_community_in_the_words_it_is_the_senders_own() =>
        TellAsync("10:00:00", async story =>
        {
            await GatherAllAsync(story);
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            story.Heard();
            var issue = await story.IssueAsync(1);
            Assert.Equal(("c1-b10", false), (issue.PlaceId, issue.PlaceInferred));
            Assert.Equal(story.Group, issue.ChatId);
            await story.InGroupAsync(Wu, "1收到");
            Assert.IsType<Stage.Acknowledged>((await story.IssueAsync(1)).Stage);
            story.Heard();
        });

    /// <summary>The grid's group becomes that of the whole sub-district, with its own push robot, and no other is left.</summary>
    private static async Task GatherAllAsync(Story story)
    {
        await story.App.RewriteAsync(
            "push-keys.yaml", keys => $"dongjie:{keys.Split('\n').Single(l => l.StartsWith("c1-g3:", StringComparison.Ordinal)).Split(':')[1]}\n", Cancelled);
        await story.App.RewriteAsync(
            "roster.yaml",
            roster => $"{roster.Split("groups:")[0]}groups:\n  - {{chatid: {story.Group}, name: 东街街道大群, place: dongjie, levels: [building, grid, community, subdistrict], push: true}}\n",
            Cancelled);
    }
}
