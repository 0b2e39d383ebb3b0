using System.Text;
using System.Text.Json;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace GridBot.Tests.WeCom;

public class WeComClientTests
{
    private static readonly TemplateCard Card = new(CardKind.ButtonInteraction, new CardTitle("电梯故障"))
    {
        TaskId = "issue-1@1",
        Buttons = [new CardButton("我来处理", "ack")],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_push_goes_out_with_its_key_and_its_mentions()
    {
        await using var wecom = await StandIn.StartAsync();
        var request = WeComRequests.Push(new PushText("【#128】请看", ["lisi"], ["13800000000"]));

        var result = await wecom.Client.SendAsync(request, "key-1", Cancel);

        Assert.IsType<SendResult.Sent>(result);
        Assert.Equal(
            ("/cgi-bin/webhook/send?key=key-1", """{"msgtype":"text","text":{"content":"【#128】请看","mentioned_list":["lisi"],"mentioned_mobile_list":["13800000000"]}}"""),
            Assert.Single(wecom.Calls));
    }

    [Fact]
    public async Task A_push_too_long_is_cut_since_wecom_would_refuse_it()
    {
        await using var wecom = await StandIn.StartAsync();

        await wecom.Client.SendAsync(WeComRequests.Push(new PushText(new string('漏', 1000))), "key-1", Cancel);

        var text = JsonDocument.Parse(wecom.Calls.Single().Body).RootElement.GetProperty("text");
        Assert.InRange(Encoding.UTF8.GetByteCount(text.GetProperty("content").GetString()!), 2046, 2048);
        Assert.False(text.TryGetProperty("mentioned_list", out _));
    }

    [Fact]
    public async Task An_app_text_asks_wecom_to_know_it_again()
    {
        await using var wecom = await StandIn.StartAsync();

        await wecom.Client.SendAsync(wecom.Requests.AppText(["lisi", "wangwu"], "请看"), cancellationToken: Cancel);

        Assert.Equal(
            ["/cgi-bin/gettoken?corpid=ww0f1e2d3c4b5a6978&corpsecret=app%2Fsecret%2B1", "/cgi-bin/message/send?access_token=token-1"],
            wecom.Calls.Select(call => call.Target));
        Assert.Equal(
            """{"touser":"lisi|wangwu","msgtype":"text","agentid":1000002,"text":{"content":"请看"},"enable_duplicate_check":1,"duplicate_check_interval":1800}""",
            wecom.Calls.Last().Body);
    }

    [Fact]
    public async Task A_card_brings_back_the_code_that_changes_it()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync("""{"errcode":0,"invaliduser":"wangwu|zhaoliu","unlicenseduser":"","msgid":"MID","response_code":"RC"}""");

        var sent = Assert.IsType<SendResult.Sent>(await wecom.Client.SendAsync(wecom.Requests.AppCard(["lisi", "WangWu"], Card), cancellationToken: Cancel));

        Assert.Equal(("MID", "RC"), (sent.MessageId, sent.ResponseCode));
        Assert.True(sent.InvalidUsers.Contains("WangWu"));
        Assert.Equal(2, sent.InvalidUsers.Count);
        Assert.Empty(sent.UnlicensedUsers);
        var body = JsonDocument.Parse(wecom.Calls.Last().Body).RootElement;
        Assert.Equal(0, body.GetProperty("template_card").GetProperty("button_list")[0].GetProperty("type").GetInt32());
        Assert.Equal(1, body.GetProperty("enable_duplicate_check").GetInt32());
    }

    [Fact]
    public async Task A_card_is_greyed_or_replaced_with_its_code()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync("""{"errcode":0,"invaliduser":["LISI"]}""");

        var sent = Assert.IsType<SendResult.Sent>(await wecom.Client.SendAsync(wecom.Requests.GreyButtons("RC", ["lisi"], "已由李四确认"), cancellationToken: Cancel));
        await wecom.Client.SendAsync(wecom.Requests.ReplaceCard("RC2", ["lisi"], Card with { ReplaceText = "已确认" }), cancellationToken: Cancel);

        Assert.True(sent.InvalidUsers.Contains("lisi"));
        var calls = wecom.Calls.Where(call => call.Target.StartsWith("/cgi-bin/message/update_template_card?", StringComparison.Ordinal)).ToList();
        Assert.Equal("""{"userids":["lisi"],"agentid":1000002,"response_code":"RC","button":{"replace_name":"已由李四确认"}}""", calls[0].Body);
        Assert.Equal("已确认", JsonDocument.Parse(calls[1].Body).RootElement.GetProperty("template_card").GetProperty("replace_text").GetString());
    }

    [Fact]
    public async Task A_late_answer_goes_to_the_address_it_was_given_without_a_token()
    {
        await using var wecom = await StandIn.StartAsync();

        var result = await wecom.Client.SendAsync(WeComRequests.LateAnswer("**好**"), wecom.Address + "/cgi-bin/aibot/response?response_code=RC1", Cancel);

        Assert.IsType<SendResult.Sent>(result);
        Assert.Equal(("/cgi-bin/aibot/response?response_code=RC1", """{"msgtype":"markdown","markdown":{"content":"**好**"}}"""), Assert.Single(wecom.Calls));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/cgi-bin/aibot/response")]
    [InlineData("file:///etc/passwd")]
    public async Task A_late_answer_without_an_address_never_goes(string? address)
    {
        await using var wecom = await StandIn.StartAsync();

        Assert.Equal(new SendResult.Never(0, ErrorClass.Content), await wecom.Client.SendAsync(WeComRequests.LateAnswer("好"), address, Cancel));
    }

    [Fact]
    public async Task A_group_text_of_the_app_mentions_too()
    {
        await using var wecom = await StandIn.StartAsync();

        await wecom.Client.SendAsync(WeComRequests.AppChatText("grid3", "请看", ["lisi"]), cancellationToken: Cancel);

        Assert.Equal(
            ("/cgi-bin/appchat/send?access_token=token-1", """{"chatid":"grid3","msgtype":"text","text":{"content":"请看","mentioned_list":["lisi"]},"safe":0}"""),
            wecom.Calls.Last());
    }

    [Fact]
    public async Task What_was_composed_goes_out_again_byte_for_byte()
    {
        await using var wecom = await StandIn.StartAsync();
        var request = wecom.Requests.AppText(["lisi"], "请看😟");
        var stored = new WeComRequest(request.Api, request.Body.ToArray());

        await wecom.Client.SendAsync(request, cancellationToken: Cancel);
        await wecom.Client.SendAsync(stored, cancellationToken: Cancel);

        var bodies = wecom.Calls.Where(call => call.Body.Length > 0).Select(call => call.Body).ToList();
        Assert.Equal(bodies[0], bodies[1]);
    }

    [Fact]
    public async Task No_log_however_talkative_holds_a_key_a_token_or_a_secret()
    {
        await using var wecom = await StandIn.StartAsync();
        await wecom.Client.SendAsync(WeComRequests.Push(new PushText("内容")), "key-1", Cancel);
        await wecom.Client.SendAsync(wecom.Requests.AppText(["lisi"], "内容"), cancellationToken: Cancel);
        wecom.OnCall = StandIn.Answer(40001);
        await wecom.Client.SendAsync(wecom.Requests.AppText(["lisi"], "内容"), cancellationToken: Cancel);
        wecom.OnCall = StandIn.Answer(93000);
        await wecom.Client.SendAsync(WeComRequests.Push(new PushText("内容")), "key-1", Cancel);
        await wecom.Client.SendAsync(WeComRequests.LateAnswer("内容"), wecom.Address + "/r?response_code=RC-1", Cancel);

        Assert.NotEmpty(wecom.Logged);
        Assert.DoesNotContain(wecom.Logged, line => line.Contains(wecom.Address, StringComparison.Ordinal));
        foreach (var secret in (string[])["key-1", "token-1", "app/secret", "app%2Fsecret", "RC-1", "内容"])
        {
            Assert.DoesNotContain(wecom.Logged, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_message_to_nobody_or_to_a_crowd_is_our_fault()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Compose([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compose([.. Enumerable.Range(0, 1001).Select(i => $"u{i}")]));
        Assert.Throws<ArgumentException>(() => Compose(["a|b"]));
    }

    private static void Compose(IReadOnlyList<string> userIds) => new WeComRequests(null!).AppText(userIds, "a");
}
