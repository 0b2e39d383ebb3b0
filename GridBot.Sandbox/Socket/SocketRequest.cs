using GridBot.Sandbox.Callbacks;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Socket;

/// <summary>A frame that went out, and what was answered by its req_id. It stays valid over a reconnect.</summary>
internal sealed class SocketRequest(BotTrigger trigger, DateTimeOffset sentAt)
{
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BotTrigger Trigger { get; } = trigger;

    public DateTimeOffset SentAt { get; } = sentAt;

    /// <summary>The stream that goes on, and since when.</summary>
    public string? OpenStream { get; set; }

    public Line? StreamLine { get; set; }

    public DateTimeOffset StreamSince { get; set; }

    /// <summary>A frame with this req_id is being worked on.</summary>
    public bool IsBusy { get; set; }

    public LogEntry? Entry { get; private set; }

    public Task Answered => answered.Task;

    public void Answer(LogEntry? entry)
    {
        Entry ??= entry;
        answered.TrySetResult();
    }
}
