using GridBot.Core.Wording;

namespace GridBot.Storage.Messages;

/// <summary>One thing that waits to be said.</summary>
/// <param name="Attempts">How often it has been tried in vain.</param>
public sealed record QueuedSaying(long Id, string Destination, Saying Saying, DateTimeOffset QueuedAt, int Attempts);
