using CsCheck;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Whatever people and timers do, in whatever order: nothing breaks, nothing falls silent, nobody is counted twice.</summary>
public sealed class RandomLifeTests
{
    private static readonly string[] Who =
        ["wu", "zhou", "liqiang", "sunmei", "chen", "liu", "he", "fang", "tang", "admin", "gao", "qian", "nobody"];

    private static readonly string[] Where =
        [TestTown.Building10, TestTown.Building12, TestTown.Building20, TestTown.Grid3, TestTown.Community, TestTown.OtherCommunity, "xihe"];

    private static readonly Scene[] Towns =
    [
        TestTown.Scene,
        TestTown.WithDutyAt(TestTown.Grid3),
        TestTown.WithDutyAt(TestTown.Community, "wu", "chen"),
        TestTown.WithDutyAt(TestTown.SubDistrict),
        TestTown.SceneWith(TestTown.Book(duties: [])),
        TestTown.SceneWith(policy: TestTown.Ending(Level.Community)),
        TestTown.SceneWith(policy: TestTown.Policy with { EmergencyTogether = [], QuietHours = null }),
    ];

    private sealed record Move(int Kind, int By, int To, double Minutes, int Town);

    private static readonly Gen<Move> AnyMove =
        Gen.Select(Gen.Int[0, 38], Gen.Int[0, Who.Length - 1], Gen.Int[0, Who.Length - 1], Gen.Double[0, 900], Gen.Int[0, 39])
            .Select((kind, by, to, minutes, town) => new Move(kind, by, to, minutes, town));

    private static readonly Gen<(int Place, int Reporter, int Urgency, Move[] Moves)> AnyLife =
        Gen.Select(Gen.Int[0, Where.Length - 2], Gen.Int[0, Who.Length - 1], Gen.Int[0, 2], AnyMove.Array[1, 40]);

    [Fact]
    public void Every_promise_holds_after_every_event() => AnyLife.Sample(
        life =>
        {
            var scene = TestTown.Scene;
            var draft = Life.Draft(Who[life.Reporter], Where[life.Place], urgency: (Urgency)life.Urgency);
            var issue = Open(draft, scene, out var summoned);
            var now = draft.OpenedAt;
            foreach (var move in life.Moves)
            {
                scene = move.Town < Towns.Length ? Towns[move.Town] : scene;
                now = move.Kind < 10 && issue.NextDueAt is { } due && due > now ? due : now.AddMinutes(move.Minutes);
                var decision = IssueLifecycle.Decide(issue, Event(move, issue, now), scene);
                Promises.HoldAfter(issue, decision);
                if (decision is Decision.Changed changed)
                {
                    CountRows(changed, summoned);
                    issue = changed.Issue;
                }
            }
        },
        iter: 3000);

    [Fact]
    public void Left_alone_an_issue_reaches_somebody_new_at_each_step_and_never_falls_silent() => AnyLife.Sample(
        life =>
        {
            var scene = Towns[life.Moves[0].Town % Towns.Length];
            var issue = Open(Life.Draft(Who[life.Reporter], Where[life.Place], urgency: (Urgency)life.Urgency), scene, out _);
            var onLadder = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            for (var step = 0; step < 12; step++)
            {
                Assert.True(issue.Stage is Stage.Waiting { OnBoard: var onBoard });
                var rung = issue.Rungs.Where(r => r.Summons == issue.Summons).ToList();
                Assert.NotEmpty(rung);
                if (issue.Stage is Stage.Waiting { Round: 0, OnBoard: false })
                {
                    Assert.All(rung, r => Assert.True(onLadder.Add(r.UserId), $"{r.UserId} is rung twice on one ladder"));
                    Assert.DoesNotContain(rung, r => RosterBook.SameUser(r.UserId, issue.ReporterId));
                }

                var decision = IssueLifecycle.Decide(issue, new IssueEvent.TimeIsUp(issue.NextDueAt!.Value), scene);
                issue = Assert.IsType<Decision.Changed>(decision).Issue;
            }

            Assert.True(issue.Stage is Stage.Waiting { OnBoard: true });
        },
        iter: 500);

    [Fact]
    public void No_normal_ring_leaves_in_quiet_hours_and_no_step_of_it_is_due_there() => AnyLife.Sample(
        life =>
        {
            var issue = Open(Life.Draft(Who[life.Reporter], Where[life.Place], at: TestTown.Tuesday.AddMinutes(life.Moves[0].Minutes * 3)), TestTown.Scene, out _);
            for (var step = 0; step < 10; step++)
            {
                Assert.False(TestTown.Policy.QuietHours!.Value.Contains(TestTown.Calendar.LocalTime(issue.Rungs[^1].At)));
                Assert.False(TestTown.Policy.QuietHours!.Value.Contains(TestTown.Calendar.LocalTime(issue.NextDueAt!.Value)));
                issue = ((Decision.Changed)IssueLifecycle.Decide(issue, new IssueEvent.TimeIsUp(issue.NextDueAt.Value), TestTown.Scene)).Issue;
            }
        },
        iter: 500);

    private static Issue Open(Issue draft, Scene scene, out HashSet<(int, string)> summoned)
    {
        summoned = [];
        var opened = IssueLifecycle.Open(draft, scene);
        Promises.HoldAfter(draft with { Stage = new Stage.Resolved("", draft.OpenedAt, null) }, opened);
        CountRows(opened, summoned);
        return opened.Issue;
    }

    private static void CountRows(Decision.Changed changed, HashSet<(int, string)> summoned)
    {
        foreach (var row in changed.Effects.OfType<Effect.NoteResponse>().Select(e => e.Change).OfType<ResponseChange.Summoned>())
        {
            Assert.True(summoned.Add((row.Summons, row.UserId)), $"row {row.Summons} of {row.UserId} twice");
        }
    }

    private static IssueEvent Event(Move move, Issue issue, DateTimeOffset at)
    {
        var (by, to) = (Who[move.By], Who[move.To]);
        return move.Kind switch
        {
            < 6 => new IssueEvent.TimeIsUp(at),
            < 8 => new IssueEvent.TimeIsUp(at, issue.NextDueAt),
            < 11 => new IssueEvent.Acknowledged(by, at),
            11 => new IssueEvent.Declined(issue.Rungs.Count > 0 ? issue.Rungs[^1].UserId : by, at, move.To % 2 == 0),
            12 => new IssueEvent.Progressed(by, at, "在办"),
            13 or 14 => new IssueEvent.Resolved(by, at, move.To % 2 == 0 ? null : "已处理"),
            15 => new IssueEvent.Confirmed(issue.ReporterId, at),
            16 => new IssueEvent.Disputed(issue.ReporterId, at, null),
            17 => new IssueEvent.Reopened(by, at, null),
            18 => new IssueEvent.Withdrawn(issue.ReporterId, at),
            19 or 20 => new IssueEvent.Transferred(issue.Owner ?? by, at, to),
            21 => new IssueEvent.Returned(issue.Owner ?? by, at, move.To == 0 ? null : "属物业"),
            22 => new IssueEvent.Escalated(by, at, move.To % 3 == 0 ? issue.Summons : null),
            23 => new IssueEvent.GivenUp(issue.Owner ?? by, at),
            24 => new IssueEvent.Deferred(by, at, at.AddMinutes((move.To * 300) - 100), "等配件"),
            25 => new IssueEvent.Corrected(by, at, TestTown.Categories.Categories[move.To % 5].Code, move.To == 7 ? "trapped" : null, null, null),
            26 => new IssueEvent.Corrected(by, at, null, null, (Urgency)(move.To % 3), Where[move.To % Where.Length]),
            27 => new IssueEvent.MergedInto(by, at, 9, 12),
            28 => new IssueEvent.Unmerged(by, at),
            29 => new IssueEvent.AlsoReported(by, at),
            30 => new IssueEvent.Nudged(by, at),
            31 => new IssueEvent.Heard(by, at),
            32 => new IssueEvent.Read(by, at),
            34 => new IssueEvent.NeededNow(issue.ReporterId, at),
            35 => new IssueEvent.Called(by, at),
            36 => new IssueEvent.OnSite(by, at),
            37 => new IssueEvent.OwnerLeft(at),
            33 => new IssueEvent.Assigned(issue.Owner ?? by, at, (Level)((move.To % 4) + 1)),
            _ => move.To % 2 == 0 ? new IssueEvent.Supplemented(by, at, "还有补充") : new IssueEvent.Rejected(by, at, "情况不符"),
        };
    }
}
