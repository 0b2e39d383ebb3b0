using GridBot.Core.Issues;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>With the rules as shipped, where each class has its own: whoever says what it really is changes who is asked when.</summary>
public sealed class CorrectingStories
{
    public static readonly IReadOnlyDictionary<string, string?> ShippedRules =
        new Dictionary<string, string?> { ["Policies"] = Path.Combine(AppContext.BaseDirectory, "config", "policies.yaml") };

    [Fact]
    public Task What_proves_urgent_climbs_by_the_minute_to_people_whom_the_first_class_would_never_have_asked() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            story.Expect("bot-answer 群: …12:00没人接就请网格员。…", "push 群 @吴建国: …", "app 吴建国: …12:00没人接就请网格员。…");
            var first = await story.IssueAsync(1);

            await story.PassMinutesAsync(3);
            await story.InGroupAsync(Zhou, "1分错了，应该是消防");
            story.Expect("app 周桂兰: …");
            var corrected = await story.IssueAsync(1);
            Assert.Equal(("fire", Urgency.Urgent), (corrected.Category, corrected.Urgency));
            Assert.True(corrected.ResolveBy < first.ResolveBy);

            await story.PassMinutesAsync(2);
            story.Expect("10:05:00 push 群 @李强: …请网格员看看…", "10:05:00 app 李强: …10:15没人接就请社区。…");
            await story.PassMinutesAsync(10);
            story.Expect("10:15:00 push 群 @陈静: …请社区协调…", "10:15:00 app 陈静: …10:30没人接就请街道值班。…");
            await story.PassMinutesAsync(15);
            story.Expect("push 群: …", "10:30:00 push 街道值班群 @刘志远: …请街道值班协调…", "10:30:00 app 刘志远: …");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
            var taken = await story.IssueAsync(1);
            Assert.Equal(corrected.ResolveBy, taken.ResolveBy);
            Assert.Equal(Li, taken.Owner);
        }, ShippedRules);

    [Fact]
    public Task What_proves_ordinary_leaves_those_above_in_peace() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道里电动车飞线充电");
            story.Expect("bot-answer 群: …10:05没人接就请网格员。…", "push 群 @吴建国: …", "app 吴建国: …");
            Assert.Equal(Urgency.Urgent, (await story.IssueAsync(1)).Urgency);

            await story.TapInGroupAsync(Zhou, "correct:1");
            story.Heard();
            await story.InGroupAsync(Zhou, "1分错了，应该是停车");
            story.Expect("app 周桂兰: …");
            await story.PassAsync(TimeSpan.FromHours(2) - TimeSpan.FromMilliseconds(1));
            story.Expect();
            await story.PassAsync(TimeSpan.FromMilliseconds(1));
            story.Expect("12:00:00 push 群 @李强: …请网格员看看…", "12:00:00 app 李强: …16:00没人接就请社区。…");
            await story.InGroupAsync(Li, "1收到");
            story.Heard();
        }, ShippedRules);
}
