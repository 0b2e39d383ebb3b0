using System.Collections.Concurrent;
using GridBot.Sandbox.Callbacks;

namespace GridBot.Sandbox.Socket;

/// <summary>The req_ids that went out, each with what it brought.</summary>
internal sealed class SocketRequests(SandboxState state)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(25);
    private readonly ConcurrentDictionary<string, SocketRequest> requests = new(StringComparer.Ordinal);
    private int pruneAt = 10_000;

    /// <summary>Applies what is answered, exactly as it does for callbacks.</summary>
    public BotReplies Replies { get; set; } = new(state);

    public (string Id, SocketRequest Request) Open(BotTrigger trigger)
    {
        var now = state.Time.GetUtcNow();
        if (requests.Count >= pruneAt)
        {
            foreach (var (old, _) in requests.Where(r => r.Value.SentAt + Kept < now))
            {
                requests.TryRemove(old, out _);
            }

            pruneAt = Math.Max(10_000, requests.Count * 2);
        }

        var (id, request) = ("r-" + state.Dice.Hex(12), new SocketRequest(trigger, now));
        requests[id] = request;
        return (id, request);
    }

    public SocketRequest? Find(string id) => requests.GetValueOrDefault(id);

    public void Busy(string id, bool isBusy)
    {
        if (Find(id) is { } request)
        {
            request.IsBusy = isBusy;
        }
    }
}
