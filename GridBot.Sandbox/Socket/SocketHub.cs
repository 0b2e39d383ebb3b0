using System.Text.Json;
using System.Text.Json.Nodes;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Callbacks;
using GridBot.Sandbox.Faults;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Socket;

/// <summary>
/// WeCom's end of the robot's long connection (doc 101463): one subscription per robot, and the newest wins. What people do comes
/// out here as frames when the robot has no callback address.
/// </summary>
internal sealed class SocketHub(SandboxState state) : IDisposable
{
    public const string Path = "/bot-socket";

    private readonly Lock gate = new();
    private readonly SlidingWindow subscribing = new((10, TimeSpan.FromMinutes(1)));
    private readonly HeldBack heldBack = new();
    private SocketPeer? live;

    public WrittenChats Written { get; } = new();

    public SocketRequests Requests => field ??= new SocketRequests(state);

    public Func<long, CancellationToken, Task>? FramesDealtWith { get; set; }

    public bool IsSubscribed
    {
        get
        {
            lock (gate)
            {
                return live is { Ended.IsCompleted: false };
            }
        }
    }

    private SocketPorter Porter => field ??= new SocketPorter(state, Requests, Handle);

    private SocketDesk Desk => field ??= new SocketDesk(state, Requests, Written);

    public async Task ReceiveAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var peer = new SocketPeer(socket);
        await peer.ReadAsync(frame => Porter.TakeAsync(peer, frame));
    }

    /// <summary>Sends a frame, and waits until it is answered or the bot has surely nothing to say. Returns what was answered.</summary>
    public async Task<LogEntry?> DeliverAsync(BotTrigger trigger, Letter letter, BotReplies replies)
    {
        if (!letter.OnlyOnce && state.Faults.Take(FaultNames.Late) is not null)
        {
            heldBack.Add(() => DeliverNowAsync(trigger, letter, replies));
            return null;
        }

        var entry = await DeliverNowAsync(trigger, letter, replies);
        await heldBack.ReleaseAsync();
        return entry;
    }

    /// <summary>The line breaks.</summary>
    public void Drop() => Replace(null)?.Cut();

    /// <summary>Somebody else subscribes for the robot.</summary>
    public void PushOut() => _ = SendOffAsync(Replace(null));

    public void Dispose() => Drop();

    private async Task<LogEntry?> DeliverNowAsync(BotTrigger trigger, Letter letter, BotReplies replies)
    {
        using var trip = state.OnTheWay.Enter();
        Requests.Replies = replies;
        SocketPeer? peer;
        lock (gate)
        {
            peer = live is { Ended.IsCompleted: false } ? live : null;
        }

        if (peer is null)
        {
            state.Findings.NotDelivered();
            return null;
        }

        if (state.Faults.Take(FaultNames.UnknownKind) is not null)
        {
            await SendAsync(peer, trigger, letter.OfUnknownKind);
        }

        var first = await SendAsync(peer, trigger, letter.Text);
        var second = !letter.OnlyOnce && state.Faults.Take(FaultNames.Duplicate) is not null ? await SendAsync(peer, trigger, letter.Text) : null;
        await WaitAsync(peer, first, second);
        return first.Entry ?? second?.Entry;
    }

    private async Task<SocketRequest> SendAsync(SocketPeer peer, BotTrigger trigger, string body)
    {
        var (id, request) = Requests.Open(trigger);
        peer.CountDelivered();
        await peer.WriteAsync(new JsonObject
        {
            ["cmd"] = trigger.Kind == BotTriggerKind.Message ? "aibot_msg_callback" : "aibot_event_callback",
            ["headers"] = new JsonObject { ["req_id"] = id },
            ["body"] = JsonNode.Parse(body),
        });
        return request;
    }

    private async Task WaitAsync(SocketPeer peer, SocketRequest first, SocketRequest? second)
    {
        using var patience = new CancellationTokenSource(state.Options.CallbackTimeout);
        var done = FramesDealtWith?.Invoke(peer.Delivered, patience.Token) ?? Task.WhenAll(first.Answered, second?.Answered ?? Task.CompletedTask);
        await Task.WhenAny(done, peer.Ended, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, patience.Token));
        await patience.CancelAsync();
    }

    private SocketAnswer Handle(SocketPeer peer, string command, string id, JsonElement body)
    {
        if (id.Length == 0)
        {
            return SocketAnswer.Error(40058, "headers.req_id is missing");
        }

        if (command == "aibot_subscribe")
        {
            return Subscribe(peer, body);
        }

        lock (gate)
        {
            if (live != peer)
            {
                return SocketAnswer.Error(41001, "not subscribed");
            }
        }

        return Desk.Handle(command, id, body);
    }

    private SocketAnswer Subscribe(SocketPeer peer, JsonElement body)
    {
        if (!subscribing.TryPass(state.Time.GetUtcNow()))
        {
            return SocketAnswer.Error(45009, "subscribed too often");
        }

        if (!state.BotUsesSocket)
        {
            return SocketAnswer.Error(48002, "this robot is set to a callback address");
        }

        if (body.String("bot_id") != state.Town.Bot.Id || body.String("secret") != state.Town.Bot.Secret)
        {
            return SocketAnswer.Error(40001, "invalid bot_id or secret");
        }

        if (Replace(peer) is { } old && old != peer)
        {
            _ = SendOffAsync(old);
        }

        return SocketAnswer.Ok;
    }

    private SocketPeer? Replace(SocketPeer? peer)
    {
        lock (gate)
        {
            (var old, live) = (live, peer);
            return old;
        }
    }

    /// <summary>The loser is told, and its line is closed.</summary>
    private async Task SendOffAsync(SocketPeer? peer)
    {
        if (peer is null)
        {
            return;
        }

        await peer.WriteAsync(new JsonObject
        {
            ["cmd"] = "aibot_event_callback",
            ["headers"] = new JsonObject { ["req_id"] = "r-" + state.Dice.Hex(12) },
            ["body"] = new JsonObject
            {
                ["msgid"] = "m-" + state.Dice.Hex(12),
                ["create_time"] = state.Seconds,
                ["aibotid"] = state.Town.Bot.Id,
                ["msgtype"] = "event",
                ["event"] = new JsonObject { ["eventtype"] = "disconnected_event" },
            },
        });
        await peer.CloseAsync();
    }
}
