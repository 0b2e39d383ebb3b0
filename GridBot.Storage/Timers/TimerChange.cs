namespace GridBot.Storage.Timers;

/// <summary>When an issue shall ring; null: no more.</summary>
public readonly record struct TimerChange(long IssueId, DateTimeOffset? DueAt);
