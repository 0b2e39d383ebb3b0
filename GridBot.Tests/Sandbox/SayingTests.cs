using GridBot.Sandbox.People;
using GridBot.Sandbox.Phones;
using Xunit;

namespace GridBot.Tests.Sandbox;

public sealed class SayingTests
{
    [Fact]
    public async Task A_group_message_reaches_the_robot_only_with_an_at_sign_and_its_name()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => Desk.StreamReply("记下了");

        Assert.Null(await desk.WeCom.SayAsync("wu", Desk.Chat, "收到"));
        var answer = await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 电梯坏了");

        Assert.Equal(("bot-answer", Desk.Chat, "stream", "记下了"), (answer!.Channel, answer.Chat, answer.Kind, answer.Text));
        var heard = Assert.Single(desk.Bot.BotHeard).Json;
        Assert.Equal("@网格助手 电梯坏了", heard.GetProperty("text").GetProperty("content").GetString());
        Assert.Equal("wu", heard.GetProperty("from").GetProperty("userid").GetString());
        Assert.Equal(("group", Desk.Chat), (heard.GetProperty("chattype").GetString(), heard.GetProperty("chatid").GetString()));
        Assert.StartsWith(desk.Address + "cgi-bin/aibot/response?response_code=", heard.GetProperty("response_url").GetString(), StringComparison.Ordinal);
        Assert.Empty(desk.Bot.AppHeard);
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_group_without_the_robot_is_never_heard()
    {
        await using var desk = await Desk.SetAsync();

        Assert.Null(await desk.WeCom.SayAsync("chen", "wrQuiet", "@网格助手 在吗"));
        Assert.Empty(desk.Bot.BotHeard);
    }

    [Fact]
    public async Task A_picture_or_voice_alone_never_leaves_the_group_but_quoted_it_does()
    {
        await using var desk = await Desk.SetAsync();

        await desk.WeCom.SayAsync("wu", Desk.Chat, "", image: "photo");
        await desk.WeCom.SayAsync("wu", Desk.Chat, "", voice: "@网格助手 你好");
        Assert.Empty(desk.Bot.BotHeard);

        await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手", Quote.OfVoice("三号楼漏水"));
        await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手", Quote.OfImage());
        await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 看", image: "photo");

        var heard = desk.Bot.BotHeard.Select(h => h.Json).ToList();
        Assert.Equal("三号楼漏水", heard[0].GetProperty("quote").GetProperty("voice").GetProperty("content").GetString());
        Assert.Contains("/sandbox-media/enc/", heard[1].GetProperty("quote").GetProperty("image").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("image", heard[2].GetProperty("mixed").GetProperty("msg_item")[1].GetProperty("msgtype").GetString());
        Assert.All(heard.Take(2), h => Assert.False(h.GetProperty("quote").TryGetProperty("from", out _)));
    }

    [Fact]
    public async Task The_robot_in_private_hears_everything_and_voice_as_text()
    {
        await using var desk = await Desk.SetAsync();

        await desk.WeCom.SayAsync("wu", "bot", "在吗");
        await desk.WeCom.SayAsync("wu", "bot", "", voice: "灯坏了");
        await desk.WeCom.SayAsync("wu", "bot", "", image: "photo");

        var heard = desk.Bot.BotHeard.Select(h => h.Json).ToList();
        Assert.Equal(["text", "voice", "image"], heard.Select(h => h.GetProperty("msgtype").GetString()!));
        Assert.All(heard, h => Assert.Equal("single", h.GetProperty("chattype").GetString()));
        Assert.All(heard, h => Assert.False(h.TryGetProperty("chatid", out _)));
        Assert.Equal("灯坏了", heard[1].GetProperty("voice").GetProperty("content").GetString());
    }

    [Fact]
    public async Task The_app_hears_private_messages_as_xml_and_its_text_reply_is_the_answer()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnApp = h => Desk.AppReply("Zhou", "<MsgType>text</MsgType><Content>好的</Content>");

        var answer = await desk.WeCom.SayAsync("zhou", null, "状态 ]]> <#128>");
        await desk.WeCom.SayAsync("Zhou", null, "", voice: "听不见的话");

        Assert.Equal(("app-answer", "好的"), (answer!.Channel, answer.Text));
        Assert.Equal(["Zhou"], answer.To);
        var heard = desk.Bot.AppHeard.Select(h => h.Xml).ToList();
        Assert.Equal("状态 ]]> <#128>", heard[0].Element("Content")!.Value);
        Assert.Equal(("Zhou", "1000002"), (heard[0].Element("FromUserName")!.Value, heard[0].Element("AgentID")!.Value));
        Assert.DoesNotContain("听不见的话", heard[1].Value, StringComparison.Ordinal);
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task Who_is_not_in_the_chat_cannot_speak_there()
    {
        await using var desk = await Desk.SetAsync();

        var stranger = await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.SayAsync("chen", Desk.Chat, "@网格助手 在吗"));
        Assert.Equal("user", stranger.Field);
        Assert.Equal("chat", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.SayAsync("chen", "wrNowhere", "在吗"))).Field);
        Assert.Equal("text", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.SayAsync("wu", "bot", ""))).Field);
    }

    [Fact]
    public async Task Entering_a_chat_calls_the_app_each_time_and_the_robot_once_a_day()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => """{"msgtype":"text","text":{"content":"您好"}}""";

        Assert.Equal("您好", (await desk.WeCom.EnterAsync("wu", "bot"))!.Text);
        Assert.Null(await desk.WeCom.EnterAsync("wu", "bot"));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.NotNull(await desk.WeCom.EnterAsync("wu", "bot"));
        await desk.WeCom.EnterAsync("wu", null);

        Assert.Equal("enter_agent", Assert.Single(desk.Bot.AppHeard).Xml.Element("Event")!.Value);
    }

    [Fact]
    public async Task A_picture_is_enciphered_and_gone_after_five_minutes()
    {
        await using var desk = await Desk.SetAsync();
        await desk.WeCom.SayAsync("wu", "bot", "", image: "data:image/png;base64,AAECAwQ=");
        var url = desk.Bot.BotHeard.Single().Json.GetProperty("image").GetProperty("url").GetString()!;

        using var now = await desk.RawAsync(url, null);
        Assert.Equal(32, now.Content.Headers.ContentLength);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        using var later = await desk.RawAsync(url, null);
        Assert.Equal(404, (int)later.StatusCode);
    }
}
