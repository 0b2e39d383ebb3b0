namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>A message of a stream whose cluster somebody judged.</summary>
/// <param name="Cluster">Messages of one cluster tell of the same; empty for a message on its own, null for an undecided one.</param>
public sealed record StreamMessage(NamedMatter Named, DateTimeOffset At, string? Cluster);
