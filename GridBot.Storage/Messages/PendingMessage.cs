namespace GridBot.Storage.Messages;

/// <summary>A message that was kept because it could not be decided; the sweeper takes it through the same door.</summary>
public sealed record PendingMessage(string Id, string Door, DateTimeOffset ReceivedAt, string? ResponseUrl, byte[] Raw);
