using System.Collections.Concurrent;
using System.Text.Json;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Callbacks;

namespace GridBot.Sandbox.Socket;

/// <summary>What a subscribed bot sends: answers by req_id, messages of its own, files, pings (doc 101463). Refuses what WeCom would.</summary>
internal sealed class SocketDesk(SandboxState state, SocketRequests requests, WrittenChats written)
{
    /// <summary>For card updates and the welcome.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(6);

    private readonly ConcurrentDictionary<string, SlidingWindow> windows = new(StringComparer.Ordinal);
    private readonly RobotSend sending = new(state, written);
    private readonly SocketUploads uploads = new(state);

    public SocketAnswer Handle(string command, string id, JsonElement body) => command switch
    {
        "ping" => SocketAnswer.Ok,
        "aibot_respond_msg" => Answer(id, body, BotTriggerKind.Message, AnswerWithin),
        "aibot_respond_welcome_msg" => Answer(id, body, BotTriggerKind.EnterChat, Soon),
        "aibot_respond_update_msg" => Answer(id, body, BotTriggerKind.Click, Soon),
        "aibot_send_msg" => Send(body),
        "aibot_upload_media_init" => uploads.Begin(body),
        "aibot_upload_media_chunk" => uploads.Take(body),
        "aibot_upload_media_finish" => uploads.Finish(body),
        _ => SocketAnswer.Error(40008, $"unknown cmd {command}"),
    };

    private SocketAnswer Answer(string id, JsonElement body, BotTriggerKind kind, TimeSpan within)
    {
        var now = state.Time.GetUtcNow();
        if (requests.Find(id) is not { } request || request.Trigger.Kind != kind)
        {
            return SocketAnswer.Error(846605, "invalid req_id: unknown, or not of this kind");
        }

        if (request.IsBusy)
        {
            state.Findings.Violation($"bot: two frames with the req_id {id} at once");
            return SocketAnswer.Error(846605, "invalid req_id: a frame with it is under way");
        }

        if (request.OpenStream is { } stream)
        {
            return Continue(request, stream, body, now);
        }

        if (request.Answered.IsCompleted || now - request.SentAt > within)
        {
            return SocketAnswer.Error(846605, "invalid req_id: answered, or too old");
        }

        if (!Window(request.Trigger.ChatId, request.Trigger.User).TryPass(now))
        {
            return SocketAnswer.Error(45009, "api freq out of limit");
        }

        return Take(request, requests.Replies.Apply(request.Trigger, body.GetRawText()), now);
    }

    /// <summary>The next frame of a stream is no new message.</summary>
    private SocketAnswer Continue(SocketRequest request, string stream, JsonElement body, DateTimeOffset now)
    {
        if (now - request.StreamSince > LongestStream)
        {
            state.Findings.Violation($"bot: stream {stream} was not finished within six minutes");
            request.OpenStream = null;
            return SocketAnswer.Error(846608, "stream message update expired");
        }

        return Take(request, requests.Replies.Refresh(request.Trigger, body.GetRawText(), stream, request.StreamLine), now);
    }

    private static SocketAnswer Take(SocketRequest request, BotReplies.Result? result, DateTimeOffset now)
    {
        if (result is { Refused: not 0 and var code })
        {
            return SocketAnswer.Error(code, "invalid request parameter");
        }

        if (result?.OpenStream is not null && request.OpenStream is null)
        {
            request.StreamSince = now;
        }

        (request.OpenStream, request.StreamLine) = (result?.OpenStream, result?.StreamLine);
        request.Answer(result?.Entry);
        return SocketAnswer.Ok;
    }

    private SocketAnswer Send(JsonElement body)
    {
        if (sending.Target(body) is not { } target)
        {
            return SocketAnswer.Error(93006, "invalid chatid: unknown, or nobody has written to the robot there");
        }

        return Window(target.ChatId, target.User).TryPass(state.Time.GetUtcNow())
            ? sending.Send(body, target)
            : SocketAnswer.Error(45009, "api freq out of limit");
    }

    /// <summary>Answers and messages of its own count together, in each conversation.</summary>
    private SlidingWindow Window(string? chatId, string user) => windows.GetOrAdd(
        chatId is null ? "1:1 " + user.ToLowerInvariant() : chatId,
        static _ => new SlidingWindow((30, TimeSpan.FromMinutes(1)), (1000, TimeSpan.FromHours(1))));
}
