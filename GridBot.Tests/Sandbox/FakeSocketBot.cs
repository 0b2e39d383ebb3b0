using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace GridBot.Tests.Sandbox;

/// <summary>A bare bot on the long connection: sends what a test says, and keeps what it is told. Knows nothing of ours.</summary>
internal sealed class FakeSocketBot : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> answers = new();
    private readonly SemaphoreSlim told = new(0);
    private readonly ConcurrentQueue<JsonElement> frames = new();
    private Task reading = Task.CompletedTask;
    private int lastId;

    /// <summary>Completes when the line is cut.</summary>
    public Task Closed => reading;

    public static async Task<FakeSocketBot> ConnectAsync(Desk desk)
    {
        var bot = new FakeSocketBot();
        await bot.socket.ConnectAsync(GridBot.Sandbox.SandboxWeCom.BotSocketAt(desk.Address), TestContext.Current.CancellationToken);
        bot.reading = bot.ReadAsync();
        return bot;
    }

    /// <summary>On a desk whose robot has no callback address.</summary>
    public static async Task<FakeSocketBot> SubscribedAsync(Desk desk)
    {
        desk.WeCom.BotCallback = null;
        var bot = await ConnectAsync(desk);
        Assert.Equal(0, await bot.SubscribeAsync());
        return bot;
    }

    public Task<int> SubscribeAsync(string? secret = null) =>
        CodeAsync("aibot_subscribe", new JsonObject { ["bot_id"] = Desk.Town.Bot.Id, ["secret"] = secret ?? Desk.Town.Bot.Secret });

    public async Task<int> CodeAsync(string command, JsonNode? body = null, string? id = null) =>
        (await CallAsync(command, body, id)).GetProperty("errcode").GetInt32();

    public async Task<JsonElement> CallAsync(string command, JsonNode? body = null, string? id = null)
    {
        id ??= $"own-{Interlocked.Increment(ref lastId)}";
        var answer = answers[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new JsonObject { ["cmd"] = command, ["headers"] = new JsonObject { ["req_id"] = id }, ["body"] = body });
        return await answer.Task.WaitAsync(Longest, TimeProvider.System, TestContext.Current.CancellationToken);
    }

    public async Task SendAsync(JsonObject frame)
    {
        if (frame["body"] is null)
        {
            frame.Remove("body");
        }

        await socket.SendAsync(Encoding.UTF8.GetBytes(frame.ToJsonString()), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
    }

    /// <summary>The next frame that WeCom brings.</summary>
    public async Task<JsonElement> NextAsync()
    {
        Assert.True(await told.WaitAsync(Longest, TestContext.Current.CancellationToken), "WeCom brought nothing.");
        Assert.True(frames.TryDequeue(out var frame));
        return frame;
    }

    public int Waiting => frames.Count;

    public static string IdOf(JsonElement frame) => frame.GetProperty("headers").GetProperty("req_id").GetString()!;

    /// <summary>Somebody writes, and the robot hears it: the req_id to answer by.</summary>
    public static async Task<string> SaidAsync(Desk desk, FakeSocketBot bot, string chat = Desk.Chat)
    {
        _ = desk.WeCom.SayAsync("wu", chat, "@网格助手 在吗");
        return IdOf(await bot.NextAsync());
    }

    public static JsonNode? Update(string taskId) => JsonNode.Parse(Desk.UpdateReply(Desk.ButtonCard(taskId, "see:1")));

    public static JsonObject Stream(string text, bool finish = true, string id = "s-1") => new()
    {
        ["msgtype"] = "stream",
        ["stream"] = new JsonObject { ["id"] = id, ["finish"] = finish, ["content"] = text },
    };

    public static JsonObject Markdown(string chat, string text, int kind = 2) => new()
    {
        ["chatid"] = chat,
        ["chat_type"] = kind,
        ["msgtype"] = "markdown",
        ["markdown"] = new JsonObject { ["content"] = text },
    };

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
        told.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1024 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult read;
                do
                {
                    read = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += read.Count;
                }
                while (!read.EndOfMessage);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                var frame = JsonDocument.Parse(buffer.AsMemory(0, length).ToArray()).RootElement;
                if (frame.TryGetProperty("cmd", out _))
                {
                    frames.Enqueue(frame);
                    told.Release();
                }
                else if (answers.TryRemove(IdOf(frame), out var waiting))
                {
                    waiting.SetResult(frame);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The line is gone.
        }
    }
}
