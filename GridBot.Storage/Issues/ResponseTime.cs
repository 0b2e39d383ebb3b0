using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Storage.Issues;

/// <summary>How one summons of one person went.</summary>
/// <param name="Person">User id; empty where there was nobody.</param>
/// <param name="DeliveredAt">When WeCom took the message; null as long as it did not.</param>
/// <param name="ResponseMs">Calendar time from summons to answer.</param>
public sealed record ResponseTime(
    long IssueId, int Summons, string Person, Level Level, int Round, DateTimeOffset SummonedAt, DateTimeOffset? DeliveredAt,
    DateTimeOffset? AnsweredAt, long? ResponseMs, long? WorkingMs, ResponseOutcome Outcome);
