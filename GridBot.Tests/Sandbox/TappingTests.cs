using GridBot.Sandbox.People;
using Xunit;

namespace GridBot.Tests.Sandbox;

public sealed class TappingTests
{
    [Fact]
    public async Task A_tap_in_the_group_is_answered_by_an_update_for_all()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.ButtonCard("1@1", "resolve:1"));

        var answer = await desk.WeCom.TapAsync("liqiang", "1@1", "ack:1");

        Assert.Equal(("bot-update", "1@1", "resolve:1"), (answer!.Channel, answer.Card!.TaskId, answer.Card.Buttons.Single().Key));
        Assert.Empty(answer.To);
        var click = desk.Bot.BotHeard.Last().Json;
        var body = click.GetProperty("event").GetProperty("template_card_event");
        Assert.Equal(("ack:1", "1@1", "button_interaction"), (
            body.GetProperty("event_key").GetString(), body.GetProperty("task_id").GetString(), body.GetProperty("card_type").GetString()));
        Assert.True(click.TryGetProperty("response_url", out _));
        Assert.Equal("key", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.TapAsync("wu", "1@1", "ack:1"))).Field);
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task An_update_for_one_leaves_the_others_their_buttons()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("不归您"), "wu");

        var answer = await desk.WeCom.TapAsync("wu", "1@1", "ack:1");

        Assert.Equal(["wu"], answer!.To);
        var refused = await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.TapAsync("wu", "1@1", "ack:1"));
        Assert.Contains("no buttons", refused.Remedy, StringComparison.Ordinal);
        desk.Bot.OnBot = _ => null;
        Assert.Null(await desk.WeCom.TapAsync("liqiang", "1@1", "ack:1"));
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_card_that_became_a_notice_cannot_be_tapped_by_anybody()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("已接手"));
        await desk.WeCom.TapAsync("wu", "1@1", "ack:1");
        var heard = desk.Bot.BotHeard.Count;

        foreach (var member in new[] { "wu", "liqiang", "Zhou" })
        {
            Assert.Equal("key", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.TapAsync(member, "1@1", "ack:1"))).Field);
        }

        Assert.Equal(heard, desk.Bot.BotHeard.Count);
    }

    [Fact]
    public async Task Who_does_not_see_a_card_cannot_tap_it()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");

        Assert.Equal("user", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.TapAsync("chen", "1@1", "ack:1"))).Field);
        Assert.Equal("task_id", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.TapAsync("wu", "9@9", "ack:1"))).Field);
        Assert.Equal("key", (await Assert.ThrowsAsync<LeverRefusedException>(() => desk.WeCom.TapAsync("wu", "1@1", "nothing"))).Field);
    }

    [Fact]
    public async Task A_tap_on_an_app_card_changes_the_tappers_card_alone()
    {
        await using var desk = await Desk.SetAsync();
        await desk.SendAsync(Desk.AppCard("wu|liqiang", "1@2"));
        desk.Bot.OnApp = _ => Desk.AppReply("wu", "<MsgType>update_button</MsgType><Button><ReplaceName>已接手</ReplaceName></Button>");

        var answer = await desk.WeCom.TapAsync("wu", "1@2", "ack:1");

        Assert.Equal(("app-update", "已接手", "update_button"), (answer!.Channel, answer.Text, answer.Kind));
        Assert.Empty(answer.Card!.Buttons);
        Assert.Equal(["wu"], answer.To);
        var click = desk.Bot.AppHeard.Single().Xml;
        Assert.Equal(("template_card_event", "ack:1", "1@2"), (click.Element("Event")!.Value, click.Element("EventKey")!.Value, click.Element("TaskId")!.Value));
        Assert.Null(click.Element("MsgId"));
        desk.Bot.OnApp = _ => null;
        Assert.Null(await desk.WeCom.TapAsync("liqiang", "1@2", "ack:1"));
    }

    [Fact]
    public async Task A_tap_on_an_app_card_may_bring_a_whole_new_card()
    {
        await using var desk = await Desk.SetAsync();
        await desk.SendAsync(Desk.AppCard("wu", "1@2"));
        desk.Bot.OnApp = _ => Desk.AppReply("wu", """
            <MsgType>update_template_card</MsgType><TemplateCard><CardType>button_interaction</CardType>
            <MainTitle><Title>您接手了</Title><Desc>10栋</Desc></MainTitle>
            <HorizontalContentList><KeyName>网格</KeyName><Value>李强</Value><Type>3</Type><UserId>liqiang</UserId></HorizontalContentList>
            <ButtonList><Text>办结</Text><Style>1</Style><Key>resolve:1</Key></ButtonList>
            <ButtonList><Text>转办</Text><Style>2</Style><Key>transfer:1</Key></ButtonList></TemplateCard>
            """);

        var answer = await desk.WeCom.TapAsync("wu", "1@2", "ack:1");

        Assert.Equal(("您接手了", "10栋\n网格:李强"), (answer!.Card!.Title, answer.Card.Text));
        Assert.Equal(["resolve:1", "transfer:1"], answer.Card.Buttons.Select(b => b.Key));
        Assert.Empty(desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_lost_click_never_arrives_and_the_card_can_be_tapped_again()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.WeCom.AddFault(new("click/lose"));
        desk.Bot.OnBot = _ => Desk.UpdateReply(Desk.Notice("好"));

        Assert.Null(await desk.WeCom.TapAsync("wu", "1@1", "ack:1"));
        Assert.Single(desk.Bot.BotHeard);
        Assert.NotNull(await desk.WeCom.TapAsync("wu", "1@1", "ack:1"));
    }

    [Fact]
    public async Task A_click_on_a_robot_card_is_sent_once_even_if_it_fails()
    {
        await using var desk = await Desk.SetAsync();
        await desk.HangCardAsync("1@1");
        desk.Bot.NextStatuses.Enqueue(500);

        Assert.Null(await desk.WeCom.TapAsync("wu", "1@1", "ack:1"));
        Assert.Equal(2, desk.Bot.BotHeard.Count);
        Assert.Equal(1, desk.WeCom.Findings.Undelivered);
    }
}
