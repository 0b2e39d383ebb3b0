using Microsoft.AspNetCore.Http;
using Xunit;

namespace GridBot.Tests.WeCom;

/// <summary>People and groups as WeCom knows them.</summary>
public sealed class WeComContactsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Encrypted_userids_become_plain_ones_where_wecom_knows_them()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync(
            """{"errcode":0,"userid_list":[{"open_userid":"woA","userid":"lisi"},{"open_userid":"woB"},7],"invalid_open_userid_list":["woC"]}""");

        var userIds = await wecom.Client.ToUserIdsAsync(["woA", "woB", "woC"], Cancel);

        Assert.Equal([KeyValuePair.Create("woA", "lisi")], userIds!);
        Assert.Equal(
            ("/cgi-bin/batch/openuserid_to_userid?access_token=token-1", """{"open_userid_list":["woA","woB","woC"]}"""),
            wecom.Calls.Last());

        wecom.OnCall = StandIn.Answer(-1);
        Assert.Null(await wecom.Client.ToUserIdsAsync(["woA"], Cancel));
    }

    [Fact]
    public async Task A_groups_members_become_those_that_are_given()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync(context.Request.Path == "/cgi-bin/appchat/get"
            ? """{"errcode":0,"chat_info":{"chatid":"grid3","owner":"lisi","userlist":["lisi","WangWu"]}}"""
            : """{"errcode":0,"errmsg":"ok"}""");

        Assert.Equal(0, await wecom.Groups.SetMembersAsync("grid3", ["wangwu", "zhaoliu"], Cancel));
        Assert.Equal(
            ("/cgi-bin/appchat/update?access_token=token-1", """{"chatid":"grid3","owner":"wangwu","add_user_list":["zhaoliu"],"del_user_list":["lisi"]}"""),
            wecom.Calls.Last());

        var before = wecom.Calls.Count;
        Assert.Equal(0, await wecom.Groups.SetMembersAsync("grid3", ["LISI", "wangwu"], Cancel));
        Assert.Equal(before + 1, wecom.Calls.Count);
        wecom.OnCall = StandIn.Answer(86008);
        Assert.Equal(86008, await wecom.Groups.SetMembersAsync("grid3", ["lisi"], Cancel));
    }
}
