using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>What WeCom would drop without a word must be dropped here with one.</summary>
public sealed class ReplyRulesTests
{
    public static TheoryData<string, string> TwistedEnvelopes => new()
    {
        { "\"nonce\":\"", "\"nonce\":\"9" },
        { "\"timestamp\":1790000001", "\"timestamp\":\"1790000001\"" },
        { "\"timestamp\":1790000001", "\"timestamp\":1790000002" },
        { "\"encrypt\":\"", "\"encrypt\":\"AAAA" },
        { "{", "success" },
    };

    [Theory, MemberData(nameof(TwistedEnvelopes))]
    public async Task A_robot_reply_must_be_sealed_rightly(string part, string instead)
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => Desk.StreamReply("在");
        desk.Bot.Twist = body => body.Replace(part, instead, StringComparison.Ordinal);

        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "在吗"));
        Assert.Single(desk.WeCom.Findings.Violations);
    }

    [Theory, InlineData("<TimeStamp>1790000001", "<TimeStamp>later"), InlineData("<Encrypt>", "<encrypt>"), InlineData("<MsgSignature><![CDATA[", "<MsgSignature><![CDATA[0")]
    public async Task An_app_reply_must_be_sealed_rightly(string part, string instead)
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnApp = _ => Desk.AppReply("wu", "<MsgType>text</MsgType><Content>好</Content>");
        desk.Bot.Twist = body => body.Replace(part, instead, StringComparison.Ordinal);

        Assert.Null(await desk.WeCom.SayAsync("wu", null, "在吗"));
        Assert.Single(desk.WeCom.Findings.Violations);
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"a message cannot be answered by text"}}""")]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"nor by markdown"}}""")]
    [InlineData("""{"response_type":"update_template_card","template_card":{}}""")]
    [InlineData("""{"msgtype":"stream","stream":{"finish":true,"content":"no id"}}""")]
    [InlineData("""no json""")]
    public async Task A_message_allows_streams_and_cards_only(string reply)
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => reply;

        Assert.Null(await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 在吗"));
        Assert.Single(desk.WeCom.Findings.Violations);
        Assert.Empty(desk.WeCom.Log.Since(0));
    }

    [Fact]
    public async Task An_empty_object_is_no_reply_and_no_violation()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => "{}";

        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "在吗"));
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_click_allows_an_update_only()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.OnBot = _ => Desk.StreamReply("接手了");

        Assert.Null(await desk.WeCom.TapAsync("wu", "1@1", "ack:1"));

        await desk.SendAsync(Desk.AppCard("wu", "1@2"));
        desk.Bot.OnApp = _ => Desk.AppReply("wu", "<MsgType>text</MsgType><Content>接手了</Content>");
        Assert.Null(await desk.WeCom.TapAsync("wu", "1@2", "ack:1"));

        Assert.Equal(2, desk.WeCom.Findings.Violations.Count);
    }

    [Fact]
    public async Task An_update_keeps_its_task_id()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.ButtonCard("1@2"));

        Assert.Null(await desk.WeCom.TapAsync("wu", "1@1", "ack:1"));
        Assert.Single(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_task_id_is_used_once_over_robot_and_app()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");

        Assert.Equal(42014, (await desk.SendAsync(Desk.AppCard("wu", "1@1"))).GetProperty("errcode").GetInt32());
        await desk.HangCardAsync("1@1");
        Assert.Contains("used before", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> BrokenCards => new()
    {
        { "task_id", "\"with blanks\"" }, { "task_id", "null" }, { "task_id", $"\"{new string('x', 129)}\"" },
        { "button_list", "[]" }, { "button_list", """[{"text":"a","key":"k"},{"text":"b","key":"k"}]""" }, { "button_list", """[{"text":"a"}]""" },
        { "button_list", """[{"key":"k"}]""" }, { "button_list", """[{"text":"a","key":"k","style":9}]""" },
        { "main_title", "{}" }, { "card_type", "\"poster\"" }, { "card_type", "\"text_notice\"" },
        { "horizontal_content_list", """[{"keyname":"网格","value":"某人","type":3,"userid":"nobody"}]""" },
        { "horizontal_content_list", """[{"keyname":"1"},{"keyname":"2"},{"keyname":"3"},{"keyname":"4"},{"keyname":"5"},{"keyname":"6"},{"keyname":"7"}]""" },
        { "jump_list", """[{"title":"1"},{"title":"2"},{"title":"3"},{"title":"4"}]""" },
        { "action_menu", """{"action_list":[]}""" },
    };

    [Theory, MemberData(nameof(BrokenCards))]
    public async Task A_card_beyond_the_limits_is_refused_at_both_doors(string field, string value)
    {
        await using var desk = await Desk.SetAsync();
        var card = Desk.ButtonCard("1@1");
        card[field] = JsonNode.Parse(value);

        var code = (await desk.SendAsync(new { touser = "wu", msgtype = "template_card", agentid = 1000002, template_card = card })).GetProperty("errcode").GetInt32();
        desk.Bot.OnBot = _ => Desk.CardReply(card);

        Assert.True(code is 40058 or 42014 or 42050, $"got {code}");
        Assert.Null(await desk.WeCom.SayAsync("wu", "bot", "在吗"));
        Assert.Single(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_long_title_is_advised_against_but_shown()
    {
        await using var desk = await Desk.SetAsync();
        var card = Desk.ButtonCard("1@1");
        card["main_title"]!["title"] = new string('长', 27);
        desk.Bot.OnBot = _ => Desk.CardReply(card);

        Assert.NotNull(await desk.WeCom.SayAsync("wu", "bot", "在吗"));
        Assert.Contains("27 characters, advised 26", Assert.Single(desk.WeCom.Findings.Advice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_stream_is_asked_every_second_until_it_ends()
    {
        await using var desk = await Desk.SetAsync();
        var frame = 0;
        using var asked = new SemaphoreSlim(0);
        desk.Bot.OnBot = _ =>
        {
            asked.Release();
            return Desk.StreamReply((++frame).ToString(CultureInfo.InvariantCulture), finish: frame == 3);
        };

        var first = await desk.WeCom.SayAsync("wu", "bot", "在吗");
        for (var ask = 1; ask <= 3; ask++)
        {
            await asked.WaitAsync(TestContext.Current.CancellationToken);
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await desk.WeCom.Log.WaitForAsync(e => e.Text == "3", first!.Seq, TestContext.Current.CancellationToken);

        Assert.Equal("1", first.Text);
        Assert.Equal("3", desk.WeCom.Phone("wu").Chats.Single(c => c.Chat == "bot").Messages[^1].Text);
        Assert.All(desk.Bot.BotHeard.Skip(1), h => Assert.Equal("s-1", h.Json.GetProperty("stream").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_stream_that_never_ends_is_a_violation_after_six_minutes()
    {
        await using var desk = await Desk.SetAsync();
        using var asked = new SemaphoreSlim(0);
        desk.Bot.OnBot = _ =>
        {
            asked.Release();
            return Desk.StreamReply("还在查", finish: false);
        };

        await desk.WeCom.SayAsync("wu", "bot", "在吗");
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await asked.WaitAsync(TestContext.Current.CancellationToken);
        await desk.WeCom.DrainedAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (desk.WeCom.Findings.Violations.Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }

        Assert.Contains("within six minutes", Assert.Single(desk.WeCom.Findings.Violations), StringComparison.Ordinal);
    }
}
