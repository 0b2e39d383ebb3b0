namespace GridBot.Storage.Messages;

/// <summary>A message or click that a door let in.</summary>
/// <param name="Id">The platform's message id or event key: each is decided once.</param>
/// <param name="Door">Where it came in: app, bot, spool …</param>
/// <param name="Answer">What the door answers, and answers again when the platform repeats itself; null for silence.</param>
/// <param name="Raw">The opened message. Sealed before it is stored, and deleted after its time; null keeps nothing.</param>
public sealed record InboxEntry(
    string Id, string Door, string? Answer, DateTimeOffset ReceivedAt, string? ResponseUrl = null, byte[]? Raw = null);
