using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>How issues are found for a question: private ones for their insiders alone, rehearsals never. A scope's places are one text, see <see cref="IssueScope"/>.</summary>
internal static class QuerySql
{
    public static readonly Statement Open = Page("is_open = 1 AND opened_at <= @now", "opened_at DESC, issue_id DESC");
    public static readonly Statement CountOpen = Count("is_open = 1 AND opened_at <= @now");

    public static readonly Statement Overdue = Page("is_open = 1 AND resolve_by <= @now", "resolve_by, issue_id");
    public static readonly Statement CountOverdue = Count("is_open = 1 AND resolve_by <= @now");

    public static readonly Statement Opened = Page("opened_at >= @from AND opened_at < @to", "opened_at DESC, issue_id DESC");
    public static readonly Statement CountOpened = Count("opened_at >= @from AND opened_at < @to");

    public static readonly Statement CountsOpened = new(
        $"""
        SELECT COUNT(*) AS opened, COALESCE(SUM(CASE WHEN taken_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS taken,
            COALESCE(SUM(CASE WHEN resolved_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS resolved,
            COALESCE(SUM(CASE WHEN resolved_at <= resolve_by THEN 1 ELSE 0 END), 0) AS resolved_in_time
        FROM issue {InScope} AND opened_at >= @from AND opened_at < @to
        """,
        $"""
        SELECT COUNT(*) AS opened, COALESCE(SUM(CASE WHEN taken_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS taken,
            COALESCE(SUM(CASE WHEN resolved_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS resolved,
            COALESCE(SUM(CASE WHEN resolved_at <= resolve_by THEN 1 ELSE 0 END), 0) AS resolved_in_time
        FROM issue {InScopeSqlite} AND opened_at >= @from AND opened_at < @to
        """);

    public static readonly Statement CountsNow = new(
        $"""
        SELECT COUNT(*) AS open_now, COALESCE(SUM(CASE WHEN stage = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting,
            COALESCE(SUM(CASE WHEN resolve_by <= @now THEN 1 ELSE 0 END), 0) AS overdue
        FROM issue {InScope} AND is_open = 1
        """,
        $"""
        SELECT COUNT(*) AS open_now, COALESCE(SUM(CASE WHEN stage = 'waiting' THEN 1 ELSE 0 END), 0) AS waiting,
            COALESCE(SUM(CASE WHEN resolve_by <= @now THEN 1 ELSE 0 END), 0) AS overdue
        FROM issue {InScopeSqlite} AND is_open = 1
        """);

    public static readonly Statement History = new(
        "SELECT version, at, actor, via, kind, details FROM issue_event WHERE issue_id = @issueId ORDER BY version, line");

    public static readonly Statement ResponsesOf = new(
        $"SELECT {ResponseColumns} FROM response_time r WHERE r.issue_id = @issueId ORDER BY r.summons, r.person");

    public static readonly Statement Responses = new(
        $"""
        SELECT TOP (@limit) {ResponseColumns} FROM response_time r
        WHERE r.summoned_at >= @from AND r.summoned_at < @to
            AND EXISTS (SELECT 1 FROM issue i WHERE i.issue_id = r.issue_id AND i.sub_district_id = @subDistrict AND i.audience = 0
                AND (@places IS NULL OR CHARINDEX(CONCAT(',', i.place_id, ','), @places) > 0))
        ORDER BY r.summoned_at
        """,
        $"""
        SELECT {ResponseColumns} FROM response_time r
        WHERE r.summoned_at >= @from AND r.summoned_at < @to
            AND EXISTS (SELECT 1 FROM issue i WHERE i.issue_id = r.issue_id AND i.sub_district_id = @subDistrict AND i.audience = 0
                AND (@places IS NULL OR instr(@places, ',' || i.place_id || ',') > 0))
        ORDER BY r.summoned_at LIMIT @limit
        """);

    private const string InScope =
        """
        WHERE sub_district_id = @subDistrict AND (@places IS NULL OR CHARINDEX(CONCAT(',', place_id, ','), @places) > 0)
            AND (audience = 0 OR (audience = 1 AND CHARINDEX(@insider, insiders) > 0))
        """;

    private const string InScopeSqlite =
        """
        WHERE sub_district_id = @subDistrict AND (@places IS NULL OR instr(@places, ',' || place_id || ',') > 0)
            AND (audience = 0 OR (audience = 1 AND instr(insiders, @insider) > 0))
        """;

    private const string ResponseColumns =
        """
        r.issue_id, r.summons, r.person, r.level, r.round, r.summoned_at, r.delivered_at, r.answered_at, r.response_ms,
        r.working_ms, r.outcome
        """;

    private static Statement Page(string condition, string order) => new(
        $"SELECT {IssueRow.Columns} FROM issue {InScope} AND {condition} ORDER BY {order} OFFSET @offset ROWS FETCH NEXT @limit ROWS ONLY",
        $"SELECT {IssueRow.Columns} FROM issue {InScopeSqlite} AND {condition} ORDER BY {order} LIMIT @limit OFFSET @offset");

    private static Statement Count(string condition) => new(
        $"SELECT COUNT(*) AS total FROM issue {InScope} AND {condition}",
        $"SELECT COUNT(*) AS total FROM issue {InScopeSqlite} AND {condition}");
}
