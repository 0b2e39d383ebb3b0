namespace GridBot.Storage.Messages;

/// <summary>An opened message that this host keeps while the database is away.</summary>
/// <param name="SpoolId">Its place in the queue; 0 before it is appended.</param>
public sealed record SpooledMessage(long SpoolId, string Id, string Door, DateTimeOffset ReceivedAt, byte[] Raw);
