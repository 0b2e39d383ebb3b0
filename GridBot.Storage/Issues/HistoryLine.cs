namespace GridBot.Storage.Issues;

/// <summary>One line of an issue's append-only history, as stored.</summary>
public sealed record HistoryLine(int Version, DateTimeOffset At, string Actor, string Via, string Kind, string? Details);
