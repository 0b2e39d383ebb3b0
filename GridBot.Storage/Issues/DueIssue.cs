namespace GridBot.Storage.Issues;

/// <summary>When the next thing happens to an issue by itself.</summary>
public sealed record DueIssue(long IssueId, DateTimeOffset NextDueAt);
