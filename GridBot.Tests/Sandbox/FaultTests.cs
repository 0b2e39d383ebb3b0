using GridBot.Sandbox.Faults;
using GridBot.Sandbox.People;
using Xunit;

namespace GridBot.Tests.Sandbox;

public sealed class FaultTests
{
    [Fact]
    public async Task An_errcode_on_demand_has_no_effect_and_lasts_as_long_as_asked()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new("webhook/send", ErrCode: -1, Times: 2));

        Assert.Equal(-1, await desk.PushTextAsync("好"));
        Assert.Equal(-1, await desk.PushTextAsync("好"));
        Assert.Equal(0, await desk.PushTextAsync("好"));
        Assert.Single(desk.WeCom.Log.Since(0));
        Assert.Equal(3, desk.WeCom.Findings.Calls("webhook/send"));
    }

    [Fact]
    public async Task From_an_address_that_is_not_trusted_every_call_by_token_is_refused_until_it_is_and_a_push_is_not()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new(FaultNames.UntrustedAddress));

        Assert.Equal(60020, (await desk.SendAsync(Desk.AppText("wu", "好"))).GetProperty("errcode").GetInt32());
        Assert.Equal(60020, await desk.CodeAsync("/cgi-bin/user/get?userid=wu&access_token=" + await desk.TokenAsync()));
        Assert.Equal(60020, (await desk.SendAsync(Desk.AppText("wu", "好"))).GetProperty("errcode").GetInt32());
        Assert.Equal(0, await desk.PushTextAsync("好"));
        desk.WeCom.AddFault(new(FaultNames.UntrustedAddress, Times: 0));
        Assert.Equal(0, (await desk.SendAsync(Desk.AppText("wu", "好"))).GetProperty("errcode").GetInt32());
    }

    [Fact]
    public async Task A_status_on_demand()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new("webhook/send", Http: 502));

        using var response = await desk.RawAsync("/cgi-bin/webhook/send?key=" + Desk.PushKey, new { msgtype = "text", text = new { content = "好" } });

        Assert.Equal(502, (int)response.StatusCode);
        Assert.Empty(desk.WeCom.Log.Since(0));
    }

    [Fact]
    public async Task A_lost_answer_took_effect()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new("webhook/send", LoseAnswer: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => desk.PushTextAsync("好"));
        Assert.Single(desk.WeCom.Log.Since(0));
    }

    [Fact]
    public async Task A_held_answer_waits_and_the_call_has_taken_effect_or_not()
    {
        await using var desk = await Desk.SetAsync();
        using var after = desk.WeCom.HoldNext("webhook/send");
        var call = desk.PushTextAsync("好");
        await after.Reached;
        Assert.Single(desk.WeCom.Log.Since(0));
        Assert.False(call.IsCompleted);
        after.Release();
        Assert.Equal(0, await call);

        using var before = desk.WeCom.HoldNext("webhook/send", beforeEffect: true);
        var second = desk.PushTextAsync("好");
        await before.Reached;
        Assert.Single(desk.WeCom.Log.Since(0));
        before.Release();
        Assert.Equal(0, await second);
        Assert.Equal(2, desk.WeCom.Log.LastSeq);
    }

    [Fact]
    public async Task A_delayed_answer_comes_all_the_same()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.AddFault(new("webhook/send", DelayMs: 1));

        Assert.Equal(0, await desk.PushTextAsync("好"));
    }

    [Fact]
    public async Task What_cannot_go_wrong_is_refused_with_the_list()
    {
        await using var desk = await Desk.SetAsync();

        var refused = Assert.Throws<LeverRefusedException>(() => desk.WeCom.AddFault(new("webhook/sned", ErrCode: -1)));
        Assert.Contains("webhook/send", refused.Remedy, StringComparison.Ordinal);
        Assert.Throws<LeverRefusedException>(() => desk.WeCom.AddFault(new("webhook/send")));
        foreach (var name in FaultNames.Callbacks)
        {
            desk.WeCom.AddFault(new Fault(name));
        }

        desk.WeCom.ClearFaults();
    }
}
