namespace GridBot.Storage.Messages;

/// <summary>A destination with something to say now.</summary>
/// <param name="Priority">Of the most pressing saying: 0 is an emergency.</param>
/// <param name="OldestAt">Since when the oldest waits.</param>
public sealed record ReadyDestination(string Destination, int Priority, DateTimeOffset OldestAt, int Count);
