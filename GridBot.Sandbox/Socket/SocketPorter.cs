using System.Text.Json;
using System.Text.Json.Nodes;
using GridBot.Sandbox.Faults;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Socket;

/// <summary>Stands where frames come in: counts them, lets them go wrong if a fault says so, and writes the answers.</summary>
internal sealed class SocketPorter(
    SandboxState state, SocketRequests requests, Func<SocketPeer, string, string, JsonElement, SocketAnswer> handle)
{
    public async Task TakeAsync(SocketPeer peer, JsonElement frame)
    {
        var command = frame.String("cmd") ?? "";
        var id = frame.Object("headers")?.String("req_id") ?? "";
        Interlocked.Increment(ref state.Findings.Counter(command).Value);
        var body = frame.Object("body") ?? default;
        if (state.Faults.Take(command) is { } fault)
        {
            _ = StumbleAsync(peer, command, id, body.ValueKind == JsonValueKind.Undefined ? body : body.Clone(), fault);
            return;
        }

        if (state.Faults.TakeHold(command) is { } hold)
        {
            await hold.WaitAsync(CancellationToken.None);
        }

        await AnswerAsync(peer, id, handle(peer, command, id, body));
    }

    /// <summary>A delay, a code instead of an effect, or an effect whose answer gets lost; http means that the line breaks.</summary>
    private async Task StumbleAsync(SocketPeer peer, string command, string id, JsonElement body, Fault fault)
    {
        requests.Busy(id, true);
        if (fault.DelayMs is { } delay)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), TimeProvider.System);
        }

        requests.Busy(id, false);
        var answer = fault.ErrCode is { } code ? SocketAnswer.Error(code, "fault on demand") : fault.Http is null ? handle(peer, command, id, body) : SocketAnswer.Ok;
        if (fault.Http is not null)
        {
            peer.Cut();
        }
        else if (!fault.LoseAnswer)
        {
            await AnswerAsync(peer, id, answer);
        }
    }

    private static Task<bool> AnswerAsync(SocketPeer peer, string id, SocketAnswer answer)
    {
        var frame = new JsonObject
        {
            ["headers"] = new JsonObject { ["req_id"] = id },
            ["errcode"] = answer.Code,
            ["errmsg"] = answer.Text,
        };
        if (answer.Body is { } body)
        {
            frame["body"] = body;
        }

        return peer.WriteAsync(frame);
    }
}

/// <summary>The answer to a frame: shorter than those of the HTTP APIs (doc 90313).</summary>
internal readonly record struct SocketAnswer(int Code, string Text, JsonObject? Body = null)
{
    public static SocketAnswer Ok { get; } = new(0, "ok");

    public static SocketAnswer Error(int code, string text) => new(code, text);
}
