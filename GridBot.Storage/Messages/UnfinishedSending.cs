namespace GridBot.Storage.Messages;

/// <summary>A call whose fate nobody knows: its host died in the middle of it, or no answer came.</summary>
/// <param name="Body">The finished call as it went out, byte for byte.</param>
public sealed record UnfinishedSending(long Id, string Destination, string Host, byte[] Body, int Attempts, DateTimeOffset StartedAt);
