using System.Text.Json;
using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>The address book, as an app and as contact synchronisation see it.</summary>
public sealed class AddressBookTests
{
    [Fact]
    public async Task An_app_sees_whom_it_may_see_and_gets_no_mobile()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.ChangePerson("wu", p => p with { Mobile = "13000000001", Status = 4 });
        desk.WeCom.ChangePerson("chen", p => p with { InRange = false });

        var wu = await UserAsync(desk, "WU");
        Assert.Equal(("wu", "吴叔", 4), (wu.GetProperty("userid").GetString(), wu.GetProperty("name").GetString(), wu.GetProperty("status").GetInt32()));
        Assert.False(wu.TryGetProperty("mobile", out _));
        Assert.Equal(60011, (await UserAsync(desk, "chen")).GetProperty("errcode").GetInt32());
        Assert.Equal(60111, (await UserAsync(desk, "nobody")).GetProperty("errcode").GetInt32());
        Assert.Equal("chen", (await desk.SendAsync(Desk.AppText("wu|chen", "好"))).GetProperty("invaliduser").GetString());
    }

    [Fact]
    public async Task Numbers_that_nobody_has_block_the_search_for_a_day()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.ChangePerson("wu", p => p with { Mobile = "13000000001" });
        var path = $"/cgi-bin/user/getuserid?access_token={await desk.TokenAsync()}";

        Assert.Equal("wu", (await desk.CallAsync(path, new { mobile = "13000000001" })).GetProperty("userid").GetString());
        Assert.Equal(46004, await desk.CodeAsync(path, new { mobile = "13000000002" }));
        Assert.Equal(46004, await desk.CodeAsync(path, new { mobile = "13000000003" }));
        Assert.Equal(45009, await desk.CodeAsync(path, new { mobile = "13000000001" }));
        desk.Clock.Advance(TimeSpan.FromHours(25));
        path = $"/cgi-bin/user/getuserid?access_token={await desk.FreshTokenAsync()}";
        Assert.Equal(0, await desk.CodeAsync(path, new { mobile = "13000000001" }));
    }

    [Fact]
    public async Task Contact_synchronisation_lists_ids_page_by_page_and_may_do_nothing_else()
    {
        await using var desk = await Desk.SetAsync();
        var contacts = (await desk.CallAsync($"/cgi-bin/gettoken?corpid={Desk.Town.CorpId}&corpsecret={Desk.Town.ContactSecret}")).GetProperty("access_token").GetString();
        var path = $"/cgi-bin/user/list_id?access_token={contacts}";

        var first = await desk.CallAsync(path, new { cursor = "", limit = 3 });
        var rest = await desk.CallAsync(path, new { cursor = first.GetProperty("next_cursor").GetString(), limit = 3 });
        Assert.Equal(["Zhou", "wu", "liqiang", "chen"], IdsIn(first).Concat(IdsIn(rest)));
        Assert.Equal("", rest.GetProperty("next_cursor").GetString());
        Assert.Equal(40058, await desk.CodeAsync(path, new { limit = 10_001 }));
        Assert.Equal(48002, await desk.CodeAsync($"/cgi-bin/user/get?userid=wu&access_token={contacts}"));
        Assert.Equal(48002, await desk.CodeAsync($"/cgi-bin/user/list_id?access_token={await desk.TokenAsync()}", new { limit = 3 }));
    }

    private static IEnumerable<string?> IdsIn(JsonElement page) =>
        page.GetProperty("dept_user").EnumerateArray().Select(u => u.GetProperty("userid").GetString());

    private static async Task<JsonElement> UserAsync(Desk desk, string userId) =>
        await desk.CallAsync($"/cgi-bin/user/get?userid={userId}&access_token={await desk.TokenAsync()}");
}
