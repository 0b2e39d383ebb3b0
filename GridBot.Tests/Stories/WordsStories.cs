using GridBot.Demo.Town;
using GridBot.Sandbox.Phones;
using GridBot.Storage.Messages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>What somebody wrote: who reads it, who takes it back, and how those who tap and write little are understood.</summary>
public sealed class WordsStories
{
    private const string Report = "10栋2单元501室漏水，电话13900001234";

    [Fact]
    public Task Whoever_has_one_issue_in_hand_needs_no_number_to_read_its_words() =>
        TakingStories.ReportedAsync(async story =>
        {
            await story.InGroupAsync(Wu, "收到");
            story.Heard();
            await story.ToRobotAsync(Wu, "看原话");
            story.Expect("bot-answer …: 【#1】…原话已私发给您…", "app 吴建国: 【#1】原话：…");
        });

    [Fact]
    public Task Before_taking_the_door_and_the_phone_are_hidden_and_whoever_took_it_reads_the_words() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, Report);
            story.Expect(
                "app-answer 周桂兰: 【#1】10栋 …", "push 群 @吴建国: 【#1】10栋 …",
                "app 吴建国: 【#1】…｜金龙社区3网格 10栋2单元 · 10:00⏎“10栋2单元***漏水，电话139****1234”（反映人保密）…");
            await story.ToAppAsync(Li, "看原话 1");
            story.Expect("app-answer 李强: 【#1】10栋 …：原话只给接手的人和社区以上看，电话只给社区以上看。");

            await story.TapAsync(Wu, "ack:1");
            story.Expect("app-update 吴建国: …10栋2单元501 · …［看原话］", "push 群: …", "app 周桂兰: …");
            await story.TapAsync(Wu, "view:1");
            story.Expect("app-update 吴建国: …原话已私发给您，看过会记下来。…", "app 吴建国: 【#1】原话：10栋2单元501室漏水，电话139****1234⏎门牌：501⏎反映人：周阿姨。请保密。");
            await story.ToAppAsync(Wu, "看电话 1");
            story.Expect("app-answer 吴建国: 【#1】…电话只给社区以上看。");
            await story.ToRobotAsync(Chen, "看电话 1");
            story.Expect("bot-answer …: 【#1】…原话已私发给您…", "app 陈静: 【#1】原话里的电话：13900001234⏎反映人周阿姨：130…。请保密。");
            await story.ToRobotAsync(Chen, "#1");
            Assert.Contains("看了电话", Assert.Single(story.Heard()), StringComparison.Ordinal);
            Assert.Null((await story.IssueAsync(1)).Text.Split("501").ElementAtOrDefault(1));
        });

    [Fact]
    public Task Within_a_day_the_sender_takes_back_the_words_and_the_matter_goes_on() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToAppAsync(Zhou, Report);
            await story.TapAsync(Wu, "ack:1");
            story.Heard();
            var source = (await story.IssueAsync(1)).SourceId!;
            var raw = story.App.Services.GetRequiredService<RawMessages>();
            Assert.NotNull(await raw.FindAsync(source, TestContext.Current.CancellationToken));

            await story.ToAppAsync(Zhou, "撤回1");
            story.Expect("app-answer 周桂兰: 【#1】10栋 …：您写的原话已删掉，事情照常办，编号和时间保留。");
            Assert.Null(await raw.FindAsync(source, TestContext.Current.CancellationToken));
            Assert.Equal(("", (string?)null), ((await story.IssueAsync(1)).Text, (await story.IssueAsync(1)).Door));
            await story.TapAsync(Wu, "view:1");
            story.Expect("app-update 吴建国: …", "app 吴建国: 【#1】原话已删除（满30天，或反映人撤回了）。");

            await story.ToAppAsync(Zhou, "12栋下水道堵了");
            await story.TapAsync("yao.huajin", "ack:2");
            story.Heard();
            await story.PassAsync(TimeSpan.FromHours(25));
            story.Heard();
            await story.ToAppAsync(Zhou, "撤回2");
            story.Expect("app-answer 周桂兰: 【#2】…已由…接手。");
        });

    [Fact]
    public Task Who_tells_a_group_where_somebody_lives_is_told_once_one_to_one() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, Report);
            story.Expect(
                "bot-answer 群: 【#1】…", "push 群 @吴建国: 【#1】10栋 …", "app 吴建国: …",
                "app 周桂兰: 您在群里发的话带有电话或门牌，大家都看得到。可以长按那条消息撤回，事情照常办。");
            Assert.DoesNotContain(story.WeCom.Log.Since(0), e => e.Chat == story.Group && (e.Text + e.Card?.Text).Contains("501", StringComparison.Ordinal));
        });

    [Fact]
    public Task A_picture_without_words_gets_one_question_and_the_next_words_are_its_report() =>
        TellAsync("10:00:00", async story =>
        {
            await story.SayAsync(Zhou, "bot", "", image: "photo.jpg");
            story.Expect("bot-answer …收到图片。请再发一句：在哪、什么事？");
            await story.ToRobotAsync(Zhou, "10栋电梯");
            story.Expect("bot-answer …【#1】…｜10栋 …", "push 群 @吴建国: …", "app 吴建国: …");
            await story.InGroupAsync(Zhou, "", Quote.OfImage());
            story.Expect("bot-answer 群: 收到图片。请再发一句：在哪、什么事？");
            await story.PassMinutesAsync(11);
            story.Heard();
            await story.InGroupAsync(Zhou, "12栋");
            story.Expect("bot-answer 群: 12栋 未办结：没有。…");
        });

    [Fact]
    public Task A_bare_at_means_the_only_issue_one_was_rung_for_and_quoted_voice_is_text() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, "", new Quote("voice", "10栋楼道灯不亮了"));
            story.Expect("bot-answer 群: 【#1】…｜10栋 …", "push 群 @吴建国: …", "app 吴建国: …");
            await story.InGroupAsync(Wu, "");
            story.Expect("bot-answer 群: 【#1】10栋 …：正在等楼长接手…");
            await story.InGroupAsync(Li, "");
            story.Expect("bot-answer 群: 我没看明白。…");
            await story.InGroupAsync(Zhou, "10栋下水道堵了");
            story.Heard();
            await story.InGroupAsync(Wu, "");
            story.Expect("bot-answer 群: 您说的是哪一件？｜点一下就办，不用再写。…［#2 10栋］［#1 10栋］");
        });

    [Fact]
    public Task Whoever_only_scolds_is_answered_one_to_one_and_nothing_is_registered() =>
        TellAsync("10:00:00", async story =>
        {
            await story.ToRobotAsync(Zhou, "你们这帮废物");
            story.Expect("bot-answer …: 您的话我看到了。要反映的事请说在哪、怎么了，我来找人；不想让本网格的人知道，开头写“保密”。");
            await story.InGroupAsync(Zhou, "你们这帮废物");
            story.Expect("app 周桂兰: 您的话我看到了。…");
        });

    [Fact]
    public async Task Who_sees_no_cards_reads_texts_that_say_what_to_write()
    {
        var roster = Path.Combine(Path.GetTempPath(), $"roster-{Guid.NewGuid():N}.yaml");
        await File.WriteAllLinesAsync(roster, TownBuilder.Build().RosterYaml.Split('\n').Select(l =>
            l.Contains("userid: wu.jianguo", StringComparison.Ordinal) || l.Contains("userid: zhou.guilan", StringComparison.Ordinal)
                ? l.Replace("}", ", cards: false}", StringComparison.Ordinal) : l), TestContext.Current.CancellationToken);
        try
        {
            await TellAsync("10:00:00", async story =>
            {
                await story.ToRobotAsync(Zhou, "10栋楼道灯不亮了");
                story.Expect(
                    "bot-answer …: 【#1】…⏎…⏎…回“1收到”即可", "push 群 @吴建国: …",
                    "app 吴建国: 【#1】请您看看：路灯楼道灯不亮⏎金龙社区3网格 10栋 · 10:00⏎“10栋楼道灯不亮了”（反映人保密）。…⏎回“1收到”即可");
                await story.ToAppAsync(Wu, "1收到");
                story.Expect("app-answer 吴建国: …", "push 群: …", "app 周桂兰: …");
                await story.ToAppAsync(Wu, "1办结");
                story.Expect("app-answer 吴建国: …", "push 群: …", "app 周桂兰: 【#1】居民那边好了吗？⏎…⏎回“1好了”或“1还没好”即可");
            },
            new Dictionary<string, string?> { ["Roster"] = roster });
        }
        finally
        {
            File.Delete(roster);
        }
    }
}
