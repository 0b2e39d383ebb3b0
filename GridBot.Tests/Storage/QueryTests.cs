using System.Text;
using GridBot.Core.Issues;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class QueriesOnSqlite : QueryTests<SqliteHouse>;

public sealed class QueriesOnSqlServer : QueryTests<SqlServerHouse>;

public abstract class QueryTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    private static readonly DateTimeOffset Now = Samples.Tuesday;
    private static readonly IssueScope Town = new("jinlong");

    [Fact]
    public async Task Due_issues_come_oldest_first_and_the_scan_finds_every_timer()
    {
        await OpenAsync(Issue(1, due: 30), Issue(2, due: 10), Issue(3, due: null), Issue(4, due: 20));

        Assert.Equal([2L, 4L], (await Store.Issues.DueAsync(Now.AddMinutes(20), 10, Cancelled)).Select(d => d.IssueId));
        Assert.Equal(Now.AddMinutes(10), await Store.Issues.NextDueAtAsync(Cancelled));
        Assert.Equal([1L, 2L], (await Store.Issues.ScanDueAsync(0, 2, Cancelled)).Select(d => d.IssueId));
        Assert.Equal([4L], (await Store.Issues.ScanDueAsync(2, 2, Cancelled)).Select(d => d.IssueId));
    }

    [Fact]
    public async Task An_issue_is_found_by_number_person_and_likeness()
    {
        await OpenAsync(Issue(1), Issue(2) with { Category = "noise", ReporterId = "wang" }, Issue(3) with { PlaceId = "b4", ReporterId = "wang" });
        await Store.Issues.CommitAsync(Samples.Take((await Store.Issues.LoadAsync(3, Cancelled))!, "Zhao", Now.AddMinutes(1)), Cancelled);

        Assert.Equal(2, (await Store.Issues.FindByNumberAsync("jinlong", 102, Cancelled))!.Id);
        Assert.Null(await Store.Issues.FindByNumberAsync("elsewhere", 102, Cancelled));
        Assert.Equal([1L], Ids(await Store.Issues.SimilarOpenAsync(Issue(9), Now, 9, Cancelled)));
        Assert.Empty(await Store.Issues.SimilarOpenAsync(Issue(9), Now.AddMinutes(1), 9, Cancelled));
        Assert.Equal([2L, 1L], Ids(await Store.Issues.OpenRungForAsync("QIAN", Now, 9, Cancelled)));
        Assert.Equal([3L], Ids(await Store.Issues.OpenOwnedByAsync("zhao", 9, Cancelled)));
        Assert.Equal([2L, 3L], Ids(await Store.Issues.LastReportedByAsync("WANG", Now, 9, Cancelled)).Order());
    }

    [Fact]
    public async Task A_scope_is_a_sub_district_or_some_of_its_places()
    {
        await OpenAsync(
            Issue(1), Issue(2) with { PlaceId = "b30" }, Issue(3) with { PlaceId = "b4", ResolveBy = Now.AddHours(1) },
            Issue(4) with { SubDistrictId = "elsewhere" });
        var later = Now.AddHours(2);

        Assert.Equal(3, (await Store.Queries.OpenAsync(Town, later, 0, 2, Cancelled)).Total);
        Assert.Equal([1L], Ids((await Store.Queries.OpenAsync(Town, later, 2, 2, Cancelled)).Items));
        Assert.Equal([3L, 1L], Ids((await Store.Queries.OpenAsync(Town with { PlaceIds = ["b3", "b4"] }, later, 0, 9, Cancelled)).Items));
        Assert.Equal([3L], Ids((await Store.Queries.OverdueAsync(Town, later, 0, 9, Cancelled)).Items));
        Assert.Empty((await Store.Queries.OpenedAsync(Town with { PlaceIds = [] }, Now, later, 0, 9, Cancelled)).Items);
        Assert.Equal(3, (await Store.Queries.OpenedAsync(Town, Now, later, 0, 9, Cancelled)).Total);
        Assert.Equal(
            new IssueCounts(Opened: 3, Taken: 0, Resolved: 0, ResolvedInTime: 0, Open: 3, Waiting: 3, Overdue: 1),
            await Store.Queries.CountsAsync(Town, Now, later, later, Cancelled));
        Assert.Equal(4, (await Store.Queries.ResponsesAsync(Town with { PlaceIds = ["b3", "b4"] }, Now, later, 99, Cancelled)).Count);
    }

    [Fact]
    public async Task Numbers_are_never_given_twice_and_blocks_grow_only_in_a_rush()
    {
        var time = new FakeTimeProvider(Now);
        var (mine, theirs) = (new Numbers(Store.Database, time), new Numbers(Store.Database, time));

        Assert.Equal((1L, 11L, 2L), (await mine.NextAsync("a", Cancelled), await theirs.NextAsync("a", Cancelled), await mine.NextAsync("a", Cancelled)));
        Assert.Equal(1L, await mine.NextAsync("b", Cancelled));

        var many = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => (i % 2 == 0 ? mine : theirs).NextAsync("a", Cancelled).AsTask())));
        Assert.Equal(400, many.Distinct().Count());
        Assert.DoesNotContain(many, n => n is 1 or 2 or 11);
    }

    [Fact]
    public async Task A_message_that_could_not_be_decided_is_kept_sealed_until_it_is()
    {
        var message = Samples.Message("m", Now, answer: null);
        Assert.True(await Store.Inbox.RememberAsync(message, Cancelled));
        Assert.False(await Store.Inbox.RememberAsync(message, Cancelled));
        Assert.False((await Store.Inbox.FindAsync("m", Cancelled))!.Decided);
        Assert.Empty(await Store.Inbox.PendingAsync(Now.AddSeconds(-1), 9, Cancelled));

        var pending = Assert.Single(await Store.Inbox.PendingAsync(Now, 9, Cancelled));
        Assert.Equal("@网格助手 三单元楼道漏水了", Encoding.UTF8.GetString(pending.Raw));
        var decided = Samples.Open(Issue(1)) with { Inbox = message with { Answer = "已登记" } };
        Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(decided, Cancelled));

        Assert.Equal("已登记", (await Store.Inbox.FindAsync("m", Cancelled))!.Answer);
        Assert.Empty(await Store.Inbox.PendingAsync(Now, 9, Cancelled));
        Assert.Equal(1, await Store.RawMessages.DeleteOlderThanAsync(Now.AddDays(30), Cancelled));
        Assert.Null(await Store.RawMessages.FindAsync("m", Cancelled));
    }

    [Fact]
    public async Task A_setting_becomes_a_version_once()
    {
        var first = await Store.Settings.AddAsync("roster", "a: 1", "wang", Now, Cancelled);
        var second = await Store.Settings.AddAsync("roster", "a: 2", "wang", Now, Cancelled);
        var again = await Store.Settings.AddAsync("roster", "a: 2", "sun", Now.AddDays(1), Cancelled);

        Assert.Equal((1L, 2L, second), (first.Version, second.Version, again));
        Assert.Equal(second, await Store.Settings.NewestAsync("roster", Cancelled));
        Assert.Equal((2L, 0L), (await Store.Settings.NewestNumberAsync("roster", Cancelled), await Store.Settings.NewestNumberAsync("policies", Cancelled)));
        Assert.Equal(first, await Store.Settings.FindAsync("roster", 1, Cancelled));
    }

    [Fact]
    public async Task An_alias_is_known_once_told()
    {
        var aliases = new PersonAliases(Store.Database);
        Assert.Null(await aliases.UserIdOfAsync("woX", Cancelled));

        await aliases.RememberAsync("woX", "wang", Now, Cancelled);
        await aliases.RememberAsync("woX", "sun", Now, Cancelled);

        Assert.Equal(("sun", "woX"), (await aliases.UserIdOfAsync("woX", Cancelled), await aliases.OpenUserIdOfAsync("SUN", Cancelled)));
    }

    [Fact]
    public async Task The_clock_check_reads_a_server_that_is_another_machine()
    {
        var ahead = await new ClockCheck(Store.Database, TimeProvider.System).ReadAsync(Cancelled);

        Assert.Equal(typeof(THouse) == typeof(SqliteHouse), ahead is null);
    }

    private static Issue Issue(long id, int? due = 5) =>
        Samples.Issue(id) with { NextDueAt = due is { } minutes ? Now.AddMinutes(minutes) : null, ResolveBy = Now.AddDays(1) };

    private static IEnumerable<long> Ids(IEnumerable<Issue> issues) => issues.Select(i => i.Id);

    private async Task OpenAsync(params Issue[] issues)
    {
        foreach (var issue in issues)
        {
            Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(Samples.Open(issue), Cancelled));
        }
    }
}
