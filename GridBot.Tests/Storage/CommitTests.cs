using System.Text;
using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Storage.Issues;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class CommitsOnSqlite : CommitTests<SqliteHouse>;

public sealed class CommitsOnSqlServer : CommitTests<SqlServerHouse>;

public abstract class CommitTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    [Fact]
    public async Task What_is_loaded_is_what_was_committed_in_every_stage()
    {
        foreach (var (stage, i) in Samples.Stages.Select((s, i) => (s, i)))
        {
            var issue = Samples.Issue(i + 1, code: i + 1) with
            {
                Stage = stage, SaidIn = "wrChatA", ClimbFrom = 1, CardsClosedTo = 1, Declined = ["d"], NudgedAt = Samples.Tuesday, Helpers = ["a", "b"], AlsoReportedBy = ["c"],
                ReporterCount = 2, Reminders = 1, Returns = 2, Reworks = 3, Reopens = 4, Disputed = true,
                Hold = new Hold(1, "sun", Samples.Tuesday), Alarm = new Alarm(Samples.Tuesday, ["sun"]), TakenTold = true,
            };

            Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(Samples.Open(issue), Cancelled));

            var loaded = await Store.Issues.LoadAsync(issue.Id, Cancelled);
            Assert.Equivalent(issue with { Version = 1 }, loaded, strict: true);
            Assert.Equal(stage, loaded!.Stage);
        }

        Assert.Equal(typeof(Stage).GetNestedTypes().Length, Samples.Stages.Count);
    }

    [Fact]
    public async Task An_opening_brings_its_message_answer_history_summonses_and_sayings()
    {
        var issue = Samples.Issue(1, code: 1);

        var done = Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(Samples.Open(issue), Cancelled));

        Assert.Equal(["push:wrChatA", "app:zhao", "app:qian"], done.Destinations);
        var answer = await Store.Inbox.FindAsync("msg-1", Cancelled);
        Assert.True(answer is { Decided: true, Answer: "【#101】已登记", IssueId: 1 });
        Assert.Equal("@网格助手 三单元楼道漏水了", Encoding.UTF8.GetString((await Store.RawMessages.FindAsync("msg-1", Cancelled))!));
        Assert.Equal(["opened", "rung"], (await Store.Queries.HistoryAsync(1, Cancelled)).Select(h => h.Kind));
        Assert.Equal(["qian", "zhao"], (await Store.Queries.ResponsesOfAsync(1, Cancelled)).Select(r => r.Person));
        var said = Assert.Single(await Store.Outbox.PeekAsync("app:zhao", issue.OpenedAt, 10, Cancelled));
        Assert.Equivalent(Samples.Rings(issue)[1], said.Saying, strict: true);
    }

    [Fact]
    public async Task Taking_it_cancels_waiting_rings_and_closes_the_other_summonses()
    {
        var issue = await OpenedAsync(1);
        var at = issue.OpenedAt.AddMinutes(2);

        await Store.Issues.CommitAsync(Samples.Take(issue, "ZHAO", at), Cancelled);

        Assert.Empty(await Store.Outbox.PeekAsync("app:zhao", at, 10, Cancelled));
        var told = Assert.Single(await Store.Outbox.PeekAsync("push:wrChatA", at, 10, Cancelled));
        Assert.Equal(SayingKind.Tell, told.Saying.Kind);
        var responses = await Store.Queries.ResponsesOfAsync(1, Cancelled);
        Assert.Equal([ResponseOutcome.Covered, ResponseOutcome.Answered], responses.Select(r => r.Outcome));
        Assert.Equal((at, 120_000L), (responses[1].AnsweredAt!.Value, responses[1].ResponseMs!.Value));
        Assert.Equal(2, (await Store.Issues.LoadAsync(1, Cancelled))!.Version);
    }

    [Fact]
    public async Task Of_two_decisions_on_one_version_the_second_is_stale_and_leaves_nothing()
    {
        var issue = await OpenedAsync(1);
        await Store.Issues.CommitAsync(Samples.Take(issue, "zhao", issue.OpenedAt.AddMinutes(1)), Cancelled);

        var second = Samples.Take(issue, "qian", issue.OpenedAt.AddMinutes(2)) with { Inbox = Samples.Message("tap-2", issue.OpenedAt) };
        Assert.IsType<CommitOutcome.Stale>(await Store.Issues.CommitAsync(second, Cancelled));

        Assert.Null(await Store.Inbox.FindAsync("tap-2", Cancelled));
        Assert.Null(await Store.RawMessages.FindAsync("tap-2", Cancelled));
        Assert.Equal(3, (await Store.Queries.HistoryAsync(1, Cancelled)).Count);
    }

    [Fact]
    public async Task A_repeated_message_gets_the_stored_answer_and_opens_nothing()
    {
        await OpenedAsync(1);

        var again = Samples.Open(Samples.Issue(2)) with { Inbox = Samples.Message("msg-1", Samples.Tuesday, "another answer") };
        var duplicate = Assert.IsType<CommitOutcome.Duplicate>(await Store.Issues.CommitAsync(again, Cancelled));

        Assert.Equal("【#101】已登记", duplicate.Stored!.Answer);
        Assert.Null(await Store.Issues.LoadAsync(2, Cancelled));
    }

    [Fact]
    public async Task A_taken_code_refuses_the_whole_commit()
    {
        await OpenedAsync(1, code: 1);

        var taken = Assert.IsType<CommitOutcome.CodeTaken>(await Store.Issues.CommitAsync(Samples.Open(Samples.Issue(2, code: 1)), Cancelled));

        Assert.Equal(("wrChatA", 1), (taken.ChatId, taken.Code));
        Assert.Null(await Store.Issues.LoadAsync(2, Cancelled));
        Assert.Null(await Store.Inbox.FindAsync("msg-2", Cancelled));
    }

    [Fact]
    public async Task A_code_rests_for_a_day_still_names_its_issue_and_is_then_free()
    {
        var issue = await OpenedAsync(1, code: 1);
        var end = issue.OpenedAt.AddHours(1);
        await Store.Issues.CommitAsync(Ended(issue, end), Cancelled);

        Assert.Equal([1], await Store.Issues.CodesInUseAsync("wrChatA", end.AddHours(23), Cancelled));
        Assert.Equal(1, (await Store.Issues.FindByCodeAsync("wrChatA", 1, end.AddHours(23), Cancelled))!.Id);
        Assert.Null(await Store.Issues.FindByCodeAsync("wrCHATa", 1, end, Cancelled));

        var nextDay = end.AddHours(24);
        Assert.Empty(await Store.Issues.CodesInUseAsync("wrChatA", nextDay, Cancelled));
        var next = Samples.Open(Samples.Issue(2, code: 1) with { OpenedAt = nextDay });
        Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(next, Cancelled));
        Assert.Equal(2, (await Store.Issues.FindByCodeAsync("wrChatA", 1, nextDay, Cancelled))!.Id);
    }

    [Fact]
    public async Task An_issue_that_lives_again_has_its_resting_code_back()
    {
        var issue = await OpenedAsync(1, code: 1);
        await Store.Issues.CommitAsync(Ended(issue, issue.OpenedAt.AddHours(1)), Cancelled);
        var over = (await Store.Issues.LoadAsync(1, Cancelled))!;

        var reopened = new IssueCommit { At = over.OpenedAt.AddHours(2), Changes = [new IssueChange(over, over with { Stage = issue.Stage }, [], [])] };
        Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(reopened, Cancelled));

        Assert.Equal([1], await Store.Issues.CodesInUseAsync("wrChatA", over.OpenedAt.AddDays(9), Cancelled));
    }

    [Fact]
    public async Task A_question_is_kept_with_its_answer_alone()
    {
        var question = new IssueCommit { At = Samples.Tuesday, Inbox = Samples.Message("q", Samples.Tuesday, "3 件未办结") };

        var done = Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(question, Cancelled));

        Assert.Empty(done.Destinations);
        Assert.Equal("3 件未办结", (await Store.Inbox.FindAsync("q", Cancelled))!.Answer);
    }

    [Fact]
    public async Task Two_issues_of_one_message_go_in_together_or_not_at_all()
    {
        await OpenedAsync(1, code: 1);
        var two = new IssueCommit
        {
            At = Samples.Tuesday,
            Changes = [Samples.Opening(Samples.Issue(2, code: 2)), Samples.Opening(Samples.Issue(3, code: 1))],
        };

        Assert.IsType<CommitOutcome.CodeTaken>(await Store.Issues.CommitAsync(two, Cancelled));

        Assert.Equal([1L], (await Store.Issues.LoadManyAsync([1, 2, 3], Cancelled)).Select(i => i.Id));
    }

    [Fact]
    public async Task Callers_at_the_same_time_are_refused_alone()
    {
        var shared = await OpenedAsync(1);
        var commits = Enumerable.Range(10, 120).Select(i => (i % 3) switch
        {
            0 => Samples.Open(Samples.Issue(i)),
            1 => Samples.Take(shared, $"person{i}", Samples.Tuesday.AddMinutes(1)),
            _ => Samples.Open(Samples.Issue(i)) with { Inbox = Samples.Message("msg-1", Samples.Tuesday) },
        });

        var outcomes = await Task.WhenAll(commits.Select(c => Task.Run(() => Store.Issues.CommitAsync(c, Cancelled))));

        Assert.Equal(41, outcomes.Count(o => o is CommitOutcome.Done));
        Assert.Equal(39, outcomes.Count(o => o is CommitOutcome.Stale));
        Assert.Equal(40, outcomes.Count(o => o is CommitOutcome.Duplicate));
        var stored = await Store.Issues.LoadManyAsync([.. Enumerable.Range(10, 120).Select(i => (long)i)], Cancelled);
        Assert.Equal(40, stored.Count);
        Assert.All(stored, i => Assert.Equal(0, i.Id % 3));
    }

    [Fact]
    public async Task What_was_committed_is_there_after_a_restart()
    {
        await OpenedAsync(1, code: 1);

        await Store.ReopenAsync();
        await Store.Database.MigrateAsync(Cancelled);

        Assert.Equal("LiAyi", (await Store.Issues.LoadAsync(1, Cancelled))!.ReporterId);
        Assert.IsType<CommitOutcome.Duplicate>(await Store.Issues.CommitAsync(Samples.Open(Samples.Issue(1)), Cancelled));
    }

    private static IssueCommit Ended(Issue issue, DateTimeOffset at) => new()
    {
        At = at,
        Changes =
        [
            new IssueChange(issue, issue with { Stage = new Stage.Closed(ClosedBecause.Confirmed, at), NextDueAt = null }, [], [], FreeCode: true),
        ],
    };

    private async Task<Issue> OpenedAsync(long id, int code = 0)
    {
        Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(Samples.Open(Samples.Issue(id, code)), Cancelled));
        return (await Store.Issues.LoadAsync(id, Cancelled))!;
    }
}
