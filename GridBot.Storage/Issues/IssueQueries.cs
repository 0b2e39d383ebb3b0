using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>Answers to what people and pages ask. Nothing here changes anything.</summary>
public sealed class IssueQueries(Database database)
{
    /// <summary>Open issues that were opened by now, newest first.</summary>
    public Task<Page<Issue>> OpenAsync(
        IssueScope scope, DateTimeOffset now, int offset, int limit, CancellationToken cancellationToken = default) =>
        PageAsync(QuerySql.Open, QuerySql.CountOpen, new { subDistrict = scope.SubDistrictId, places = scope.Places, insider = scope.Insider, now, offset, limit }, cancellationToken);

    /// <summary>Open issues past their resolution limit, the longest overdue first.</summary>
    public Task<Page<Issue>> OverdueAsync(
        IssueScope scope, DateTimeOffset now, int offset, int limit, CancellationToken cancellationToken = default) =>
        PageAsync(QuerySql.Overdue, QuerySql.CountOverdue, new { subDistrict = scope.SubDistrictId, places = scope.Places, insider = scope.Insider, now, offset, limit }, cancellationToken);

    /// <summary>Everything opened in a span of time, over or not, newest first.</summary>
    public Task<Page<Issue>> OpenedAsync(
        IssueScope scope, DateTimeOffset from, DateTimeOffset to, int offset, int limit, CancellationToken cancellationToken = default) =>
        PageAsync(QuerySql.Opened, QuerySql.CountOpened, new { subDistrict = scope.SubDistrictId, places = scope.Places, insider = scope.Insider, from, to, offset, limit }, cancellationToken);

    /// <summary>What was opened from one moment to another and became of it, and what is open now.</summary>
    public Task<IssueCounts> CountsAsync(
        IssueScope scope, DateTimeOffset from, DateTimeOffset to, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async sql =>
            {
                var args = new { subDistrict = scope.SubDistrictId, places = scope.Places, insider = scope.Insider, from, to, now };
                var opened = (await sql.FirstAsync<CountsRow>(QuerySql.CountsOpened, args))!;
                var open = (await sql.FirstAsync<CountsRow>(QuerySql.CountsNow, args))!;
                return new IssueCounts(
                    opened.Opened, opened.Taken, opened.Resolved, opened.ResolvedInTime, open.OpenNow, open.Waiting, open.Overdue);
            },
            cancellationToken);

    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(long issueId, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<HistoryRow>(QuerySql.History, new { issueId }, cancellationToken))
            .Select(r => new HistoryLine(r.Version, r.At, r.Actor, r.Via, r.Kind, r.Details))];

    /// <summary>Every summons of an issue.</summary>
    public async Task<IReadOnlyList<ResponseTime>> ResponsesOfAsync(long issueId, CancellationToken cancellationToken = default) =>
        Responses(await database.QueryAsync<ResponseTimeRow>(QuerySql.ResponsesOf, new { issueId }, cancellationToken));

    /// <summary>Every summons in a span of time, for distributions and percentiles.</summary>
    public async Task<IReadOnlyList<ResponseTime>> ResponsesAsync(
        IssueScope scope, DateTimeOffset from, DateTimeOffset to, int limit = 100_000, CancellationToken cancellationToken = default) =>
        Responses(await database.QueryAsync<ResponseTimeRow>(
            QuerySql.Responses, new { subDistrict = scope.SubDistrictId, places = scope.Places, insider = scope.Insider, from, to, limit }, cancellationToken));

    private Task<Page<Issue>> PageAsync(Statement page, Statement count, object args, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async sql => new Page<Issue>(
                [.. (await sql.QueryAsync<IssueRow>(page, args)).Select(r => r.ToIssue())], await sql.FirstAsync<int>(count, args)),
            cancellationToken);

    private static List<ResponseTime> Responses(IReadOnlyList<ResponseTimeRow> rows) =>
        [.. rows.Select(r => new ResponseTime(
            r.IssueId, r.Summons, r.Person, (Level)r.Level, r.Round, r.SummonedAt, r.DeliveredAt, r.AnsweredAt, r.ResponseMs,
            r.WorkingMs, OutcomeName.Read(r.Outcome)))];

    private sealed class CountsRow
    {
        public int Opened { get; init; }

        public int Taken { get; init; }

        public int Resolved { get; init; }

        public int ResolvedInTime { get; init; }

        public int OpenNow { get; init; }

        public int Waiting { get; init; }

        public int Overdue { get; init; }
    }

    private sealed class HistoryRow
    {
        public int Version { get; init; }

        public DateTimeOffset At { get; init; }

        public string Actor { get; init; } = "";

        public string Via { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? Details { get; init; }
    }

    private sealed class ResponseTimeRow
    {
        public long IssueId { get; init; }

        public int Summons { get; init; }

        public string Person { get; init; } = "";

        public int Level { get; init; }

        public int Round { get; init; }

        public DateTimeOffset SummonedAt { get; init; }

        public DateTimeOffset? DeliveredAt { get; init; }

        public DateTimeOffset? AnsweredAt { get; init; }

        public long? ResponseMs { get; init; }

        public long? WorkingMs { get; init; }

        public string Outcome { get; init; } = "";
    }
}
