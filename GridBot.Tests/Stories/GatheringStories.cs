using GridBot.Core.Issues;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>People write as they think: several messages and a picture in one minute are one report.</summary>
public sealed class GatheringStories
{
    [Fact]
    public Task More_words_and_a_picture_within_a_minute_belong_to_the_report() =>
        ReportedAsync("13栋门口垃圾堆成山没人收", async story =>
        {
            await story.PassAsync(TimeSpan.FromSeconds(20));
            await story.InGroupAsync(Zhou, "臭得很，苍蝇到处飞");
            await story.InGroupAsync(Zhou, "", image: "photo.jpg");
            story.Expect("app 周桂兰: 【#1】13栋 …：补充已记下。");
            Assert.Equal("13栋门口垃圾堆成山没人收；补充：臭得很，苍蝇到处飞；补充：（发来一张图片）", (await story.IssueAsync(1)).Text);
        });

    [Fact]
    public Task The_place_that_follows_moves_a_report_whose_place_was_guessed() =>
        ReportedAsync("楼道的灯不亮了", async story =>
        {
            Assert.Equal(("c1-b11", true), ((await story.IssueAsync(1)).PlaceId, (await story.IssueAsync(1)).PlaceInferred));
            await story.InGroupAsync(Zhou, "是10栋的");
            story.Heard();
            Assert.Equal(("c1-b10", false), ((await story.IssueAsync(1)).PlaceId, (await story.IssueAsync(1)).PlaceInferred));
        });

    [Fact]
    public Task Another_problem_another_place_and_a_danger_stay_matters_of_their_own() =>
        ReportedAsync("13栋门口垃圾堆成山没人收", async story =>
        {
            await story.InGroupAsync(Zhou, "12栋路灯也不亮");
            await story.InGroupAsync(Zhou, "12栋的垃圾也没人收");
            await story.InGroupAsync(Zhou, "13栋着火了");
            story.Heard();
            Assert.Equal(
                [("facility", "c1-b12"), ("sanitation", "c1-b12"), ("fire", "c1-b13")],
                [await MatterAsync(story, 2), await MatterAsync(story, 3), await MatterAsync(story, 4)]);
        });

    [Fact]
    public Task What_is_private_gets_into_no_public_issue_of_the_same_minute() =>
        ReportedAsync("13栋门口垃圾堆成山没人收", async story =>
        {
            await story.InGroupAsync(Zhou, "楼上两口子又打孩子");
            await story.InGroupAsync(Zhou, "夫妻天天吵架");
            story.Heard();
            Assert.Equal("13栋门口垃圾堆成山没人收", (await story.IssueAsync(1)).Text);
            Assert.True((await story.IssueAsync(2)).IsPrivate);
        });

    [Fact]
    public Task What_is_public_gets_into_no_private_issue_of_the_same_minute() =>
        ReportedAsync("10栋楼上经常打孩子", async story =>
        {
            Assert.True((await story.IssueAsync(1)).IsPrivate);
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.InGroupAsync(Zhou, "10栋门口两拨人打架了");
            story.Heard();
            Assert.Equal("10栋楼上经常打孩子", (await story.IssueAsync(1)).Text);
            Assert.Equal(
                [("facility", false), ("security", false)],
                [((await story.IssueAsync(2)).Category, (await story.IssueAsync(2)).IsPrivate), ((await story.IssueAsync(3)).Category, (await story.IssueAsync(3)).IsPrivate)]);
        });

    [Fact]
    public Task Somebody_else_another_chat_or_a_later_minute_begin_anew() =>
        ReportedAsync("13栋门口垃圾堆成山没人收", async story =>
        {
            await story.InGroupAsync(Wu, "臭得很，苍蝇到处飞");
            await story.ToAppAsync(Zhou, "臭得很，苍蝇到处飞");
            await story.PassAsync(TimeSpan.FromSeconds(61));
            await story.InGroupAsync(Zhou, "臭得很，苍蝇到处飞");
            story.Heard();
            Assert.DoesNotContain("补充", (await story.IssueAsync(1)).Text, StringComparison.Ordinal);
        });

    private static async Task<(string Category, string PlaceId)> MatterAsync(Story story, long number)
    {
        var issue = await story.IssueAsync(number);
        return (issue.Category, issue.PlaceId);
    }

    private static Task ReportedAsync(string words, Func<Story, Task> then) =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, words);
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(1)).Stage);
            story.Heard();
            await then(story);
        });
}
