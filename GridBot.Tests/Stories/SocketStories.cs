using GridBot.Demo.Play;
using GridBot.Handlers.Socket;
using GridBot.Sandbox.Faults;
using GridBot.Storage.Messages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static GridBot.Tests.Stories.Story;

namespace GridBot.Tests.Stories;

/// <summary>The robot comes by the long connection: no callback address, and the robot may speak by itself.</summary>
public sealed class SocketStories
{
    private const string Light = "10栋楼道灯不亮了";

    private static readonly Dictionary<string, string?> OverSocket = new() { ["WeCom:Bot:Mode"] = "socket", ["WeCom:Bot:Token"] = "", ["WeCom:Bot:EncodingAesKey"] = "" };

    /// <summary>Behind a firewall: nobody calls us back, so the app can't send buttons; and no group has a push robot.</summary>
    private static readonly Dictionary<string, string?> BehindFirewall = new(OverSocket)
    {
        ["WeCom:App:Token"] = "", ["WeCom:App:EncodingAesKey"] = "", ["WeCom:PushKeys"] = "",
    };

    [Fact]
    public Task Behind_a_firewall_the_group_is_told_without_at_and_cards_come_from_the_robot_to_whoever_has_written_to_it() =>
        TellAsync("10:00:00", async story =>
        {
            await WithoutPushRobotsAsync(story);
            await story.ToRobotAsync(Wu, "帮助");
            await story.ToRobotAsync(Li, "帮助");
            story.Heard();

            await story.InGroupAsync(Zhou, Light);
            story.Expect(
                "bot-answer 群: 【#1】路灯楼道灯不亮｜10栋 · 10:00登记 …",
                "bot-push bot（吴建国）: 【#1】请您看看：路灯楼道灯不亮｜…［我来处理］［现在不便］…");
            await story.PassMinutesAsync(5);
            story.Expect(
                "10:05:00 bot-push 群: 【#1】10栋 路灯楼道灯不亮，还在等人接手，请网格员看看。回：@网格助手 1收到",
                "10:05:00 bot-push bot（李强）: 【#1】请您看看：路灯楼道灯不亮｜…");

            await story.PassMinutesAsync(10);
            story.Expect(
                "10:15:00 bot-push 群: 【#1】10栋 路灯楼道灯不亮，请社区协调（卡片已发到您的企业微信）。",
                "10:15:00 app 陈静: 【#1】请您协调：路灯楼道灯不亮⏎…⏎这条点不了按钮：请给机器人“网格助手”发消息，如“我来处理”；发过一次，以后就有按钮。");
            await story.ToRobotAsync(Chen, "我来处理");
            story.Expect(
                "bot-answer bot（陈静）: 【#1】10栋 路灯楼道灯不亮：记下了，您来处理，辛苦！…",
                "bot-push 群: 【#1】10栋 路灯楼道灯不亮：社区陈书记接手，0秒回应（上报后15分）。不再提醒其他人。");
        }, BehindFirewall);

    [Fact]
    public Task A_tap_on_the_robots_own_card_changes_it_for_the_tapper() =>
        TellAsync("10:00:00", async story =>
        {
            await WithoutPushRobotsAsync(story);
            await story.ToRobotAsync(Wu, "帮助");
            await story.InGroupAsync(Zhou, Light);
            story.Heard();
            await story.TapCardAsync(Wu, story.CardOf("ack:1", e => e.Channel == "bot-push"), "ack:1");
            story.Expect(
                "bot-update bot（吴建国）: 【#1】路灯楼道灯不亮｜…记下了，您来处理，辛苦！…［办好了］…",
                "bot-push 群: 【#1】10栋 路灯楼道灯不亮：楼栋吴叔接手，0秒回应（上报后0秒）。不再提醒其他人。");
        }, BehindFirewall);

    [Fact]
    public Task Whom_nothing_reaches_is_not_waited_for() =>
        TellAsync("10:00:00", async story =>
        {
            await WithoutPushRobotsAsync(story);
            await story.ToRobotAsync(Li, "帮助");
            story.Heard();
            await story.InGroupAsync(Zhou, Light);
            story.Expect(
                "bot-answer 群: 【#1】…",
                "10:00:00 bot-push 群: 【#1】10栋 路灯楼道灯不亮，还在等人接手，请网格员看看。…",
                "10:00:00 bot-push bot（李强）: …");
            Assert.Collection(
                await story.ResponsesAsync(1),
                r => Assert.StartsWith("Building wu.jianguo Cancelled", r, StringComparison.Ordinal),
                r => Assert.StartsWith("Grid li.qiang Open", r, StringComparison.Ordinal));
        }, new Dictionary<string, string?>(BehindFirewall) { ["WeCom:App:AgentId"] = "", ["WeCom:App:Secret"] = "" });

    [Fact]
    public Task A_push_robot_that_was_removed_leaves_its_group_to_the_smart_robot() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new Fault("webhook/send", ErrCode: 93000));
            await story.InGroupAsync(Zhou, Light);
            story.Expect("bot-answer 群: …", "bot-push 群: 【#1】10栋 路灯楼道灯不亮，请楼长帮忙看看。…", "app 吴建国: …", "app …: 金龙社区3网格的群铃响不了（企业微信说93000）：…");
        }, OverSocket);

    [Fact]
    public Task The_same_message_twice_is_answered_once() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new Fault(FaultNames.Duplicate));
            await story.InGroupAsync(Zhou, Light);
            story.Expect("bot-answer 群: 【#1】…", "push 群 @吴建国: …", "app 吴建国: …");
        }, OverSocket);

    [Fact]
    public Task What_WeCom_does_not_take_by_its_req_id_comes_as_a_message_of_the_robots_own() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new Fault("aibot_respond_msg", ErrCode: 846605, Times: 2));
            await story.InGroupAsync(Zhou, Light);
            story.Expect(
                "bot-push 群: 【#1】路灯楼道灯不亮｜…［我来处理］…", "push 群 @吴建国: …", "app 吴建国: …");
            await story.TapInGroupAsync(Li, "ack:1");
            story.Expect("bot-update 群: …网格李师傅 10:00 接手…", "app-update 吴建国: …");
        }, OverSocket);

    [Fact]
    public Task A_busy_answer_comes_later_by_the_same_req_id() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new Fault("aibot_respond_msg", ErrCode: -1));
            await story.InGroupAsync(Zhou, Light);
            story.Expect("bot-answer 群: 【#1】路灯楼道灯不亮｜…［我来处理］…", "push 群 @吴建国: …", "app 吴建国: …");
        }, OverSocket);

    [Fact]
    public Task In_a_chat_that_is_full_for_this_minute_answers_wait_for_the_next() =>
        TellAsync("10:00:00", async story =>
        {
            for (var i = 0; i < 35; i++)
            {
                await story.InGroupAsync(Zhou, "今天");
            }

            Assert.Equal(29, story.Heard().Count);
            await story.PassMinutesAsync(3);
            Assert.Equal(6, story.Heard().Count);
        }, OverSocket);

    [Fact]
    public Task A_broken_line_is_mended_and_what_was_to_be_said_meanwhile_is_said() =>
        TellAsync("10:00:00", async story =>
        {
            await story.InGroupAsync(Zhou, Light);
            story.Heard();
            story.WeCom.AddFault(new Fault(FaultNames.DropSocket));
            await story.LineIsLostAsync();
            await story.TapAsync(Wu, "busy:1");
            Assert.Equal(SocketStanding.Unreachable, story.Line.Standing);
            Assert.DoesNotContain(story.Heard(), l => l.Contains("bot-push", StringComparison.Ordinal));

            await story.PassAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(SocketStanding.Connected, story.Line.Standing);
            story.Expect("10:00:01 bot-push 群: 【#1】10栋 路灯楼道灯不亮，还在等人接手，请网格员看看。…");
            await story.InGroupAsync(Li, "1收到");
            Assert.Contains(story.Heard(), l => l.Contains("bot-answer 群", StringComparison.Ordinal));
        }, new Dictionary<string, string?>(OverSocket) { ["WeCom:PushKeys"] = "" });

    [Fact]
    public Task Pushed_out_by_a_stranger_it_steps_back_for_ten_minutes_and_does_not_fight() =>
        TellAsync("10:00:00", async story =>
        {
            story.WeCom.AddFault(new Fault(FaultNames.PushOut));
            await story.LineIsLostAsync();
            await story.PassAsync(SocketHolder.StepBackFor - TimeSpan.FromSeconds(1));
            Assert.Equal(SocketStanding.PushedOut, story.Line.Standing);
            Assert.Equal(1, story.WeCom.Findings.Calls("aibot_subscribe"));

            await story.PassAsync(TimeSpan.FromSeconds(1));
            Assert.Equal(SocketStanding.Connected, story.Line.Standing);
            Assert.Equal(2, story.WeCom.Findings.Calls("aibot_subscribe"));
        }, OverSocket);

    [Fact]
    public async Task Wrong_credentials_are_not_tried_again_and_again()
    {
        await using var story = await StartAsync("10:00:00", new Dictionary<string, string?>(OverSocket) { ["WeCom:Bot:Secret"] = "wrong" });
        Assert.Equal((SocketStanding.Refused, 40001), (story.Line.Standing, story.Line.Code));
        await story.PassMinutesAsync(29);
        Assert.Equal(1, story.WeCom.Findings.Calls("aibot_subscribe"));
    }

    [Fact]
    public Task Who_enters_the_robots_chat_is_welcomed() =>
        TellAsync("10:00:00", async story =>
        {
            await story.WeCom.EnterAsync(Wu, "bot");
            story.Expect("bot-answer bot（吴建国）: 您好，我是网格助手。…");
        }, OverSocket);

    [Fact]
    public Task Whose_id_is_encrypted_gets_their_cards_by_the_id_in_which_they_came() =>
        TellAsync("10:00:00", async story =>
        {
            await WithoutPushRobotsAsync(story);
            story.WeCom.AddFault(new Fault(FaultNames.EncryptUserId));
            await story.ToRobotAsync(Wu, "帮助");
            story.Heard();
            await story.InGroupAsync(Zhou, Light);
            story.Expect("bot-answer 群: 【#1】…", "bot-push bot（吴建国）: 【#1】请您看看：…［我来处理］…");
        }, BehindFirewall);

    [Fact]
    public Task A_picture_without_words_is_answered_and_opens_the_chat_for_cards() =>
        TellAsync("10:00:00", async story =>
        {
            await WithoutPushRobotsAsync(story);
            await story.SayAsync(Wu, "bot", "", image: "照片");
            Assert.Contains("bot-answer bot（吴建国）", Assert.Single(story.Heard()), StringComparison.Ordinal);
            await story.InGroupAsync(Zhou, Light);
            story.Expect("bot-answer 群: 【#1】…", "bot-push bot（吴建国）: 【#1】请您看看：…");
        }, BehindFirewall);

    [Fact]
    public async Task After_a_kill_the_only_host_does_not_wait_for_itself()
    {
        var folder = Directory.CreateTempSubdirectory("gridbot-test-");
        try
        {
            var start = new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
            var options = new DemoOptions(null, "http://127.0.0.1:0", folder.FullName, start, Frozen: true, BotSocket: true);
            await using (var first = await DemoApp.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken))
            {
                Assert.True(await first.Services.GetRequiredService<RobotLines>().TakeAsync(
                    first.Sandbox.Town.Bot.Id, "killed", start.AddMinutes(1), start.AddHours(1), TestContext.Current.CancellationToken));
            }

            await using var second = await DemoApp.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(SocketStanding.Connected, second.Services.GetRequiredService<SocketLine>().Standing);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task WithoutPushRobotsAsync(Story story) =>
        story.EditRosterAsync(roster => roster.Replace("push: true", "push: false", StringComparison.Ordinal));
}
