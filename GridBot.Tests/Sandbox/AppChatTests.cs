using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>appchat: groups that the app makes.</summary>
public sealed class AppChatTests
{
    private static readonly string[] Three = ["Zhou", "wu", "liqiang"];

    [Fact]
    public async Task A_group_shows_to_its_members_with_its_first_message()
    {
        await using var desk = await Desk.SetAsync();
        Assert.Equal(0, await CallAsync(desk, "create", New("grid3")));
        Assert.DoesNotContain(desk.WeCom.Phone("wu").Chats, c => c.Chat == "grid3");

        Assert.Equal(0, await SayAsync(desk, "grid3", "大家好", "WU"));

        var chat = desk.WeCom.Phone("wu").Chats.Single(c => c.Chat == "grid3");
        Assert.Equal(("3号网格", "大家好", true), (chat.Name, chat.Messages.Single().Text, chat.Messages.Single().Mentioned));
        Assert.DoesNotContain(desk.WeCom.Phone("chen").Chats, c => c.Chat == "grid3");
        var entry = desk.WeCom.Log.Since(0).Single();
        Assert.Equal(("appchat", "grid3"), (entry.Channel, entry.Chat));
        Assert.Equal(["wu"], entry.Mentions);
    }

    [Fact]
    public async Task The_app_hears_nothing_that_is_said_there()
    {
        await using var desk = await Desk.SetAsync();
        await CallAsync(desk, "create", New("grid3"));
        await SayAsync(desk, "grid3", "大家好");

        Assert.Null(await desk.WeCom.SayAsync("wu", "grid3", "@网格助手 电梯坏了"));
        Assert.Empty(desk.Bot.AppHeard);
        Assert.Empty(desk.Bot.BotHeard);
    }

    [Theory]
    [InlineData("a-b", "群", "Zhou", 3, 86001)]
    [InlineData("x12345678901234567890123456789012", "群", "Zhou", 3, 86001)]
    [InlineData("grid3", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十多", "Zhou", 3, 86004)]
    [InlineData("grid3", "群", "Zhou", 1, 86006)]
    [InlineData("grid3", "群", "chen", 3, 86207)]
    [InlineData("wrChatA1", "群", "Zhou", 3, 86215)]
    public async Task A_group_is_refused_where_WeCom_would(string chatId, string name, string owner, int members, int code)
    {
        await using var desk = await Desk.SetAsync();
        Assert.Equal(code, await CallAsync(desk, "create", new { chatid = chatId, name, owner, userlist = Three.Take(members) }));
    }

    [Fact]
    public async Task An_id_is_given_once_and_strangers_cant_be_members()
    {
        await using var desk = await Desk.SetAsync();
        await CallAsync(desk, "create", New("grid3"));
        Assert.Equal(86215, await CallAsync(desk, "create", New("grid3")));
        Assert.Equal(86007, await CallAsync(desk, "create", new { chatid = "grid4", owner = "Zhou", userlist = (string[])["Zhou", "nobody"] }));
        desk.WeCom.ChangePerson("wu", p => p with { InRange = false });
        Assert.Equal(86007, await CallAsync(desk, "create", New("grid5")));
    }

    [Fact]
    public async Task Members_come_and_go_and_the_group_can_be_read()
    {
        await using var desk = await Desk.SetAsync();
        await CallAsync(desk, "create", New("grid3"));
        Assert.Equal(0, await CallAsync(desk, "update", new { chatid = "grid3", add_user_list = (string[])["chen"], del_user_list = (string[])["wu"] }));

        var info = (await desk.CallAsync($"/cgi-bin/appchat/get?chatid=grid3&access_token={await desk.TokenAsync()}")).GetProperty("chat_info");
        Assert.Equal(["Zhou", "liqiang", "chen"], info.GetProperty("userlist").EnumerateArray().Select(u => u.GetString()));
        Assert.Equal(86207, await CallAsync(desk, "update", new { chatid = "grid3", del_user_list = (string[])["Zhou"] }));
        Assert.Equal(86006, await CallAsync(desk, "update", new { chatid = "grid3", del_user_list = (string[])["liqiang", "chen"] }));
    }

    [Fact]
    public async Task The_app_speaks_in_its_own_groups_only_and_sends_no_cards()
    {
        await using var desk = await Desk.SetAsync();
        await CallAsync(desk, "create", New("grid3"));

        Assert.Equal(86008, await SayAsync(desk, Desk.Chat, "好"));
        Assert.Equal(86003, await SayAsync(desk, "grid9", "好"));
        Assert.Equal(86201, await CallAsync(desk, "send", new { msgtype = "text", text = new { content = "好" } }));
        Assert.Equal(40008, await CallAsync(desk, "send", new { chatid = "grid3", msgtype = "template_card", template_card = Desk.ButtonCard("t1") }));
        Assert.Equal(44004, await SayAsync(desk, "grid3", ""));
        Assert.Equal(40058, await SayAsync(desk, "grid3", new string('好', 683)));
        Assert.Equal(0, await SayAsync(desk, "grid3", new string('好', 682)));
    }

    [Fact]
    public async Task Older_clients_show_no_mention()
    {
        await using var desk = await Desk.SetAsync(Desk.Patient with { ClientVersion = new(5, 0, 5) });
        await CallAsync(desk, "create", New("grid3"));
        await SayAsync(desk, "grid3", "请看 <@wu>", "wu");
        Assert.Empty(desk.WeCom.Log.Since(0).Single().Mentions);
        Assert.False(desk.WeCom.Phone("wu").Chats.Single(c => c.Chat == "grid3").Messages.Single().Mentioned);
    }

    [Fact]
    public async Task Whoever_has_had_two_hundred_in_a_minute_gets_no_more_and_nobody_is_told()
    {
        await using var desk = await Desk.SetAsync();
        await CallAsync(desk, "create", New("grid3"));
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(0, await SayAsync(desk, "grid3", $"{i}"));
        }

        Assert.Equal(0, await SayAsync(desk, "grid3", "再来"));
        Assert.Equal(3, desk.WeCom.Findings.Dropped);
    }

    [Fact]
    public async Task An_app_that_sees_a_part_of_the_corp_makes_no_groups()
    {
        await using var desk = await Desk.SetAsync(town: Desk.Town with { App = Desk.Town.App with { SeesAll = false } });
        Assert.Equal(48002, await CallAsync(desk, "create", New("grid3")));
        Assert.Equal(48002, await SayAsync(desk, "grid3", "好"));
    }

    private static object New(string chatId) => new { chatid = chatId, name = "3号网格", owner = "Zhou", userlist = Three };

    private static async Task<int> CallAsync(Desk desk, string call, object body) =>
        await desk.CodeAsync($"/cgi-bin/appchat/{call}?access_token={await desk.TokenAsync()}", body);

    private static Task<int> SayAsync(Desk desk, string chatId, string content, params string[] mentioned) =>
        CallAsync(desk, "send", new { chatid = chatId, msgtype = "text", text = new { content, mentioned_list = mentioned }, safe = 0 });
}
