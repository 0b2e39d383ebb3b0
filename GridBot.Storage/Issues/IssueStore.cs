using GridBot.Core.Issues;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>Issues as decisions need them: found, loaded, and committed with all that goes with them.</summary>
public sealed class IssueStore(Database database, Seal seal)
{
    /// <summary>So many ids go into one statement.</summary>
    private const int MostIds = 100;

    private readonly CommitWriter _writer = new(database);

    /// <summary>Stores a decision as a whole, or says why not. Durable when it returns Done.</summary>
    public Task<CommitOutcome> CommitAsync(IssueCommit commit, CancellationToken cancellationToken = default)
    {
        var prepared = PreparedCommit.Of(commit, seal);
        return database.TransactAsync(sql => _writer.WriteAsync(sql, prepared), cancellationToken);
    }

    public async Task<Issue?> LoadAsync(long issueId, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<IssueRow>(IssueSql.ById, new { issueId }, cancellationToken))?.ToIssue();

    /// <summary>Those that exist, by id.</summary>
    public Task<IReadOnlyList<Issue>> LoadManyAsync(IReadOnlyCollection<long> issueIds, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<Issue>>(
            async sql =>
            {
                var issues = new List<Issue>(issueIds.Count);
                foreach (var ids in issueIds.Distinct().Order().Chunk(MostIds))
                {
                    issues.AddRange((await sql.QueryAsync<IssueRow>(IssueSql.ByIds, new { ids })).Select(r => r.ToIssue()));
                }

                return issues;
            },
            cancellationToken);

    public async Task<Issue?> FindByNumberAsync(string subDistrictId, long number, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<IssueRow>(IssueSql.ByNumber, new { subDistrictId, number }, cancellationToken))?.ToIssue();

    /// <summary>The issue that has or had this code in the group, as long as the code rests.</summary>
    public async Task<Issue?> FindByCodeAsync(
        string chatId, int code, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<IssueRow>(IssueSql.ByCode, new { chatId, code, now }, cancellationToken))?.ToIssue();

    /// <summary>Codes of the group that a new issue can't have, resting ones included.</summary>
    public Task<IReadOnlyList<int>> CodesInUseAsync(string chatId, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.QueryAsync<int>(IssueSql.CodesInUse, new { chatId, now }, cancellationToken);

    /// <summary>Open issues of the draft's class and audience at its place, newest first: candidates for a duplicate.</summary>
    public Task<IReadOnlyList<Issue>> SimilarOpenAsync(
        Issue draft, DateTimeOffset since, int limit = 20, CancellationToken cancellationToken = default) =>
        ManyAsync(
            IssueSql.SimilarOpen,
            new { placeId = draft.PlaceId, category = draft.Category, since, audience = IssueRow.AudienceOf(draft), limit },
            cancellationToken);

    /// <summary>Open issues of one second-level class in a whole sub-district, the one with most reporters first.</summary>
    public Task<IReadOnlyList<Issue>> OpenOfKindAsync(
        string subDistrictId, string category, string subcategory, DateTimeOffset since, int limit = 50, CancellationToken cancellationToken = default) =>
        ManyAsync(IssueSql.OpenOfKind, new { subDistrictId, category, subcategory, since, limit }, cancellationToken);

    /// <summary>When the latest open issue of each class at each place was opened; null where other hosts write to this store, too.</summary>
    public async Task<IReadOnlyList<OpenMatter>?> OpenMattersAsync(CancellationToken cancellationToken = default) =>
        database.IsShared ? null : await database.QueryAsync<OpenMatter>(IssueSql.OpenMatters, new { }, cancellationToken);

    /// <summary>Waiting issues that this person was rung for and that nobody has taken, newest first.</summary>
    public Task<IReadOnlyList<Issue>> OpenRungForAsync(
        string userId, DateTimeOffset since, int limit = 50, CancellationToken cancellationToken = default) =>
        ManyAsync(IssueSql.OpenRungFor, new { userId, since, limit }, cancellationToken);

    public Task<IReadOnlyList<Issue>> OpenOwnedByAsync(string userId, int limit = 50, CancellationToken cancellationToken = default) =>
        ManyAsync(IssueSql.OpenOwnedBy, new { userId, limit }, cancellationToken);

    /// <summary>Everybody who owns something that is open.</summary>
    public Task<IReadOnlyList<string>> OpenOwnersAsync(CancellationToken cancellationToken = default) =>
        database.QueryAsync<string>(IssueSql.OpenOwners, new { }, cancellationToken);

    /// <summary>What this person reported first, newest first, over or not.</summary>
    public Task<IReadOnlyList<Issue>> LastReportedByAsync(
        string userId, DateTimeOffset since, int limit = 10, CancellationToken cancellationToken = default) =>
        ManyAsync(IssueSql.LastReportedBy, new { userId, since, limit }, cancellationToken);

    /// <summary>What is due now, oldest first.</summary>
    public Task<IReadOnlyList<DueIssue>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        DueRowsAsync(IssueSql.Due, new { now, limit }, cancellationToken);

    /// <summary>The moment of the first due issue, past or future.</summary>
    public async Task<DateTimeOffset?> NextDueAtAsync(CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<DueRow>(IssueSql.FirstDue, new { limit = 1 }, cancellationToken))?.NextDueAt;

    /// <summary>All issues with a timer, page by page by id: timers are rebuilt from it.</summary>
    public Task<IReadOnlyList<DueIssue>> ScanDueAsync(long afterId, int limit, CancellationToken cancellationToken = default) =>
        DueRowsAsync(IssueSql.ScanDue, new { afterId, limit }, cancellationToken);

    private async Task<IReadOnlyList<Issue>> ManyAsync(Statement statement, object args, CancellationToken cancellationToken) =>
        [.. (await database.QueryAsync<IssueRow>(statement, args, cancellationToken)).Select(r => r.ToIssue())];

    private async Task<IReadOnlyList<DueIssue>> DueRowsAsync(Statement statement, object args, CancellationToken cancellationToken) =>
        [.. (await database.QueryAsync<DueRow>(statement, args, cancellationToken)).Select(r => new DueIssue(r.IssueId, r.NextDueAt))];

    private sealed class DueRow
    {
        public long IssueId { get; init; }

        public DateTimeOffset NextDueAt { get; init; }
    }
}
