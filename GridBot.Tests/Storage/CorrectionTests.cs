using GridBot.Core.Issues;
using GridBot.Storage.Issues;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class SqliteCorrectionTests : CorrectionTests<SqliteHouse>;

public sealed class SqlServerCorrectionTests : CorrectionTests<SqlServerHouse>;

public abstract class CorrectionTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    private static readonly DateTimeOffset Now = Samples.Tuesday;

    [Fact]
    public async Task The_last_word_on_each_issue_is_read_in_the_order_of_the_issues()
    {
        await CorrectAsync(2, Said("noise", 1));
        await CorrectAsync(1, Said("noise", 2));
        await CorrectAsync(1, Said("fire", 3));

        var read = await Store.Corrections.ReadAsync(Cancelled);

        Assert.Equal([("fire", 3), ("noise", 1)], read.Select(c => (c.Became, c.Features)));
        Assert.Equal(("water", "he", Now), (read[0].Was, read[0].By, read[0].At));
        Assert.Equal<byte>([1, 2, 3], read[0].Pieces);
    }

    [Fact]
    public async Task They_go_with_the_words_and_after_their_time()
    {
        await CorrectAsync(1, Said("noise", 1));
        await CorrectAsync(2, Said("noise", 1));
        var before = (await Store.Issues.LoadAsync(1, Cancelled))!;
        await Store.Issues.CommitAsync(
            new IssueCommit { At = Now, Changes = [new IssueChange(before, before with { Text = "" }, [], [], EraseWords: true)] }, Cancelled);
        Assert.Single(await Store.Corrections.ReadAsync(Cancelled));

        Assert.Equal(0, await Store.Corrections.DeleteOlderThanAsync(Now, Cancelled));
        Assert.Equal(1, await Store.Corrections.DeleteOlderThanAsync(Now.AddSeconds(1), Cancelled));
        Assert.Empty(await Store.Corrections.ReadAsync(Cancelled));
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_decision_that_came_too_late()
    {
        await CorrectAsync(1, Said("noise", 1));
        var stale = (await Store.Issues.LoadAsync(1, Cancelled))!;
        await CorrectAsync(1, Said("fire", 1));

        Assert.IsType<CommitOutcome.Stale>(await Store.Issues.CommitAsync(Change(stale, Said("lift", 1)), Cancelled));
        Assert.Equal("fire", Assert.Single(await Store.Corrections.ReadAsync(Cancelled)).Became);
    }

    private static Correction Said(string became, int features) => new(Now, "he", "water", became, features, [1, 2, 3]);

    private async Task CorrectAsync(long id, Correction said)
    {
        if (await Store.Issues.LoadAsync(id, Cancelled) is null)
        {
            await Store.Issues.CommitAsync(new IssueCommit { At = Now, Changes = [Samples.Opening(Samples.Issue(id))] }, Cancelled);
        }

        Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(Change((await Store.Issues.LoadAsync(id, Cancelled))!, said), Cancelled));
    }

    private static IssueCommit Change(Issue issue, Correction said) => new()
    {
        At = Now,
        Changes = [new IssueChange(issue, issue with { Category = said.Became }, [], [], Correction: said)],
    };
}
