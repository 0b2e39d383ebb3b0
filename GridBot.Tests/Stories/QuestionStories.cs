using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Questions about how things stand, 1:1 and in groups; who asks decides what is shown.</summary>
public sealed class QuestionStories
{
    [Fact]
    public Task Everybody_sees_what_their_role_and_the_group_allow() =>
        TellAsync("10:00:00", async story =>
        {
            var elsewhere = story.Town.Chats[1];
            var leader = elsewhere.Members[0];
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.SayAsync(leader, elsewhere.ChatId, "@网格助手 门口垃圾堆成山没人收");
            story.Heard();

            await story.ToRobotAsync(Liu, "未办结");
            story.Expect("bot-answer …: 东街街道 未办结：2件⏎#2 …⏎#1 10栋 路灯楼道灯不亮 …");
            await story.InGroupAsync(Liu, "未办结");
            story.Expect("bot-answer 群: 3网格 未办结：1件⏎#1 10栋 路灯楼道灯不亮 …");
            await story.ToRobotAsync(leader, "#1");
            story.Expect("bot-answer …: 没有找到#1，请核对编号。");
            await story.ToRobotAsync(Li, "#1");
            story.Expect("bot-answer …: 【#1】10栋 路灯楼道灯不亮：正在等楼长接手，已等0秒。⏎10:00 登记⏎10:00 请人看");
        });

    [Theory]
    [InlineData("1收到")]
    [InlineData("1催一下")]
    [InlineData("1 师傅到了正在修")]
    [InlineData("1已办结")]
    [InlineData("1升级")]
    [InlineData("1挂账到11月26日 等配件")]
    [InlineData("1补充 是2单元门口")]
    [InlineData("撤回1")]
    [InlineData("#1应该归噪音扰民")]
    [InlineData("1放弃")]
    public Task Every_command_by_code_is_answered_with_place_and_category(string words) =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, words);
            Assert.Contains(story.Heard(), l => l.Contains("bot-answer 群: 【#1】10栋 ", StringComparison.Ordinal) || l.Contains("app 李强: 【#1】10栋 ", StringComparison.Ordinal));
        });

    [Fact]
    public Task A_code_is_a_groups_alone_and_rests_a_day_after_its_issue() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.ToAppAsync(Zhou, "撤回1");
            story.Heard();
            Assert.DoesNotContain(story.WeCom.Log.Since(0), e => e.Chat is null && e.Text.Contains("回：@", StringComparison.Ordinal));
            await story.InGroupAsync(Zhou, "12栋下水道堵了");
            Assert.Equal(2, (await story.IssueAsync(2)).Code);
            await story.TapInGroupAsync(Li, "ack:2");
            await story.PassAsync(TimeSpan.FromHours(25));
            await story.InGroupAsync(Zhou, "13栋下水道堵了");
            Assert.Equal(1, (await story.IssueAsync(3)).Code);
            await story.TapInGroupAsync(Li, "ack:3");
            story.Heard();
        });

    [Fact]
    public Task What_lies_outside_the_group_is_answered_one_to_one() =>
        TellAsync("10:00:00", async story =>
        {
            var elsewhere = story.Town.Chats[1];
            await story.SayAsync(elsewhere.Members[0], elsewhere.ChatId, "@网格助手 门口垃圾堆成山没人收");
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            story.Heard();

            await story.InGroupAsync(Liu, "#1");
            story.Expect("bot-answer 群: 已私发给您。", "app 刘志远: 【#1】…⏎10:00 登记⏎…");
            await story.InGroupAsync(Liu, "#1收到");
            story.Expect("bot-answer 群: 已私发给您。", "app 刘志远: 【#1】…记下了…", "app 刘志远: 【#1】…", "push …: 【#1】…街道刘主任接手…", "app-update …: …");
            await story.InGroupAsync(Liu, "今天 金龙社区");
            story.Expect("bot-answer 群: 3网格今天：新报1件…⏎已私发给您。", "app 刘志远: 金龙社区今天：…");
            await story.InGroupAsync(Liu, "我的待办");
            story.Expect("bot-answer 群: 已私发给您。", "app 刘志远: 我的待办：1件⏎#1 …");
            await story.InGroupAsync(Wu, "#1");
            story.Expect("bot-answer 群: 没有找到#1，请核对编号。");
            await story.InGroupAsync(Liu, "未办结");
            story.Expect("bot-answer 群: 3网格 未办结：1件⏎#2 …");
        });

    [Fact]
    public Task Lists_are_asked_for_in_words_that_people_use() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Li, "#1");
            await story.ToRobotAsync(Li, "10号楼");
            await story.ToAppAsync(Wu, "我的待办");
            await story.ToRobotAsync(Liu, "超时");
            await story.ToRobotAsync(Li, "今天");
            await story.InGroupAsync(Li, "帮助");
            await story.ToRobotAsync(Li, "#99");
            story.Expect(
                "bot-answer 群: 【#1】10栋 路灯楼道灯不亮：正在等楼长接手，已等0秒。",
                "bot-answer …: 10栋 未办结：1件⏎#1 …",
                "app-answer 吴建国: 我的待办：1件⏎#1 10栋 路灯楼道灯不亮 等人接0秒",
                "bot-answer …: 东街街道 超时：没有。",
                "bot-answer …: 3网格今天：新报1件，有人接0件，办结0件。⏎现在未办结1件，其中等人接1件，超时0件。",
                "bot-answer 群: 报事：@网格助手 在哪＋什么事；…",
                "bot-answer …: 没有找到#99，请核对编号。");
        });

    [Fact]
    public Task Who_asks_again_is_told_who_is_next_and_the_owner_is_nudged_once() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Zhou, "催一下");
            story.Expect("app 周桂兰: 【#1】10栋 路灯楼道灯不亮：正在等楼长，10:05没人接就请网格员。");
            await story.TapInGroupAsync(Li, "ack:1");
            story.Heard();
            await story.InGroupAsync(Zhou, "催一下");
            await story.InGroupAsync(Zhou, "催一下");
            story.Expect("app 周桂兰: …网格李师傅在办，已替您催了。", "app 李强: 【#1】10栋 路灯楼道灯不亮：反映人在问进展…");
        });
}
