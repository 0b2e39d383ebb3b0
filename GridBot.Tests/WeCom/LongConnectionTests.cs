using System.Collections.Concurrent;
using System.Text;
using GridBot.Sandbox.Faults;
using GridBot.Tests.Sandbox;
using GridBot.WeCom;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GridBot.Tests.WeCom;

/// <summary>Our end of the long connection, against the sandbox's, on one clock.</summary>
public sealed class LongConnectionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_heard_is_answered_by_its_req_id()
    {
        await using var end = await End.OpenAsync();
        var saying = end.Desk.WeCom.SayAsync("wu", Desk.Chat, "@网格助手 在吗");
        var heard = Assert.IsType<Incoming.Text>(await end.NextAsync());

        Assert.Equal((Desk.Chat, "wu", "@网格助手 在吗"), (heard.ChatId, heard.From, heard.Content));
        Assert.NotNull(heard.RequestId);
        Assert.IsType<SendResult.Sent>(await end.Session.SendAsync(
            SocketCommand.Answer, heard.RequestId, new BotReply.Text("在").Compose(heard.Id), Cancelled));
        Assert.Equal("在", (await saying)!.Text);
    }

    [Fact]
    public async Task WeComs_codes_are_results()
    {
        await using var end = await End.OpenAsync();

        var unknown = Assert.IsType<SendResult.Never>(await end.SayAsync("wu", "在吗"));
        Assert.Equal((93006, ErrorClass.Bot), (unknown.Code, unknown.Class));
        end.Desk.WeCom.AddFault(new Fault("aibot_send_msg", ErrCode: 45009));
        Assert.Equal(TimeSpan.FromMinutes(1), Assert.IsType<SendResult.TryAgain>(await end.SayAsync("wu", "在吗")).After);
    }

    [Fact]
    public async Task Answers_find_their_requests_in_whatever_order_they_come()
    {
        await using var end = await End.OpenAsync();
        await end.WrittenByAsync("wu");
        end.Desk.WeCom.AddFault(new Fault("aibot_send_msg", DelayMs: 500));

        var slow = end.SayAsync("wu", "先");
        await end.CountedAsync("aibot_send_msg", 1);
        Assert.IsType<SendResult.Never>(await end.SayAsync("nobody", "后"));
        Assert.False(slow.IsCompleted);
        Assert.IsType<SendResult.Sent>(await slow);
    }

    [Fact]
    public async Task With_one_req_id_one_frame_is_under_way_and_the_others_wait_in_order()
    {
        await using var end = await End.OpenAsync();
        _ = end.Desk.WeCom.SayAsync("wu", "bot", "在吗");
        var heard = await end.NextAsync();
        end.Desk.WeCom.AddFault(new Fault("aibot_respond_msg", DelayMs: 200));

        var frames = Enumerable.Range(1, 3).Select(i => end.Session.SendAsync(
            SocketCommand.Answer, heard.RequestId,
            Encoding.UTF8.GetBytes(FakeSocketBot.Stream($"第{i}段", finish: i == 3).ToJsonString()), Cancelled)).ToList();

        Assert.All(await Task.WhenAll(frames), r => Assert.IsType<SendResult.Sent>(r));
        Assert.Equal("第3段", end.Desk.WeCom.Phone("wu").Chats.Single(c => c.Chat == "bot").Messages[^1].Text);
        Assert.Empty(end.Desk.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task Without_an_answer_the_fate_is_unknown_after_ten_seconds()
    {
        await using var end = await End.OpenAsync();
        await end.WrittenByAsync("wu");
        end.Desk.WeCom.AddFault(new Fault("aibot_send_msg", LoseAnswer: true));

        var call = end.SayAsync("wu", "到了吗");
        await end.Desk.WeCom.Log.WaitForAsync(e => e.Text == "到了吗", cancellationToken: Cancelled);
        Assert.False(call.IsCompleted);
        await end.PassUntilAsync(call);

        Assert.True(Assert.IsType<SendResult.TryAgain>(await call).FateUnknown);
    }

    [Fact]
    public async Task It_pings_every_thirty_seconds_and_two_unanswered_pings_mean_a_dead_line()
    {
        await using var end = await End.OpenAsync();
        end.Desk.Clock.Advance(BotSession.PingEvery);
        await end.CountedAsync("ping", 1);
        Assert.False(end.Session.Ended.IsCompleted);

        end.Desk.WeCom.AddFault(new Fault("ping", LoseAnswer: true, Times: 5));
        await end.PassUntilAsync(end.Session.Ended);
        Assert.Equal(SessionEnd.Lost, await end.Session.Ended);
        Assert.Equal(3, end.Desk.WeCom.Findings.Calls("ping"));
    }

    [Fact]
    public async Task A_broken_line_ends_the_session_and_what_was_under_way()
    {
        await using var end = await End.OpenAsync();
        await end.WrittenByAsync("wu");
        end.Desk.WeCom.AddFault(new Fault("aibot_send_msg", LoseAnswer: true));
        var call = end.SayAsync("wu", "到了吗");
        await end.Desk.WeCom.Log.WaitForAsync(e => e.Text == "到了吗", cancellationToken: Cancelled);

        end.Desk.WeCom.AddFault(new Fault(FaultNames.DropSocket));

        Assert.True(Assert.IsType<SendResult.TryAgain>(await call).FateUnknown);
        Assert.Equal(SessionEnd.Lost, await end.Session.Ended);
        Assert.False(Assert.IsType<SendResult.TryAgain>(await end.SayAsync("wu", "还在吗")).FateUnknown);
    }

    [Fact]
    public async Task Whoever_subscribes_later_pushes_it_out_and_it_knows()
    {
        await using var end = await End.OpenAsync();
        end.Desk.WeCom.AddFault(new Fault(FaultNames.PushOut));
        Assert.Equal(SessionEnd.PushedOut, await end.Session.Ended);
    }

    [Fact]
    public async Task Leaving_is_no_loss()
    {
        await using var end = await End.OpenAsync();
        await end.Session.DisposeAsync();
        Assert.Equal(SessionEnd.Left, await end.Session.Ended);
    }

    [Fact]
    public async Task Wrong_credentials_are_refused_and_what_may_pass_is_not()
    {
        await using var desk = await Desk.SetAsync();
        desk.WeCom.BotCallback = null;
        Assert.Equal(new SocketOpening.Refused(40001), await End.TryAsync(desk, secret: "wrong"));

        desk.WeCom.AddFault(new Fault("aibot_subscribe", ErrCode: 45009));
        Assert.Equal(new SocketOpening.NotNow(45009), await End.TryAsync(desk));
        desk.WeCom.AddFault(new Fault("aibot_subscribe", ErrCode: -1));
        Assert.Equal(new SocketOpening.NotNow(-1), await End.TryAsync(desk));
        Assert.Equal(new SocketOpening.NotNow(0), await End.TryAsync(desk, address: new Uri("ws://127.0.0.1:1/")));
    }

    [Fact]
    public async Task A_file_arrives_in_pieces_and_can_be_sent()
    {
        await using var end = await End.OpenAsync();
        await end.WrittenByAsync("wu");
        byte[] file = [.. Enumerable.Range(0, MediaUpload.Piece + 100).Select(i => (byte)(i * 7))];

        var (media, result) = await end.Session.UploadAsync("file", "日报.xlsx", file, Cancelled);

        Assert.IsType<SendResult.Sent>(result);
        var body = Encoding.UTF8.GetBytes($$$"""{"chatid":"wu","chat_type":1,"msgtype":"file","file":{"media_id":"{{{media}}}"}}""");
        Assert.IsType<SendResult.Sent>(await end.Session.SendAsync(SocketCommand.Send, null, body, Cancelled));
        Assert.Equal(2, end.Desk.WeCom.Findings.Calls("aibot_upload_media_chunk"));
        await Assert.ThrowsAsync<ArgumentException>(() => end.Session.UploadAsync("file", "无", default, Cancelled));

        end.Desk.WeCom.AddFault(new Fault("aibot_upload_media_chunk", ErrCode: 45009));
        var (none, busy) = await end.Session.UploadAsync("file", "日报.xlsx", file, Cancelled);
        Assert.Null(none);
        Assert.IsType<SendResult.TryAgain>(busy);
    }

    /// <summary>A desk with a session of ours on it.</summary>
    private sealed class End : IAsyncDisposable
    {
        private readonly ConcurrentQueue<Incoming> _heard = new();
        private readonly SemaphoreSlim _told = new(0);

        public required Desk Desk { get; init; }

        public BotSession Session { get; private set; } = null!;

        public static async Task<End> OpenAsync()
        {
            var desk = await Desk.SetAsync();
            desk.WeCom.BotCallback = null;
            var end = new End { Desk = desk };
            end.Session = Assert.IsType<SocketOpening.Opened>(await TryAsync(desk, end.HearAsync)).Session;
            return end;
        }

        public static Task<SocketOpening> TryAsync(Desk desk, string? secret = null, Uri? address = null) =>
            TryAsync(desk, (_, _) => Task.CompletedTask, secret, address);

        public Task<SendResult> SayAsync(string user, string words) =>
            Session.SendAsync(SocketCommand.Send, null, RobotRequests.Text(user, inGroup: false, words).Body, Cancelled);

        public async Task<Incoming> NextAsync()
        {
            Assert.True(await _told.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
            Assert.True(_heard.TryDequeue(out var next));
            return next;
        }

        public async Task WrittenByAsync(string user)
        {
            _ = Desk.WeCom.SayAsync(user, "bot", "你好");
            await NextAsync();
        }

        /// <summary>Lets the clock run until this is done.</summary>
        public async Task PassUntilAsync(Task done)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!done.IsCompleted)
            {
                Desk.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, patience.Token);
            }
        }

        public async Task CountedAsync(string command, int times)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (Desk.WeCom.Findings.Calls(command) < times)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, patience.Token);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Session.DisposeAsync();
            await Desk.DisposeAsync();
            _told.Dispose();
        }

        private static async Task<SocketOpening> TryAsync(
            Desk desk, Func<BotSession, ReadOnlyMemory<byte>, Task> hear, string? secret = null, Uri? address = null)
        {
            var settings = OptionsTests.Complete;
            settings["WeCom:Bot:Mode"] = "socket";
            settings["WeCom:Bot:BotId"] = Desk.Town.Bot.Id;
            settings["WeCom:Bot:Secret"] = secret ?? Desk.Town.Bot.Secret;
            settings["WeCom:BotSocket"] = (address ?? GridBot.Sandbox.SandboxWeCom.BotSocketAt(desk.Address)).ToString();
            await using var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton<TimeProvider>(desk.Clock)
                .AddWeCom(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
                .BuildServiceProvider();
            return await services.GetRequiredService<BotSocket>().OpenAsync(hear, Cancelled);
        }

        private Task HearAsync(BotSession session, ReadOnlyMemory<byte> frame)
        {
            _heard.Enqueue(BotMessages.Read(frame.Span)!);
            _told.Release();
            return Task.CompletedTask;
        }
    }
}
