namespace GridBot.Storage.Messages;

/// <summary>What is known about a message that was seen before.</summary>
/// <param name="Decided">False: it is kept, but nobody has decided it yet.</param>
/// <param name="IssueId">The issue that it came to belong to; null for none.</param>
public sealed record InboxAnswer(bool Decided, string? Answer, long? IssueId);
