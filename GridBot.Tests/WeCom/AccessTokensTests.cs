using GridBot.WeCom.Sending;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace GridBot.Tests.WeCom;

public class AccessTokensTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_need_a_token_it_is_asked_for_once()
    {
        await using var wecom = await StandIn.StartAsync();
        var release = new TaskCompletionSource();
        wecom.OnToken = async context =>
        {
            await release.Task;
            await wecom.GiveTokenAsync(context);
        };

        var all = Enumerable.Range(0, 50).Select(_ => SendAsync(wecom)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(all), result => Assert.IsType<SendResult.Sent>(result));
        Assert.Equal(1, wecom.TokensGiven);
    }

    [Fact]
    public async Task A_caller_who_goes_away_leaves_the_others_their_token()
    {
        await using var wecom = await StandIn.StartAsync();
        var release = new TaskCompletionSource();
        wecom.OnToken = async context =>
        {
            await release.Task;
            await wecom.GiveTokenAsync(context);
        };
        using var impatient = new CancellationTokenSource();

        var first = wecom.Tokens.GetAsync("c", "s", impatient.Token);
        var second = wecom.Tokens.GetAsync("c", "s", Cancel);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release.SetResult();

        Assert.Equal(new TokenOutcome.Granted("token-1"), await second);
    }

    [Fact]
    public async Task A_token_serves_until_shortly_before_its_end()
    {
        await using var wecom = await StandIn.StartAsync();

        await SendAsync(wecom);
        wecom.Time.Advance(TimeSpan.FromSeconds(7200 - 301));
        await SendAsync(wecom);
        Assert.Equal(1, wecom.TokensGiven);

        wecom.Time.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(wecom);
        Assert.Equal(2, wecom.TokensGiven);
    }

    [Fact]
    public async Task Each_secret_has_its_own_token()
    {
        await using var wecom = await StandIn.StartAsync();

        var one = await wecom.Tokens.GetAsync("corp", "secret-1", Cancel);
        var two = await wecom.Tokens.GetAsync("corp", "secret-2", Cancel);

        Assert.NotEqual(one, two);
        Assert.Equal(one, await wecom.Tokens.GetAsync("corp", "secret-1", Cancel));
    }

    [Theory]
    [InlineData(40014)]
    [InlineData(42001)]
    [InlineData(41001)]
    public async Task A_token_that_ended_early_is_renewed_once_and_the_call_repeated_once(int code)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync(
            context.Request.Query["access_token"] == "token-1" ? $$"""{"errcode":{{code}}}""" : """{"errcode":0,"msgid":"MID"}""");

        var sent = Assert.IsType<SendResult.Sent>(await SendAsync(wecom));

        Assert.Equal("MID", sent.MessageId);
        Assert.Equal(
            ["/cgi-bin/gettoken", "/cgi-bin/message/send", "/cgi-bin/gettoken", "/cgi-bin/message/send"],
            wecom.Calls.Select(call => call.Target.Split('?')[0]));
    }

    [Fact]
    public async Task A_token_that_stays_bad_is_not_chased()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync("""{"errcode":42001}""");

        var later = Assert.IsType<SendResult.TryAgain>(await SendAsync(wecom));

        Assert.Equal((42001, ErrorClass.Token, false), (later.Code, later.Class, later.FateUnknown));
        Assert.Equal(2, wecom.TokensGiven);
        Assert.Equal(4, wecom.Calls.Count);
    }

    [Fact]
    public async Task Many_calls_with_one_dead_token_bring_one_new_token()
    {
        await using var wecom = await StandIn.StartAsync();
        await SendAsync(wecom);
        var all = new TaskCompletionSource();
        var waiting = 0;
        wecom.OnCall = async context =>
        {
            if (context.Request.Query["access_token"] == "token-1")
            {
                // Nobody hears of the dead token before everybody has used it.
                if (Interlocked.Increment(ref waiting) == 20)
                {
                    all.SetResult();
                }

                await all.Task;
                await context.Response.WriteAsync("""{"errcode":40014}""");
                return;
            }

            await context.Response.WriteAsync("""{"errcode":0}""");
        };

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SendAsync(wecom)));

        Assert.All(results, result => Assert.IsType<SendResult.Sent>(result));
        Assert.Equal(2, wecom.TokensGiven);
    }

    [Fact]
    public async Task A_late_complaint_about_an_old_token_leaves_the_new_one_alone()
    {
        await using var wecom = await StandIn.StartAsync();
        await wecom.Tokens.GetAsync("c", "s", Cancel);
        wecom.Tokens.Drop("c", "s", "token-1");
        await wecom.Tokens.GetAsync("c", "s", Cancel);

        wecom.Tokens.Drop("c", "s", "token-1");

        Assert.Equal(new TokenOutcome.Granted("token-2"), await wecom.Tokens.GetAsync("c", "s", Cancel));
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40013)]
    [InlineData(40091)]
    public async Task Wrong_credentials_are_tried_again_only_after_pauses_that_grow(int code)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnToken = context => context.Response.WriteAsync($$"""{"errcode":{{code}}}""");

        Assert.Equal(Refused(code, 60), await SendAsync(wecom));
        wecom.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(Refused(code, 40), await SendAsync(wecom));
        Assert.Single(wecom.Calls);

        foreach (var seconds in (int[])[120, 240, 480, 960, 1800, 1800])
        {
            wecom.Time.Advance(TimeSpan.FromMinutes(30));
            Assert.Equal(Refused(code, seconds), await SendAsync(wecom));
        }

        Assert.Equal(7, wecom.Calls.Count);
    }

    [Fact]
    public async Task Credentials_that_were_mended_begin_anew()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnToken = context => context.Response.WriteAsync("""{"errcode":40001}""");
        await SendAsync(wecom);
        wecom.OnToken = null;
        wecom.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<SendResult.Sent>(await SendAsync(wecom));

        wecom.OnCall = context => context.Response.WriteAsync("""{"errcode":40001}""");
        Assert.Equal(Refused(40001, 60), await SendAsync(wecom));
        var calls = wecom.Calls.Count;
        Assert.Equal(Refused(40001, 60), await SendAsync(wecom));
        Assert.Equal(calls, wecom.Calls.Count);
    }

    [Theory]
    [InlineData(200, """{"errcode":-1}""", -1, 2)]
    [InlineData(200, """{"errcode":45009}""", 45009, 60)]
    [InlineData(200, """{"errcode":60020}""", 60020, 60)]
    [InlineData(200, """{"errcode":0}""", 200, 2)]
    [InlineData(200, "<html/>", 200, 2)]
    [InlineData(502, "", 502, 2)]
    public async Task A_token_that_cannot_be_had_now_means_later_and_nothing_was_sent(int status, string body, int code, int seconds)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnToken = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };

        var later = Assert.IsType<SendResult.TryAgain>(await SendAsync(wecom));

        Assert.Equal((code, TimeSpan.FromSeconds(seconds), false), (later.Code, later.After, later.FateUnknown));
        Assert.Single(wecom.Calls);

        wecom.OnToken = null;
        wecom.Time.Advance(later.After);
        Assert.IsType<SendResult.Sent>(await SendAsync(wecom));
    }

    private static SendResult.TryAgain Refused(int code, int seconds) =>
        new(TimeSpan.FromSeconds(seconds), code, ErrorClass.Credentials, FateUnknown: false);

    private static Task<SendResult> SendAsync(StandIn wecom) =>
        wecom.Client.SendAsync(wecom.Requests.AppText(["lisi"], "请看"), cancellationToken: Cancel);
}
