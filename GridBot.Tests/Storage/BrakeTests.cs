using GridBot.Core.Wording;
using GridBot.Storage.Issues;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class SqliteBrakeTests : BrakeTests<SqliteHouse>;

public sealed class SqlServerBrakeTests : BrakeTests<SqlServerHouse>;

public abstract class BrakeTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    private static readonly DateTimeOffset Now = Samples.Tuesday;

    [Fact]
    public async Task What_the_brake_holds_moves_with_its_end_and_comes_back_when_it_is_let_go()
    {
        var (brakes, end) = (new Brakes(Store.Database), Now.AddMinutes(30));
        await brakes.SetAsync(new BrakeInForce("jinlong", Now, end, "检修", "he"), Cancelled);
        var held = Samples.Issue(1) with { HeldUntil = end, NextDueAt = end.AddMinutes(5) };
        await Store.Issues.CommitAsync(
            new IssueCommit
            {
                At = Now,
                Changes = [new IssueChange(null, held, [], [])],
                Sayings = [new Saying.ToPerson("qian", "请看") { Kind = SayingKind.Ring, IssueId = 1, Summons = 1, Priority = 2, NotBefore = end }],
            },
            Cancelled);

        Assert.Equal(end, Assert.Single(await brakes.InForceAsync(Now.AddMinutes(1), Cancelled)).Until);
        Assert.Empty(await Store.Outbox.ReadyDestinationsAsync(Now.AddMinutes(29), 9, Cancelled));

        var later = Now.AddHours(1);
        Assert.Equal(later.AddMinutes(5), Assert.Single(await brakes.SetAsync(new BrakeInForce("jinlong", Now.AddMinutes(2), later, "再等", "he"), Cancelled)).NextDueAt);
        Assert.Empty(await Store.Outbox.ReadyDestinationsAsync(later.AddMinutes(-1), 9, Cancelled));

        var free = Now.AddMinutes(10);
        Assert.Equal(free.AddMinutes(5), Assert.Single((await brakes.ReleaseAsync("jinlong", free, "he", Cancelled))!).NextDueAt);
        var issue = (await Store.Issues.LoadAsync(1, Cancelled))!;
        Assert.Equal((free.AddMinutes(5), (DateTimeOffset?)null), (issue.NextDueAt!.Value, issue.HeldUntil));
        Assert.Single(await Store.Outbox.ReadyDestinationsAsync(free, 9, Cancelled));
        Assert.Empty(await brakes.InForceAsync(free, Cancelled));
        Assert.Null(await brakes.ReleaseAsync("jinlong", free, "he", Cancelled));
    }

    [Fact]
    public async Task Words_taken_back_are_nowhere_any_more()
    {
        var issue = Samples.Issue(1) with { SourceId = "App:m1" };
        await Store.Issues.CommitAsync(
            new IssueCommit
            {
                At = Now,
                Inbox = new GridBot.Storage.Messages.InboxEntry("App:m1", "App", null, Now, null, [1, 2, 3]),
                Changes = [new IssueChange(null, issue, [], [])],
                Sayings = [new Saying.ToPerson("qian", "有补充：秘密") { Kind = SayingKind.Tell, IssueId = 1, HoldsWords = true },
                    new Saying.ToPerson("qian", "到期") { Kind = SayingKind.Tell, IssueId = 1 }],
            },
            Cancelled);
        Assert.NotNull(await Store.RawMessages.FindAsync("App:m1", Cancelled));
        var before = (await Store.Issues.LoadAsync(1, Cancelled))!;

        await Store.Issues.CommitAsync(
            new IssueCommit { At = Now, Changes = [new IssueChange(before, before with { Text = "" }, [], [], EraseWords: true)] }, Cancelled);

        Assert.Null(await Store.RawMessages.FindAsync("App:m1", Cancelled));
        Assert.Equal("到期", Assert.IsType<Saying.ToPerson>(Assert.Single(await Store.Outbox.PeekAsync("app:qian", Now, 9, Cancelled)).Saying).Text);
        Assert.Equal("", (await Store.Issues.LoadAsync(1, Cancelled))!.Text);
    }

    [Fact]
    public async Task Private_issues_are_in_the_lists_of_their_insiders_alone_and_rehearsals_in_none()
    {
        foreach (var issue in new[] { Samples.Issue(1) with { IsPrivate = true, ReporterId = "Wang", Rungs = [] }, Samples.Issue(2) with { IsRehearsal = true }, Samples.Issue(3) })
        {
            await Store.Issues.CommitAsync(new IssueCommit { At = Now, Changes = [new IssueChange(null, issue, [], [])] }, Cancelled);
        }

        async Task<IReadOnlyList<long>> SeenBy(string? viewer) =>
            [.. (await Store.Queries.OpenAsync(new IssueScope("jinlong", null, viewer), Now.AddHours(1), 0, 9, Cancelled)).Items.Select(i => i.Id).Order()];

        Assert.Equal([1L, 3L], await SeenBy("wang"));
        Assert.Equal([3L], await SeenBy("wan"));
        Assert.Equal([3L], await SeenBy(null));
        Assert.Equal(1, (await Store.Queries.CountsAsync(new IssueScope("jinlong"), Now.AddDays(-1), Now.AddDays(1), Now, Cancelled)).Opened);
        Assert.True((await Store.Issues.LoadAsync(1, Cancelled))!.IsPrivate);
        Assert.True((await Store.Issues.LoadAsync(2, Cancelled))!.IsRehearsal);
    }
}
