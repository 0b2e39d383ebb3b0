using GridBot.Storage.Messages;

namespace GridBot.Handlers.Sending;

/// <summary>Writes each call down in this host's name before it is made, so that none is lost and none is made twice unawares.</summary>
public sealed class CallBook(Outbox outbox)
{
    private static readonly TimeSpan FateKnownWithin = TimeSpan.FromSeconds(15);

    /// <summary>Names this host in rows and leases.</summary>
    public string Host { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}";

    /// <summary>Also while the service stops. Null when any of its sayings waits no longer: peek again.</summary>
    internal Task<long?> BeginAsync(string destination, Composed.Call next, DateTimeOffset now) =>
        BeginAsync(destination, next.Sayings, next.Finished.Write(), now, CancellationToken.None);

    /// <summary>Takes over a call whose fate nobody knows. False when somebody else has.</summary>
    public Task<bool> TakeOverAsync(UnfinishedSending sending, DateTimeOffset now, CancellationToken cancellationToken) =>
        outbox.RepeatAsync(sending, Host, now, now + FateKnownWithin, cancellationToken);

    /// <summary>Nothing goes out for it, now or later.</summary>
    public Task DropAsync(QueuedSaying queued, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        FinishWithoutCallAsync(queued.Destination, [queued], new SendingOutcome.Never(reason), now, cancellationToken);

    /// <summary>All of them wait until then, and then leave together.</summary>
    public Task PutOffAsync(
        string destination, IReadOnlyList<QueuedSaying> sayings, DateTimeOffset until, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        FinishWithoutCallAsync(destination, sayings, new SendingOutcome.Later(until, reason), now, cancellationToken);

    private async Task FinishWithoutCallAsync(
        string destination, IReadOnlyList<QueuedSaying> sayings, SendingOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await BeginAsync(destination, sayings, [], now, cancellationToken) is { } id)
        {
            await outbox.FinishAsync(id, outcome, now, cancellationToken);
        }
    }

    private Task<long?> BeginAsync(
        string destination, IReadOnlyList<QueuedSaying> sayings, byte[] body, DateTimeOffset now, CancellationToken cancellationToken) =>
        outbox.BeginAsync([.. sayings.Select(s => s.Id)], destination, body, Host, now, now + FateKnownWithin, cancellationToken);
}
