using System.Text.Json;
using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>The levers as curl pulls them: these shapes are a contract.</summary>
public sealed class LeverTests
{
    [Fact]
    public async Task The_town_is_listed()
    {
        await using var desk = await Desk.SetAsync();

        var town = await desk.CallAsync("/demo/town");

        Assert.Equal("网格助手", town.GetProperty("bot").GetProperty("name").GetString());
        Assert.Equal("""{"chatid":"wrChatA1","name":"3网格群","place":"3网格","members":["Zhou","wu","liqiang"]}""", town.GetProperty("chats")[0].GetRawText());
        Assert.Equal("""{"userid":"Zhou","name":"周阿姨","role":"楼长","place":"11栋"}""", town.GetProperty("people")[0].GetRawText());
    }

    [Fact]
    public async Task Say_tap_and_log_speak_the_same_entries()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => Desk.CardReply(Desk.ButtonCard("1@1", "ack:1"));

        var said = await desk.CallAsync("/demo/say", """{"user":"wu","chat":"wrChatA1","text":"@网格助手","quote":"工地太吵"}""");
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("吴叔接手"));
        var tapped = await desk.CallAsync("/demo/tap", """{"user":"liqiang","task_id":"1@1","key":"ack:1"}""");
        await desk.PushTextAsync("【#1】吴叔接手", "wu");
        var log = await desk.CallAsync("/demo/log?since=1");

        Assert.Equal(
            """{"seq":1,"at":"2026-11-24T10:00:00.000+08:00","channel":"bot-answer","chat":"wrChatA1","to":[],"mentions":[],"kind":"template_card","text":"","card":{"task_id":"1@1","title":"电梯故障","text":"10栋\n请看看","buttons":[{"key":"ack:1","text":"按ack:1"}]}}""",
            said.GetProperty("answer").GetRawText());
        Assert.Equal("工地太吵", desk.Bot.BotHeard.First().Json.GetProperty("quote").GetProperty("text").GetProperty("content").GetString());
        Assert.Equal(2, tapped.GetProperty("answer").GetProperty("seq").GetInt64());
        Assert.Equal([2, 3], log.EnumerateArray().Select(e => e.GetProperty("seq").GetInt32()));
        Assert.Equal(JsonValueKind.Null, log[1].GetProperty("card").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await desk.CallAsync("/demo/say", """{"user":"wu","chat":"wrChatA1","text":"收到"}""")).GetProperty("answer").ValueKind);
    }

    [Theory]
    [InlineData("/demo/say", """{"user":"nobody","chat":null,"text":"好"}""", "user")]
    [InlineData("/demo/say", """{"chat":null,"text":"好"}""", "user")]
    [InlineData("/demo/say", """{"user":"chen","chat":"wrChatA1","text":"好"}""", "user")]
    [InlineData("/demo/say", """{"user":"wu","chat":"nowhere","text":"好"}""", "chat")]
    [InlineData("/demo/say", """{"user":"wu","chat":7,"text":"好"}""", "chat")]
    [InlineData("/demo/say", """{"user":"wu","chat":null}""", "text")]
    [InlineData("/demo/say", """{"user":"wu","chat":null,"text":"好","quote":{"video":"x"}}""", "quote")]
    [InlineData("/demo/say", "no json", "body")]
    [InlineData("/demo/tap", """{"user":"wu","task_id":"9@9","key":"ack"}""", "task_id")]
    [InlineData("/demo/tap", """{"user":"wu","key":"ack"}""", "task_id")]
    [InlineData("/demo/enter", """{"user":"wu","chat":"wrChatA1"}""", "chat")]
    [InlineData("/demo/fault", """{"api":"webhook/send","errcode":"x"}""", "errcode")]
    [InlineData("/demo/fault", """{"api":"nothing","errcode":1}""", "api")]
    public async Task What_a_person_could_not_do_is_a_400_that_names_field_and_remedy(string path, string body, string field)
    {
        await using var desk = await Desk.SetAsync();
        using var response = await desk.RawAsync(path, body);
        var error = await desk.CallAsync(path, body);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(field, error.GetProperty("field").GetString());
        Assert.NotEmpty(error.GetProperty("remedy").GetString()!);
    }

    [Fact]
    public async Task A_fault_by_lever_and_the_corps_keys()
    {
        await using var desk = await Desk.SetAsync();

        await desk.CallAsync("/demo/fault", """{"api":"webhook/send","errcode":45009,"times":1}""");
        Assert.Equal(45009, await desk.PushTextAsync("好"));
        var corp = await desk.CallAsync("/demo/wecom");

        Assert.Equal(Desk.Town.CorpId, corp.GetProperty("corpId").GetString());
        Assert.Equal(1000002, corp.GetProperty("app").GetProperty("agentId").GetInt32());
        Assert.Equal(Desk.Town.Bot.EncodingAesKey, corp.GetProperty("bot").GetProperty("encodingAesKey").GetString());
        Assert.Equal(Desk.PushKey, corp.GetProperty("pushKeys")[0].GetProperty("key").GetString());
    }

    [Fact]
    public async Task The_log_keeps_the_latest_entries_and_their_numbers()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { KeepEntries = 5 });
        for (var i = 0; i < 12; i++)
        {
            await desk.PushTextAsync($"第{i + 1}条");
        }

        Assert.Equal([8, 9, 10, 11, 12], desk.WeCom.Log.Since(0).Select(e => (int)e.Seq));
        Assert.Equal([12], desk.WeCom.Log.Since(11).Select(e => (int)e.Seq));
    }

    [Fact]
    public async Task A_test_may_wait_for_an_entry()
    {
        await using var desk = await Desk.SetAsync();
        var waiting = desk.WeCom.Log.WaitForAsync(e => e.Text == "二", cancellationToken: TestContext.Current.CancellationToken);

        await desk.PushTextAsync("一");
        Assert.False(waiting.IsCompleted);
        await desk.PushTextAsync("二");

        Assert.Equal(2, (await waiting).Seq);
    }
}
