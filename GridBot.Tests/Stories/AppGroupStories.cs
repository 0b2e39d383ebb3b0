using GridBot.Core.Roster;
using GridBot.Handlers.Binding;
using GridBot.Handlers.Settings;
using GridBot.Storage.Groups;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.NewGroup;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Groups that the app itself made: it speaks there and rings, and hears nothing.</summary>
public sealed class AppGroupStories
{
    [Fact]
    public Task The_founding_story_in_a_group_that_the_app_made() =>
        NewGroup.TellAsync(
            async (story, _) =>
            {
                await FoundAsync(story);
                story.Expect("23:10:00 appchat grid3: 本群由网格助手建立，有事在这里提醒大家。我在这里听不到话：…");

                await story.ToAppAsync(Zhou, "10栋楼下工地半夜还在打桩，吵得睡不着");
                story.Expect(
                    "23:10:00 app-answer 周桂兰: 【#1】10栋 工地夜间施工：已登记。…",
                    "23:10:00 appchat grid3 @吴建国: 【#1】10栋 工地夜间施工，请楼长看看（卡片已发到您的企业微信）。",
                    "23:10:00 app 吴建国: 【#1】请您看看：工地夜间施工｜…");

                await story.SayAsync(Li, "grid3", "@网格助手 1收到");
                await story.PassMinutesAsync(5);
                story.Expect("23:15:00 appchat grid3 @李强: 【#1】10栋 工地夜间施工，请网格员看看（卡片已发到您的企业微信）。", "app 李强: …");

                await story.PassAsync(TimeSpan.FromSeconds(38));
                await story.TapAsync(Li, "ack:1");
                story.Expect(
                    "23:15:38 app-update 李强: …",
                    "23:15:38 appchat grid3: 【#1】10栋 工地夜间施工：网格李师傅接手，38秒回应（上报后5分）。不再提醒其他人。",
                    "app 周桂兰: …",
                    "app-update 吴建国: …");
            },
            hasKeys: false,
            clock: "23:10:00");

    [Fact]
    public Task A_robot_added_to_the_group_is_bound_by_the_code_that_the_app_posts() =>
        NewGroup.TellAsync(
            async (story, _) =>
            {
                await FoundAsync(story);
                await story.SayAsync(Admin, story.Group, "@网格助手 绑定 金龙社区3网格");
                story.Expect("appchat …: 本群由网格助手建立…", "bot-answer 群: 正在绑定金龙社区3网格：…", "appchat grid3: 绑定数字：…");
                await story.InGroupAsync(Li, $"绑定 {CodeIn(story)}");
                story.Expect("bot-answer 群: 已绑定金龙社区3网格。⏎…");

                await story.InGroupAsync(Zhou, "10栋电梯坏了");
                story.Expect("bot-answer 群: 【#1】…", "appchat grid3 @吴建国: 【#1】10栋 …点上面卡片，或回：@网格助手 1收到", "app 吴建国: …");
            },
            hasKeys: false);

    [Fact]
    public Task A_group_that_WeCom_takes_away_is_told_to_the_admin_and_people_have_their_cards() =>
        NewGroup.TellAsync(
            async (story, _) =>
            {
                await FoundAsync(story);
                story.Heard();
                story.WeCom.AddFault(new("appchat/send", ErrCode: 86008));
                await story.ToAppAsync(Zhou, "10栋电梯坏了");
                story.Expect("app-answer 周桂兰: …", "app 吴建国: …", "app 刘志远: 金龙社区3网格的群铃响不了（企业微信说86008）…");
            },
            hasKeys: false);

    [Fact]
    public Task What_another_host_bound_counts_at_the_next_look() =>
        NewGroup.TellAsync(async (story, group) =>
        {
            var cancel = TestContext.Current.CancellationToken;
            var bound = new GroupBinding(group.ChatId, 1, NewGroup.Place) { Voice = GroupVoice.PushRobot };
            Assert.True(await story.App.Services.GetRequiredService<GroupBindings>().WriteAsync(bound, story.Now, cancel));
            Assert.False(await story.App.Services.GetRequiredService<GroupBindings>().WriteAsync(bound, story.Now, cancel));
            await story.App.Services.GetRequiredService<GroupsInForce>().RefreshAsync(story.Now, cancel);

            await story.InGroupAsync(Zhou, "10栋电梯坏了");
            story.Expect("bot-answer 群: 【#1】…", "push 群 @吴建国: …", "app 吴建国: …");
        });

    private static async Task FoundAsync(Story story)
    {
        var place = story.App.Services.GetRequiredService<RulesInForce>().Current.Roster.FindPlace(NewGroup.Place)!;
        var founding = await story.App.Services.GetRequiredService<GroupFounder>().FoundAsync(place, null, "grid3", TestContext.Current.CancellationToken);
        Assert.Equal((FoundingStep.Done, "grid3"), (founding.Step, founding.ChatId));
    }
}
