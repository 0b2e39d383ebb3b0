using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GridBot.Sandbox.Faults;
using Xunit;
using static GridBot.Tests.Sandbox.FakeSocketBot;

namespace GridBot.Tests.Sandbox;

/// <summary>The robot's long connection on WeCom's side: what it lets through, and what it refuses.</summary>
public sealed class LongConnectionTests
{
    [Fact]
    public async Task Whoever_subscribes_proves_it_by_the_secret_and_until_then_nothing_else_is_taken()
    {
        await using var desk = await Desk.SetAsync();
        await using var early = await ConnectAsync(desk);
        Assert.Equal(48002, await early.SubscribeAsync());

        desk.WeCom.BotCallback = null;
        Assert.Equal(41001, await early.CodeAsync("ping"));
        Assert.Equal(40001, await early.SubscribeAsync("wrong"));
        Assert.False(desk.WeCom.BotIsConnected);
        Assert.Equal(0, await early.SubscribeAsync());
        Assert.Equal(0, await early.CodeAsync("ping"));
        Assert.True(desk.WeCom.BotIsConnected);
    }

    [Fact]
    public async Task Subscribing_too_often_is_refused_for_a_while()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        for (var i = 1; i < 10; i++)
        {
            Assert.Equal(0, await bot.SubscribeAsync());
        }

        Assert.Equal(45009, await bot.SubscribeAsync());
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, await bot.SubscribeAsync());
    }

    [Fact]
    public async Task The_newest_subscription_wins_and_the_old_one_is_told_and_cut()
    {
        await using var desk = await Desk.SetAsync();
        await using var first = await SubscribedAsync(desk);
        await using var second = await SubscribedAsync(desk);

        var farewell = await first.NextAsync();
        Assert.Equal("disconnected_event", farewell.GetProperty("body").GetProperty("event").GetProperty("eventtype").GetString());
        await first.Closed;

        var saying = desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 在吗");
        var heard = await second.NextAsync();
        Assert.Equal("aibot_msg_callback", heard.GetProperty("cmd").GetString());
        Assert.Equal(0, await second.CodeAsync("aibot_respond_msg", Stream("在"), IdOf(heard)));
        Assert.Equal("在", (await saying)!.Text);
    }

    [Fact]
    public async Task A_frame_is_a_callback_without_seal_and_response_url_and_its_pictures_bring_their_key()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);

        _ = desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 漏水", image: "照片");
        var body = (await bot.NextAsync()).GetProperty("body");

        Assert.Equal((Desk.Chat, "group", "wu"), (body.GetProperty("chatid").GetString(), body.GetProperty("chattype").GetString(), body.GetProperty("from").GetProperty("userid").GetString()));
        Assert.False(body.TryGetProperty("response_url", out _));
        var image = body.GetProperty("mixed").GetProperty("msg_item")[1].GetProperty("image");
        using var file = await desk.RawAsync(image.GetProperty("url").GetString()!, null);
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(image.GetProperty("aeskey").GetString()!);
        var opened = aes.DecryptCbc(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken), aes.Key.AsSpan(0, 16), PaddingMode.None);
        Assert.Equal("PNG", Encoding.ASCII.GetString(opened, 1, 3));
    }

    [Fact]
    public async Task An_answer_goes_by_its_messages_req_id_once_and_within_a_day()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        var first = await SaidAsync(desk, bot);

        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_msg", Stream("？"), "r-unknown"));
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_welcome_msg", Welcome(), first));
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_update_msg", Update("1@1"), first));
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("在"), first));
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_msg", Stream("还在"), first));

        var late = await SaidAsync(desk, bot);
        var tooLate = await SaidAsync(desk, bot);
        desk.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("来了"), late));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_msg", Stream("来了"), tooLate));
        Assert.Equal(["在", "来了"], desk.WeCom.Log.Since(0).Select(e => e.Text));
    }

    [Fact]
    public async Task A_req_id_outlives_its_connection()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        var asked = await SaidAsync(desk, bot);
        desk.WeCom.AddFault(new Fault(FaultNames.DropSocket));
        await bot.Closed;

        await using var again = await SubscribedAsync(desk);
        Assert.Equal(0, await again.CodeAsync("aibot_respond_msg", Stream("在"), asked));
    }

    [Fact]
    public async Task A_stream_goes_on_by_the_same_id_and_is_over_after_six_minutes()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        var asked = await SaidAsync(desk, bot);
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("正在", finish: false), asked));
        Assert.Equal(40058, await bot.CodeAsync("aibot_respond_msg", Stream("别的", id: "s-2"), asked));
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("正在查", finish: false), asked));
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("查到了"), asked));
        Assert.Equal("查到了", desk.WeCom.Phone("wu").Chats[0].Messages[^1].Text);

        var second = await SaidAsync(desk, bot);
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", Stream("慢", finish: false), second));
        desk.Clock.Advance(TimeSpan.FromMinutes(6) + TimeSpan.FromSeconds(1));
        Assert.Equal(846608, await bot.CodeAsync("aibot_respond_msg", Stream("好"), second));
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_msg", Stream("好"), second));
    }

    [Theory, InlineData(5, 0), InlineData(5.001, 846605)]
    public async Task A_card_is_changed_within_five_seconds_of_its_tap_by_the_taps_req_id(double seconds, int code)
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        var asked = await SaidAsync(desk, bot);
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", JsonNode.Parse(Desk.CardReply(Desk.ButtonCard("1@1"))), asked));

        _ = desk.WeCom.TapAsync("liqiang", "1@1", "ack:1");
        var tap = await bot.NextAsync();
        Assert.Equal("aibot_event_callback", tap.GetProperty("cmd").GetString());
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_msg", Stream("好"), IdOf(tap)));
        desk.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(code, await bot.CodeAsync("aibot_respond_update_msg", Update("1@1"), IdOf(tap)));
    }

    [Theory, InlineData(5, 0), InlineData(5.001, 846605)]
    public async Task A_welcome_comes_within_five_seconds_of_the_entry(double seconds, int code)
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        _ = desk.WeCom.EnterAsync("wu", "bot");
        var entry = IdOf(await bot.NextAsync());
        desk.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(code, await bot.CodeAsync("aibot_respond_welcome_msg", Welcome(), entry));
    }

    [Fact]
    public async Task Two_frames_with_one_req_id_at_once_are_a_violation()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        var asked = await SaidAsync(desk, bot);
        desk.WeCom.AddFault(new Fault("aibot_respond_msg", DelayMs: 60_000));

        await bot.SendAsync(new JsonObject { ["cmd"] = "aibot_respond_msg", ["headers"] = new JsonObject { ["req_id"] = asked }, ["body"] = Stream("一") });
        Assert.Equal(846605, await bot.CodeAsync("aibot_respond_msg", Stream("二"), asked));
        Assert.Contains("at once", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_may_come_twice_and_a_tap_comes_once()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        desk.WeCom.AddFault(new Fault(FaultNames.Duplicate));
        _ = desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 在吗");
        var (one, two) = (await bot.NextAsync(), await bot.NextAsync());

        Assert.NotEqual(IdOf(one), IdOf(two));
        Assert.Equal(one.GetProperty("body").GetRawText(), two.GetProperty("body").GetRawText());
        Assert.Equal(0, await bot.CodeAsync("aibot_respond_msg", JsonNode.Parse(Desk.CardReply(Desk.ButtonCard("1@1"))), IdOf(one)));
        Assert.Equal(42014, await bot.CodeAsync("aibot_respond_msg", JsonNode.Parse(Desk.CardReply(Desk.ButtonCard("1@1"))), IdOf(two)));

        desk.WeCom.AddFault(new Fault(FaultNames.Duplicate));
        _ = desk.WeCom.TapAsync("wu", "1@1", "ack:1");
        await bot.NextAsync();
        Assert.Equal(0, await bot.CodeAsync("ping"));
        Assert.Equal(0, bot.Waiting);
    }

    [Fact]
    public async Task While_nobody_is_subscribed_what_people_say_is_lost_to_the_robot()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        desk.WeCom.AddFault(new Fault(FaultNames.PushOut));
        await bot.Closed;

        Assert.Null(await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 在吗"));
        Assert.Equal(1, desk.WeCom.Findings.Undelivered);
    }

    [Fact]
    public async Task Faults_on_demand_a_code_a_lost_answer_a_broken_line()
    {
        await using var desk = await Desk.SetAsync();
        await using var bot = await SubscribedAsync(desk);
        await SaidAsync(desk, bot);
        desk.WeCom.AddFault(new Fault("aibot_send_msg", ErrCode: -1));
        Assert.Equal(-1, await bot.CodeAsync("aibot_send_msg", Markdown(Desk.Chat, "一")));

        desk.WeCom.AddFault(new Fault("aibot_send_msg", LoseAnswer: true));
        await bot.SendAsync(new JsonObject { ["cmd"] = "aibot_send_msg", ["headers"] = new JsonObject { ["req_id"] = "x" }, ["body"] = Markdown(Desk.Chat, "二") });
        Assert.Equal(0, await bot.CodeAsync("ping"));
        Assert.Equal("二", (await desk.WeCom.Log.WaitForAsync(e => e.Channel == "bot-push", cancellationToken: TestContext.Current.CancellationToken)).Text);

        desk.WeCom.AddFault(new Fault("ping", Http: 502));
        await bot.SendAsync(new JsonObject { ["cmd"] = "ping", ["headers"] = new JsonObject { ["req_id"] = "p" } });
        await bot.Closed;
        Assert.False(desk.WeCom.BotIsConnected);
    }

    private static JsonObject Welcome() => new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = "您好" } };
}
