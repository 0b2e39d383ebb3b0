using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>webhook/send and the robot's late answer.</summary>
public sealed class PushTests
{
    [Fact]
    public async Task A_text_rings_those_whom_it_mentions()
    {
        await using var desk = await Desk.SetAsync();

        Assert.Equal(0, await desk.PushTextAsync("【#1】请看看 <@liqiang>", "WU"));

        var entry = Assert.Single(desk.WeCom.Log.Since(0));
        Assert.Equal(("push", Desk.Chat, "text"), (entry.Channel, entry.Chat, entry.Kind));
        Assert.Equal(["wu", "liqiang"], entry.Mentions);
    }

    [Fact]
    public async Task Markdown_mentions_only_inside_its_text_and_version_two_not_at_all()
    {
        await using var desk = await Desk.SetAsync();
        var lists = new[] { "wu" };

        await desk.PushAsync(new { msgtype = "markdown", markdown = new { content = "看 <@liqiang>", mentioned_list = lists } });
        await desk.PushAsync(new { msgtype = "markdown_v2", markdown_v2 = new { content = "看 <@liqiang>", mentioned_list = lists } });

        Assert.Equal(["liqiang"], desk.WeCom.Log.Since(0)[0].Mentions);
        Assert.Empty(desk.WeCom.Log.Since(0)[1].Mentions);
    }

    [Fact]
    public async Task Too_long_is_refused_and_not_cut()
    {
        await using var desk = await Desk.SetAsync();

        Assert.Equal(40058, await desk.PushTextAsync(new string('长', 683)));
        Assert.Equal(0, await desk.PushTextAsync(new string('长', 682)));
        Assert.Equal(40058, await desk.PushAsync(new { msgtype = "markdown", markdown = new { content = new string('x', 4097) } }));
        Assert.Equal(44004, await desk.PushTextAsync(""));
        Assert.Equal(40008, await desk.PushAsync(new { msgtype = "telegram" }));
        Assert.Single(desk.WeCom.Log.Since(0));
    }

    [Fact]
    public async Task An_unknown_key_is_an_error_with_status_200()
    {
        await using var desk = await Desk.SetAsync();
        using var response = await desk.RawAsync("/cgi-bin/webhook/send?key=nobodys", new { msgtype = "text", text = new { content = "好" } });

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(93000, await desk.PushAsync(new { msgtype = "text", text = new { content = "好" } }, "nobodys"));
    }

    [Fact]
    public async Task Twenty_in_any_minute_and_the_next_must_wait()
    {
        await using var desk = await Desk.SetAsync();
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(0, await desk.PushTextAsync("好"));
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(45009, await desk.PushTextAsync("好"));
        desk.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(45009, await desk.PushTextAsync("好"));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await desk.PushTextAsync("好"));
        Assert.Equal(45009, await desk.PushTextAsync("好"));
        Assert.Equal(0, await desk.PushAsync(new { msgtype = "text", text = new { content = "好" } }, "push-key-quiet"));
    }

    [Fact]
    public async Task A_push_robot_sends_notices_and_no_buttons()
    {
        await using var desk = await Desk.SetAsync();

        Assert.Equal(40058, await desk.PushAsync(new { msgtype = "template_card", template_card = Desk.ButtonCard("1@1") }));
        Assert.Equal(0, await desk.PushAsync(new { msgtype = "template_card", template_card = Desk.Notice("办结") }));
        Assert.Equal("办结", Assert.Single(desk.WeCom.Log.Since(0)).Card!.Title);
    }

    [Fact]
    public async Task A_response_url_works_once_and_quotes_what_it_answers()
    {
        await using var desk = await Desk.SetAsync();
        await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 电梯坏了");
        var url = desk.Bot.BotHeard.Single().Json.GetProperty("response_url").GetString()!;
        var body = new { msgtype = "markdown", markdown = new { content = "**记下了** <@wu>" } };

        Assert.Equal(40008, await desk.CodeAsync(url, new { msgtype = "template_card", template_card = Desk.ButtonCard("1@1") }));
        Assert.Equal(40008, await desk.CodeAsync(url, new { msgtype = "text", text = new { content = "好" } }));
        Assert.Equal(0, await desk.CodeAsync(url, body));
        Assert.Equal(60140, await desk.CodeAsync(url, body));

        var entry = Assert.Single(desk.WeCom.Log.Since(0));
        Assert.Equal(("bot-late", Desk.Chat, "markdown"), (entry.Channel, entry.Chat, entry.Kind));
        Assert.Empty(entry.Mentions);
        Assert.Equal("@网格助手 电梯坏了", desk.WeCom.Phone("liqiang").Chats[0].Messages[^1].Quote!.Text);
    }

    [Fact]
    public async Task In_private_a_response_url_takes_a_card_and_lives_an_hour()
    {
        await using var desk = await Desk.SetAsync();
        await desk.WeCom.SayAsync("wu", "bot", "一");
        await desk.WeCom.SayAsync("wu", "bot", "二");
        var urls = desk.Bot.BotHeard.Select(h => h.Json.GetProperty("response_url").GetString()!).ToList();

        Assert.Equal(0, await desk.CodeAsync(urls[0], new { msgtype = "template_card", template_card = Desk.ButtonCard("1@1") }));
        Assert.Equal("bot", Assert.Single(desk.WeCom.Log.Since(0)).Chat);
        await desk.WeCom.TapAsync("wu", "1@1", "ack:1");
        desk.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(60140, await desk.CodeAsync(urls[1], new { msgtype = "markdown", markdown = new { content = "好" } }));
    }
}
