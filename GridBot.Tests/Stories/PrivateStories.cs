using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Handlers.Receiving;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>Private issues: who may know of them, and that nobody else finds out in any way.</summary>
public sealed class PrivateStories
{
    [Fact]
    public Task Family_violence_told_to_the_robot_reaches_the_community_alone() =>
        TellAsync("21:36:00", async story =>
        {
            await story.ToRobotAsync(Zhou, "10栋楼上经常打孩子，别说是我说的");
            story.Expect(
                "bot-answer …: 【#1】已转专人，先打110。只请社区的专人看，群里不发，别人也查不到。有进展私下告诉您。",
                "app 陈静: 【#1】请您协调：…｜…保密件，别发到群里。…［我来处理］［现在不便］［转给别人］［不归我管］…");
            Assert.True((await story.IssueAsync(1)).IsPrivate);

            await story.PassMinutesAsync(15);
            story.Expect("21:51:00 app 刘志远: 【#1】…");
            await story.TapAsync(Liu, "ack:1");
            story.Expect("app-update 刘志远: …记下了，您来处理…", "app-update 陈静: …刘主任已接手", "app 周桂兰: 【#1】…街道刘主任接手了，办好会告诉您。");
            await story.ToRobotAsync(Liu, "1办结 已上门");
            story.Expect("bot-answer …已上门…", "app 周桂兰: 【#1】居民那边好了吗？…", "app-update 刘志远: …");
            Assert.DoesNotContain(story.WeCom.Log.Since(0), e => e.Chat == story.Group || e.Channel.EndsWith("push", StringComparison.Ordinal));
        });

    [Fact]
    public Task A_group_reads_nothing_but_that_it_was_passed_on() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "保密：10栋楼道灯坏了是老张弄的");
            story.Expect("bot-answer 群: 已转专人", "app 周桂兰: 【#1】已转专人。只请社区的专人看…", "app 陈静: 【#1】…保密件…");
            await story.InGroupAsync(Zhou, "保密", new GridBot.Sandbox.Phones.Quote("text", "12栋有人聚众打麻将赌钱"));
            story.Expect("bot-answer 群: 已转专人", "app 周桂兰: 【#2】已转专人…", "app 陈静: 【#2】…");
            Assert.Equal(0, (await story.IssueAsync(2)).Code);
        });

    [Theory]
    [InlineData("#1")]
    [InlineData("1收到")]
    [InlineData("#1已办结")]
    [InlineData("#1催一下")]
    [InlineData("撤回#1")]
    [InlineData("#1转给李强")]
    [InlineData("#1退回 属物业")]
    [InlineData("#1补充 我知道是谁")]
    [InlineData("#1还没好")]
    [InlineData("10栋")]
    [InlineData("未办结")]
    [InlineData("今天")]
    [InlineData("超时")]
    [InlineData("我的待办")]
    [InlineData("收到")]
    [InlineData("已办结")]
    public async Task Whoever_may_not_know_is_answered_as_if_it_did_not_exist(string words)
    {
        List<string> with = [], without = [];
        await TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, "保密 10栋楼长乱收费");
            story.Heard();
            with.AddRange(await AskedByEverybodyAsync(story, words));
        });
        await TellAsync("10:00:00", async story => without.AddRange(await AskedByEverybodyAsync(story, words)));

        Assert.Equal(without, with);
    }

    [Fact]
    public Task A_tap_on_what_one_may_not_know_does_what_a_tap_on_nothing_does() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, "保密 10栋楼长乱收费");
            var card = story.CardOf("ack:1", e => e.To.Contains(Chen));
            story.Heard();
            Assert.IsType<Answer.Nothing>(await TapAsync(story, Li, card, "ack:1"));
            Assert.IsType<Answer.Nothing>(await TapAsync(story, Li, card, "ack:77"));
            Assert.IsType<Stage.Waiting>((await story.IssueAsync(1)).Stage);
        });

    [Fact]
    public Task Whom_it_is_about_is_taken_off_every_step() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, "保密 金龙社区陈书记收红包");
            story.Expect("app-answer 周桂兰: 【#1】已转专人…", "app 刘志远: 【#1】…");
            Assert.Contains(Chen, (await story.IssueAsync(1)).Concerned);
            await story.ToRobotAsync(Chen, "#1");
            story.Expect("bot-answer …: 没有找到#1，请核对编号。");
            await story.ToRobotAsync(Liu, "1转给陈书记");
            story.Expect("bot-answer …: 【#1】…这件事和对方有关，不能转给他。请转给别人。");
        });

    [Fact]
    public Task It_merges_with_nothing_but_the_same_persons_own_report() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼道灯不亮了");
            await story.ToAppAsync(Wu, "保密 10栋楼道灯不亮了");
            await story.ToAppAsync(Li, "保密 10栋楼道灯不亮了");
            story.Heard();
            Assert.All(await Task.WhenAll(story.IssueAsync(1), story.IssueAsync(2), story.IssueAsync(3)), i => Assert.IsType<Stage.Waiting>(i.Stage));
            await story.ToAppAsync(Wu, "保密 10栋楼道灯不亮了");
            story.Expect("app-answer 吴建国: 【#2】…您已经报过，正在办，已把您这条并进去。");
        });

    [Fact]
    public Task Its_insiders_find_it_one_to_one_and_a_group_only_reads_where_the_answer_went() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, "保密 10栋楼长乱收费");
            story.Heard();
            await story.ToRobotAsync(Chen, "未办结");
            story.Expect("bot-answer …: 金龙社区 未办结：1件⏎#1 10栋 …");
            await story.ToRobotAsync(Zhou, "#1");
            story.Expect("bot-answer …: 【#1】10栋 …：正在等社区接手…");
            await story.InGroupAsync(Chen, "#1");
            story.Expect("bot-answer 群: 已私发给您。", "app 陈静: 【#1】10栋 …");
            await story.InGroupAsync(Chen, "未办结");
            story.Expect("bot-answer 群: 3网格 未办结：没有。");
            await story.InGroupAsync(Chen, "#1收到");
            story.Expect("bot-answer 群: 已私发给您。", "app 陈静: 【#1】…记下了，您来处理…", "app-update 陈静: …", "app 周桂兰: 【#1】…社区陈书记接手了…");
        });

    [Fact]
    public Task A_report_that_turns_out_to_be_private_leaves_the_group() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "10栋楼上很吵睡不着");
            story.Heard();
            await story.InGroupAsync(Zhou, "#1应该归邻里与家庭纠纷");
            story.Expect("bot-answer 群: 已私发给您。", "app 周桂兰: 【#1】10栋 …：已改过来。", "app-update 吴建国: …已不用处理", "app 陈静: 【#1】…保密件…");
            await story.ToRobotAsync(Wu, "#1");
            await story.InGroupAsync(Wu, "1收到");
            story.Expect("bot-answer …: 没有找到#1，请核对编号。", "bot-answer 群: 没有找到1，请核对编号。");
        });

    /// <summary>A tap as it comes through the door, also one that no phone shows.</summary>
    private static Task<Answer> TapAsync(Story story, string user, string taskId, string key) =>
        story.App.Services.GetRequiredService<Listener>().HearAsync(
            new Heard(Door.App, $"App:{key}", user, null, null, story.Now, null, ReadOnlyMemory<byte>.Empty) { Tap = new Tap(taskId, key, null) },
            TestContext.Current.CancellationToken);

    /// <summary>Everybody of the ladder but the community, 1:1 and in the group: their answers.</summary>
    private static async Task<IReadOnlyList<string>> AskedByEverybodyAsync(Story story, string words)
    {
        foreach (var user in new[] { Wu, Li, Liu })
        {
            await story.ToRobotAsync(user, words);
            await story.ToAppAsync(user, words);
            await story.InGroupAsync(user, words);
        }

        return story.Heard();
    }
}
