namespace GridBot.Storage.Issues;

/// <summary>Some of the answers, and how many there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total);
