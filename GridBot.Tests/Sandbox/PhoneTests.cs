using System.Text.Json;
using Xunit;

namespace GridBot.Tests.Sandbox;

public sealed class PhoneTests
{
    [Fact]
    public async Task A_phone_shows_its_groups_and_both_private_chats_in_order()
    {
        await using var desk = await Desk.SetAsync();
        desk.Bot.OnBot = _ => Desk.CardReply(Desk.ButtonCard("1@1"));
        await desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 电梯坏了");
        await desk.PushTextAsync("【#1】请看看", "wu");
        await desk.SendAsync(Desk.AppCard("wu", "1@2"));

        var wu = await desk.CallAsync("/demo/phone?user=wu");
        var zhou = await desk.CallAsync("/demo/phone?user=zhou");

        Assert.Equal(["group", "bot", "app"], wu.GetProperty("chats").EnumerateArray().Select(c => c.GetProperty("kind").GetString()!));
        var lines = wu.GetProperty("chats")[0].GetProperty("messages");
        Assert.Equal(["wu", "bot", "push"], lines.EnumerateArray().Select(l => l.GetProperty("from").GetString()!));
        Assert.Equal("ack:1", lines[1].GetProperty("card").GetProperty("buttons")[0].GetProperty("key").GetString());
        Assert.Equal((true, true), (lines[0].GetProperty("mine").GetBoolean(), lines[2].GetProperty("rings").GetBoolean()));
        Assert.False(zhou.GetProperty("chats")[0].GetProperty("messages")[2].GetProperty("rings").GetBoolean());
        Assert.True(wu.GetProperty("chats")[2].GetProperty("messages")[0].GetProperty("rings").GetBoolean());
        Assert.Equal(JsonValueKind.Null, wu.GetProperty("chats")[2].GetProperty("chat").ValueKind);
        Assert.Equal(0, zhou.GetProperty("chats").EnumerateArray().Last().GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task Everybody_sees_their_own_version_of_a_card()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("不归您"), "wu");
        await desk.WeCom.TapAsync("wu", "1@1", "ack:1");

        Assert.Equal("不归您", Card("wu").Title);
        Assert.Empty(Card("wu").Buttons);
        Assert.Equal("电梯故障", Card("liqiang").Title);
        Assert.Equal(2, Card("liqiang").Buttons.Count);

        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("李强接手"));
        await desk.WeCom.TapAsync("liqiang", "1@1", "ack:1");
        Assert.Equal("李强接手", Card("wu").Title);

        GridBot.Sandbox.Phones.PhoneCard Card(string user) => desk.WeCom.Phone(user).Chats[0].Messages[^1].Card!;
    }

    [Fact]
    public async Task Polling_brings_only_what_changed()
    {
        await using var desk = await Desk.SetAsync();
        await desk.SendAsync(Desk.AppCard("wu", "1@1"));
        await desk.SendAsync(Desk.AppText("wu", "好"));
        var first = desk.WeCom.Phone("wu");

        await desk.SendAsync(Desk.AppText("liqiang", "与吴叔无关"));
        var still = desk.WeCom.Phone("wu", first.Version);
        Assert.Equal((false, first.Version), (still.Changed, still.Version));
        Assert.Empty(still.Chats);

        desk.Bot.OnApp = _ => Desk.AppReply("wu", "<MsgType>update_button</MsgType><Button><ReplaceName>已接手</ReplaceName></Button>");
        await desk.WeCom.TapAsync("wu", "1@1", "ack:1");
        var changed = desk.WeCom.Phone("wu", first.Version).Chats.SelectMany(c => c.Messages).Single();
        Assert.Equal((first.Chats[2].Messages[0].Seq, "已接手"), (changed.Seq, changed.Card!.Replaced));
    }
}
