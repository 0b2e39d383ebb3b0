using GridBot.WeCom.Sending;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace GridBot.Tests.WeCom;

/// <summary>What becomes of a call that WeCom refuses, loses or leaves without an answer.</summary>
public sealed class WeComFailureTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(93000, ErrorClass.PushRobot)]
    [InlineData(40058, ErrorClass.Content)]
    [InlineData(81013, ErrorClass.Receiver)]
    [InlineData(60140, ErrorClass.Card)]
    [InlineData(48002, ErrorClass.Access)]
    [InlineData(86008, ErrorClass.AppGroup)]
    [InlineData(93006, ErrorClass.Bot)]
    [InlineData(123456, ErrorClass.Other)]
    public async Task What_fails_for_good_is_never_sent_again(int code, ErrorClass expected)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = StandIn.Answer(code);

        Assert.Equal(new SendResult.Never(code, expected), await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));
    }

    [Theory]
    [InlineData(-1, ErrorClass.Transient, 2)]
    [InlineData(45009, ErrorClass.Rate, 60)]
    [InlineData(45033, ErrorClass.Rate, 5)]
    [InlineData(60020, ErrorClass.Access, 60)]
    public async Task What_passes_is_sent_again_later(int code, ErrorClass expected, int seconds)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = StandIn.Answer(code);

        Assert.Equal(
            new SendResult.TryAgain(TimeSpan.FromSeconds(seconds), code, expected, FateUnknown: false),
            await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(504, true)]
    public async Task A_broken_server_is_asked_again(int status, bool fateUnknown)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

        var later = Assert.IsType<SendResult.TryAgain>(await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));

        Assert.Equal((status, ErrorClass.Transient, fateUnknown), (later.Code, later.Class, later.FateUnknown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>sign in</html>")]
    [InlineData("[]")]
    [InlineData("{\"errcode\":")]
    [InlineData("{\"errcode\":\"none\"}")]
    public async Task An_answer_nobody_can_read_leaves_the_fate_unknown(string body)
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync(body);

        var later = Assert.IsType<SendResult.TryAgain>(await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));

        Assert.True(later.FateUnknown);
    }

    [Fact]
    public async Task A_success_may_leave_out_its_code()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync("{}");

        Assert.IsType<SendResult.Sent>(await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_our_secrets()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context =>
        {
            context.Response.Redirect(wecom.Address + "/elsewhere");
            return Task.CompletedTask;
        };

        Assert.Equal(new SendResult.Never(302, ErrorClass.Other), await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));
        Assert.Single(wecom.Calls);
    }

    [Fact]
    public async Task A_connection_lost_after_the_call_leaves_the_fate_unknown()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        var later = Assert.IsType<SendResult.TryAgain>(await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));

        Assert.Equal((0, ErrorClass.Transient, true), (later.Code, later.Class, later.FateUnknown));
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_not_had_the_call()
    {
        await using var wecom = await StandIn.StartAsync();
        await wecom.StopListeningAsync();

        var later = Assert.IsType<SendResult.TryAgain>(await wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel));

        Assert.False(later.FateUnknown);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_the_fate_unknown()
    {
        await using var wecom = await StandIn.StartAsync();
        var arrived = new TaskCompletionSource();
        var gone = new TaskCompletionSource();
        wecom.OnCall = async context =>
        {
            context.RequestAborted.Register(gone.SetResult);
            arrived.SetResult();
            await gone.Task;
        };

        var sending = wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", Cancel);
        await arrived.Task.WaitAsync(Cancel);
        wecom.Time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(sending.IsCompleted);
        wecom.Time.Advance(TimeSpan.FromSeconds(1));

        var later = Assert.IsType<SendResult.TryAgain>(await sending);
        Assert.Equal((0, ErrorClass.Transient, true), (later.Code, later.Class, later.FateUnknown));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_an_exception()
    {
        await using var wecom = await StandIn.StartAsync();
        var arrived = new TaskCompletionSource();
        wecom.OnCall = async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        };
        using var shutdown = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var sending = wecom.Client.SendAsync(WeComRequests.Push(new PushText("a")), "key-1", shutdown.Token);
        await arrived.Task.WaitAsync(Cancel);
        await shutdown.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task An_address_that_wecom_does_not_trust_is_known_by_name_until_a_call_gets_through()
    {
        await using var wecom = await StandIn.StartAsync();
        wecom.OnCall = context => context.Response.WriteAsync(
            """{"errcode":60020,"errmsg":"not allow to access from your ip, hint: [1790000000123456], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020"}""");

        var result = await wecom.Client.SendAsync(wecom.Requests.AppText(["lisi"], "请看"), cancellationToken: Cancel);

        Assert.Equal(60020, result.CodeOr0());
        Assert.Equal("203.0.113.7", wecom.Trusted.Refused);
        Assert.Contains(wecom.Logged, line => line.Contains("203.0.113.7", StringComparison.Ordinal) && line.Contains("企业可信IP", StringComparison.Ordinal));

        wecom.OnCall = StandIn.Answer(0);
        await wecom.Client.SendAsync(wecom.Requests.AppText(["lisi"], "请看看"), cancellationToken: Cancel);
        Assert.Null(wecom.Trusted.Refused);
    }
}
