using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>gettoken, message/send and message/update_template_card.</summary>
public sealed class SendingTests
{
    private static string TokenPath(string corp, string secret) => $"/cgi-bin/gettoken?corpid={corp}&corpsecret={secret}";

    [Fact]
    public async Task A_token_stays_the_same_until_it_expires()
    {
        await using var desk = await Desk.SetAsync();
        var path = TokenPath(Desk.Town.CorpId, Desk.Town.App.Secret);
        var first = (await desk.CallAsync(path)).GetProperty("access_token").GetString();

        desk.Clock.Advance(TimeSpan.FromMinutes(119));
        var second = await desk.CallAsync(path);
        Assert.Equal((first, 60), (second.GetProperty("access_token").GetString(), second.GetProperty("expires_in").GetInt32()));

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(first, (await desk.CallAsync(path)).GetProperty("access_token").GetString());
        Assert.Equal(42001, await desk.CodeAsync("/cgi-bin/getcallbackip?access_token=" + first));
        Assert.Equal(3, desk.WeCom.Findings.Calls("gettoken"));
    }

    [Fact]
    public async Task Wrong_credentials_have_their_codes_and_too_many_block_the_address()
    {
        await using var desk = await Desk.SetAsync();

        Assert.Equal(40013, await desk.CodeAsync(TokenPath("wwother", "app-secret")));
        Assert.Equal(41004, await desk.CodeAsync(TokenPath(Desk.Town.CorpId, "")));
        Assert.Equal(41002, await desk.CodeAsync(TokenPath("", "x")));
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(40001, await desk.CodeAsync(TokenPath(Desk.Town.CorpId, "wrong")));
        }

        Assert.Equal(45009, await desk.CodeAsync(TokenPath(Desk.Town.CorpId, Desk.Town.App.Secret)));
        desk.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(0, await desk.CodeAsync(TokenPath(Desk.Town.CorpId, Desk.Town.App.Secret)));
    }

    [Fact]
    public async Task A_token_may_end_early_or_never_have_been()
    {
        await using var desk = await Desk.SetAsync();
        await desk.TokenAsync();
        desk.WeCom.AddFault(new("token/expire"));

        Assert.Equal(42001, (await desk.SendAsync(Desk.AppText("wu", "好"))).GetProperty("errcode").GetInt32());
        Assert.Equal(40014, await desk.CodeAsync("/cgi-bin/message/send?access_token=made-up", Desk.AppText("wu", "好")));
        Assert.Equal(41001, await desk.CodeAsync("/cgi-bin/message/send", Desk.AppText("wu", "好")));
    }

    [Theory]
    [InlineData("""{"touser":"wu","msgtype":"text","agentid":"1000002","text":{"content":"好"}}""", 40056)]
    [InlineData("""{"touser":"wu","msgtype":"text","agentid":1000003,"text":{"content":"好"}}""", 301002)]
    [InlineData("""{"touser":"wu","msgtype":"text","text":{"content":"好"}}""", 41011)]
    [InlineData("""{"touser":"NoBody|nobody2","msgtype":"text","agentid":1000002,"text":{"content":"好"}}""", 81013)]
    [InlineData("""{"msgtype":"text","agentid":1000002,"text":{"content":"好"}}""", 82001)]
    [InlineData("""{"touser":"wu","msgtype":"text","agentid":1000002,"text":{"content":""}}""", 44004)]
    [InlineData("""{"touser":"wu","msgtype":"telegram","agentid":1000002}""", 40008)]
    [InlineData("""{"touser":"wu""", 40035)]
    public async Task A_message_with_something_wrong_is_refused(string body, int code)
    {
        await using var desk = await Desk.SetAsync();

        Assert.Equal(code, await desk.CodeAsync("/cgi-bin/message/send?access_token=" + await desk.TokenAsync(), body));
        Assert.Empty(desk.WeCom.Log.Since(0));
    }

    [Fact]
    public async Task Partly_wrong_receivers_are_named_in_small_letters_and_the_others_get_it()
    {
        await using var desk = await Desk.SetAsync();

        var answer = await desk.SendAsync(Desk.AppText("WU|NoBody", "好"));

        Assert.Equal((0, "nobody"), (answer.GetProperty("errcode").GetInt32(), answer.GetProperty("invaliduser").GetString()));
        var entry = Assert.Single(desk.WeCom.Log.Since(0));
        Assert.Equal(("app", null, "好"), (entry.Channel, entry.Chat, entry.Text));
        Assert.Equal(["wu"], entry.To);
        Assert.False(answer.TryGetProperty("response_code", out _));
    }

    [Fact]
    public async Task A_text_is_cut_at_2048_bytes_between_characters()
    {
        await using var desk = await Desk.SetAsync();

        await desk.SendAsync(Desk.AppText("wu", new string('长', 700)));

        Assert.Equal(2046, Encoding.UTF8.GetByteCount(Assert.Single(desk.WeCom.Log.Since(0)).Text));
        Assert.Equal(1, desk.WeCom.Findings.Truncated);
    }

    [Fact]
    public async Task The_same_body_is_not_delivered_twice_within_the_interval_if_asked()
    {
        await using var desk = await Desk.SetAsync();
        var path = "/cgi-bin/message/send?access_token=" + await desk.TokenAsync();
        var card = Desk.ButtonCard("1@1").ToJsonString();
        var body = $$"""{"touser":"wu","msgtype":"template_card","agentid":1000002,"enable_duplicate_check":1,"template_card":{{card}}}""";

        Assert.Equal(0, await desk.CodeAsync(path, body));
        Assert.Equal(0, await desk.CodeAsync(path, body));
        Assert.Single(desk.WeCom.Log.Since(0));
        Assert.Equal(42014, await desk.CodeAsync(path, body + " "));
        desk.Clock.Advance(TimeSpan.FromSeconds(1801));
        Assert.Equal(42014, await desk.CodeAsync(path, body));
    }

    [Fact]
    public async Task Beyond_30_a_minute_a_member_gets_nothing_and_nobody_is_told()
    {
        await using var desk = await Desk.SetAsync();
        for (var i = 0; i < 31; i++)
        {
            Assert.Equal(0, (await desk.SendAsync(Desk.AppText("wu", "好"))).GetProperty("errcode").GetInt32());
        }

        Assert.Equal((30, 1), (desk.WeCom.Log.Since(0).Count, desk.WeCom.Findings.Dropped));
        await desk.SendAsync(Desk.AppText("wu|liqiang", "好"));
        Assert.Equal(["liqiang"], desk.WeCom.Log.Since(0)[^1].To);
        desk.Clock.Advance(TimeSpan.FromSeconds(61));
        await desk.SendAsync(Desk.AppText("wu", "好"));
        Assert.Equal(32, desk.WeCom.Log.LastSeq);
    }

    [Fact]
    public async Task Beyond_1000_an_hour_a_member_gets_nothing()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { CountsOnly = true });
        for (var minute = 0; minute < 40; minute++)
        {
            for (var i = 0; i < 26; i++)
            {
                await desk.SendAsync(Desk.AppText("wu", "好"));
            }

            desk.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        Assert.Equal(40, desk.WeCom.Findings.Dropped);
    }

    [Fact]
    public async Task A_card_is_changed_once_by_its_code_for_those_named()
    {
        await using var desk = await Desk.SetAsync();
        var code = (await desk.SendAsync(Desk.AppCard("wu|liqiang", "1@1"))).GetProperty("response_code").GetString();
        object Update(string[] users) => new { userids = users, agentid = 1000002, response_code = code, button = new { replace_name = "李强接手" } };

        var answer = await desk.UpdateAsync(Update(["WU", "Chen"]));

        Assert.Equal("chen", answer.GetProperty("invaliduser")[0].GetString());
        var entry = desk.WeCom.Log.Since(0)[^1];
        Assert.Equal(("app-update", "李强接手", "1@1"), (entry.Channel, entry.Text, entry.Card!.TaskId));
        Assert.Equal(["wu"], entry.To);
        Assert.Empty(entry.Card.Buttons);
        Assert.Equal(60140, (await desk.UpdateAsync(Update(["liqiang"]))).GetProperty("errcode").GetInt32());
        desk.Bot.OnApp = _ => null;
        Assert.Null(await desk.WeCom.TapAsync("liqiang", "1@1", "ack:1"));
    }

    [Fact]
    public async Task Each_click_brings_a_code_of_its_own_and_codes_live_72_hours()
    {
        await using var desk = await Desk.SetAsync();
        var code = (await desk.SendAsync(Desk.AppCard("wu", "1@1"))).GetProperty("response_code").GetString();
        await desk.WeCom.TapAsync("wu", "1@1", "ack:1");
        var clicked = desk.Bot.AppHeard.Single().Xml.Element("ResponseCode")!.Value;
        object Update(string? with) => new JsonObject
        {
            ["atall"] = 1, ["agentid"] = 1000002, ["response_code"] = with, ["template_card"] = Desk.ButtonCard("1@1", "resolve:1"),
        };

        Assert.NotEqual(code, clicked);
        Assert.Equal(0, (await desk.UpdateAsync(Update(clicked))).GetProperty("errcode").GetInt32());
        Assert.Equal("resolve:1", desk.WeCom.Log.Since(0)[^1].Card!.Buttons.Single().Key);
        for (var hour = 0; hour < 73; hour++)
        {
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        var token = (await desk.CallAsync(TokenPath(Desk.Town.CorpId, Desk.Town.App.Secret))).GetProperty("access_token").GetString();
        Assert.Equal(60140, await desk.CodeAsync("/cgi-bin/message/update_template_card?access_token=" + token, Update(code)));
    }

    [Fact]
    public async Task An_app_that_cannot_be_called_back_cannot_send_buttons()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AppCallback = null;

        Assert.Equal(40058, (await desk.SendAsync(Desk.AppCard("wu", "1@1"))).GetProperty("errcode").GetInt32());
    }

    [Fact]
    public async Task People_are_known_by_their_ids()
    {
        await using var desk = await Desk.SetAsync();
        var path = $"/cgi-bin/user/get?access_token={await desk.TokenAsync()}&userid=";

        Assert.Equal("吴叔", (await desk.CallAsync(path + "wu")).GetProperty("name").GetString());
        Assert.Equal(60111, await desk.CodeAsync(path + "nobody"));
    }
}
