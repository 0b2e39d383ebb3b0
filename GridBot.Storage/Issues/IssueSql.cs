using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>How issues are found for a decision. A rehearsal (audience 2) is found by its number alone.</summary>
internal static class IssueSql
{
    public static readonly Statement ById = new($"SELECT {IssueRow.Columns} FROM issue WHERE issue_id = @issueId");

    public static readonly Statement ByIds = new($"SELECT {IssueRow.Columns} FROM issue WHERE issue_id IN @ids ORDER BY issue_id");

    public static readonly Statement ByNumber = new(
        $"SELECT {IssueRow.Columns} FROM issue WHERE sub_district_id = @subDistrictId AND number = @number");

    public static readonly Statement ByCode = new(
        $"""
        SELECT {IssueRow.Columns} FROM issue WHERE issue_id IN (
            SELECT c.issue_id FROM chat_code c
            WHERE c.chat_id = @chatId AND c.code = @code AND (c.free_at IS NULL OR c.free_at > @now))
        """);

    public static readonly Statement CodesInUse = new(
        "SELECT code FROM chat_code WHERE chat_id = @chatId AND (free_at IS NULL OR free_at > @now) ORDER BY code");

    public static readonly Statement SimilarOpen = new(
        $"""
        SELECT TOP (@limit) {IssueRow.Columns} FROM issue
        WHERE place_id = @placeId AND opened_at >= @since AND category = @category AND is_open = 1 AND audience = @audience
        ORDER BY opened_at DESC
        """);

    public static readonly Statement OpenOfKind = new(
        $"""
        SELECT TOP (@limit) {IssueRow.Columns} FROM issue
        WHERE sub_district_id = @subDistrictId AND is_open = 1 AND audience = 0 AND opened_at >= @since AND category = @category AND subcategory = @subcategory
        ORDER BY reporter_count DESC, opened_at
        """);

    public static readonly Statement OpenMatters = new(
        """
        SELECT sub_district_id, place_id, category, subcategory, MAX(opened_at) AS opened_at FROM issue
        WHERE is_open = 1 AND audience < 2 GROUP BY sub_district_id, place_id, category, subcategory
        """);

    public static readonly Statement OpenRungFor = new(
        $"""
        SELECT TOP (@limit) {IssueRow.Columns} FROM issue
        WHERE stage IN ('waiting', 'returned') AND audience < 2 AND issue_id IN (
            SELECT r.issue_id FROM response_time r
            WHERE r.person = @userId AND r.summoned_at >= @since AND r.outcome <> 'skipped')
        ORDER BY issue_id DESC
        """);

    public static readonly Statement OpenOwnedBy = new(
        $"SELECT TOP (@limit) {IssueRow.Columns} FROM issue WHERE owner = @userId AND is_open = 1 AND audience < 2 ORDER BY issue_id DESC");

    public static readonly Statement OpenOwners = new("SELECT DISTINCT owner FROM issue WHERE is_open = 1 AND owner IS NOT NULL");

    public static readonly Statement LastReportedBy = new(
        $"SELECT TOP (@limit) {IssueRow.Columns} FROM issue WHERE reporter = @userId AND opened_at >= @since AND audience < 2 ORDER BY opened_at DESC");

    public static readonly Statement Due = new(
        "SELECT TOP (@limit) issue_id, next_due_at FROM issue WHERE next_due_at <= @now ORDER BY next_due_at");

    public static readonly Statement FirstDue = new(
        "SELECT TOP (@limit) issue_id, next_due_at FROM issue WHERE next_due_at IS NOT NULL ORDER BY next_due_at");

    public static readonly Statement ScanDue = new(
        "SELECT TOP (@limit) issue_id, next_due_at FROM issue WHERE issue_id > @afterId AND next_due_at IS NOT NULL ORDER BY issue_id");
}
