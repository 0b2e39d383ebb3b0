using GridBot.Core.Issues;

namespace GridBot.Storage.Issues;

/// <summary>What of an issue is decided with, but never searched for; kept as JSON in one column.</summary>
internal sealed record IssueState(
    Stage Stage,
    IReadOnlyList<Rung>? Rungs,
    IReadOnlyList<string>? Helpers,
    IReadOnlyList<string>? AlsoReportedBy,
    bool PlaceInferred,
    string? PlaceDetail,
    int Reminders,
    bool Disputed,
    string? SaidIn,
    int ClimbFrom,
    int CardsClosedTo,
    IReadOnlyList<string>? Declined,
    DateTimeOffset? NudgedAt,
    IReadOnlyList<string>? ReportedAt = null,
    Hold? Hold = null,
    IReadOnlyList<string>? Concerned = null,
    IReadOnlyList<string>? Told = null,
    string? Door = null,
    string? SourceId = null,
    Alarm? Alarm = null,
    bool TakenTold = false,
    IReadOnlyList<string>? Guesses = null);
