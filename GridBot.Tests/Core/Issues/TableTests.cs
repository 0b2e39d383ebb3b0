using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Every stage with every event. A new stage or event without its line here fails.</summary>
public sealed class TableTests
{
    private static readonly DateTimeOffset At = TestTown.Tuesday;

    /// <summary>
    /// "+" something changes, "-" nothing and nobody is told, a word: the refusal. Each event comes from somebody who
    /// may do such a thing, so that what is written is the table's word and not that of the rights.
    /// </summary>
    private const string Written = """
        event         Waiting  Acknowledged Resolved Closed Deferred Returned Merged Withdrawn Rejected
        TimeIsUp      +        +            +        -      +        +        -      -         -
        Acknowledged  +        +            resolved over   +        +        over   over      over
        Declined      +        taken        resolved over   untaken  +        over   over      over
        Heard         +        taken        resolved over   untaken  yourself over   over      over
        NeededNow     already  taken        resolved over   -        already  over   over      over
        Called        -        -            resolved over   -        -        over   over      over
        OnSite        -        -            resolved over   -        -        over   over      over
        Read          +        +            resolved over   +        +        over   over      over
        Progressed    +        +            resolved over   +        +        over   over      over
        Resolved      +        +            resolved over   +        +        over   over      over
        Confirmed     +        +            +        over   +        +        over   over      over
        Disputed      +        +            +        +      +        +        over   over      over
        Reopened      noundo   noundo       +        +      noundo   noundo   over   over      over
        Withdrawn     +        +            resolved over   +        +        over   over      over
        Transferred   +        +            resolved over   +        +        over   over      over
        Assigned      +        +            resolved over   +        +        over   over      over
        Returned      +        +            resolved over   notowner notowner over   over      over
        Escalated     +        +            resolved over   untaken  +        over   over      over
        GivenUp       untaken  +            resolved over   untaken  untaken  over   over      over
        Deferred      +        +            resolved over   +        +        over   over      over
        Corrected     +        +            resolved over   +        +        over   over      over
        MergedInto    +        +            resolved over   +        +        over   over      over
        Unmerged      noundo   noundo       noundo   noundo noundo   noundo   +      noundo    noundo
        AlsoReported  +        +            resolved over   +        +        over   over      over
        Viewed        +        +            +        +      +        +        +      +         +
        ReportParted  +        +            +        +      +        +        +      +         +
        Supplemented  +        +            resolved over   +        +        over   over      over
        Nudged        +        +            resolved over   +        +        over   over      over
        OwnerLeft     -        +            -        -      +        -        -      -         -
        Rejected      +        +            resolved over   +        +        over   over      over
        """;

    private static readonly Dictionary<string, Refusal> Words = new()
    {
        ["resolved"] = Refusal.AlreadyResolved,
        ["over"] = Refusal.AlreadyOver,
        ["taken"] = Refusal.AlreadyTaken,
        ["untaken"] = Refusal.NotTakenYet,
        ["noundo"] = Refusal.NothingToUndo,
        ["notowner"] = Refusal.NotTheOwner,
        ["already"] = Refusal.RingingAlready,
        ["yourself"] = Refusal.TapYourself,
    };

    /// <summary>吴叔 of 10栋 is rung, 李强 has it, 周阿姨 and 高书记 reported it, 何涛 dispatches, 陈书记 may decide.</summary>
    private static readonly Dictionary<Type, Issue> Stages = new Issue[]
    {
        Life.Begin().Issue,
        Life.Begin().Acks("liqiang").Issue,
        Life.Begin().Acks("liqiang").Resolves("liqiang").Issue,
        Life.Begin().Acks("liqiang").Resolves("liqiang").Confirms("zhou").Issue,
        Life.Begin().Acks("liqiang").Defers("liqiang", At.AddDays(1)).Issue,
        Life.Begin().Acks("liqiang").Returns("liqiang").Issue,
        Life.Begin().Happens(new IssueEvent.MergedInto("zhou", At, 9, 12)).Issue,
        Life.Begin().Happens(new IssueEvent.Withdrawn("zhou", At)).Issue,
        Life.Begin().Rejects("chen").Issue,
    }.ToDictionary(i => i.Stage.GetType(), i => i with { AlsoReportedBy = ["gao"], ReporterCount = 2 });

    private static IssueEvent Event(Type type, Stage stage, DateTimeOffset at) => type.Name switch
    {
        nameof(IssueEvent.TimeIsUp) => new IssueEvent.TimeIsUp(at),
        nameof(IssueEvent.Acknowledged) => new IssueEvent.Acknowledged("wu", at),
        nameof(IssueEvent.Declined) => new IssueEvent.Declined(stage is Stage.Returned ? "he" : "wu", at),
        nameof(IssueEvent.Heard) => new IssueEvent.Heard("zhou", at),
        nameof(IssueEvent.NeededNow) => new IssueEvent.NeededNow("zhou", at),
        nameof(IssueEvent.Called) => new IssueEvent.Called("zhou", at),
        nameof(IssueEvent.OnSite) => new IssueEvent.OnSite("zhou", at),
        nameof(IssueEvent.Read) => new IssueEvent.Read("liu", at),
        nameof(IssueEvent.Assigned) => new IssueEvent.Assigned("liqiang", at, Level.Community),
        nameof(IssueEvent.Progressed) => new IssueEvent.Progressed("liqiang", at, "已联系工地"),
        nameof(IssueEvent.Resolved) => new IssueEvent.Resolved("liqiang", at, "工地已停工"),
        nameof(IssueEvent.Confirmed) => new IssueEvent.Confirmed("zhou", at),
        nameof(IssueEvent.Disputed) => new IssueEvent.Disputed("zhou", at, "还在响"),
        nameof(IssueEvent.Reopened) => new IssueEvent.Reopened("zhou", at, "又响了"),
        nameof(IssueEvent.Withdrawn) => new IssueEvent.Withdrawn("zhou", at),
        nameof(IssueEvent.Viewed) => new IssueEvent.Viewed("chen", at, false),
        nameof(IssueEvent.Transferred) => new IssueEvent.Transferred("liqiang", at, "sunmei"),
        nameof(IssueEvent.Returned) => new IssueEvent.Returned("liqiang", at, "属职能部门"),
        nameof(IssueEvent.Escalated) => new IssueEvent.Escalated("liqiang", at),
        nameof(IssueEvent.GivenUp) => new IssueEvent.GivenUp("liqiang", at),
        nameof(IssueEvent.Deferred) => new IssueEvent.Deferred("liqiang", at, at.AddDays(2), "等配件"),
        nameof(IssueEvent.Corrected) => new IssueEvent.Corrected("liqiang", at, "rubbish", null, null, null),
        nameof(IssueEvent.MergedInto) => new IssueEvent.MergedInto("liqiang", at, 9, 12),
        nameof(IssueEvent.Unmerged) => new IssueEvent.Unmerged("zhou", at),
        nameof(IssueEvent.AlsoReported) => new IssueEvent.AlsoReported("sunmei", at),
        nameof(IssueEvent.ReportParted) => new IssueEvent.ReportParted("gao", at, TestTown.Building10),
        nameof(IssueEvent.Supplemented) => new IssueEvent.Supplemented("zhou", at, "是南边那个工地"),
        nameof(IssueEvent.Nudged) => new IssueEvent.Nudged("zhou", at),
        nameof(IssueEvent.OwnerLeft) => new IssueEvent.OwnerLeft(at),
        nameof(IssueEvent.Rejected) => new IssueEvent.Rejected("chen", at, "情况不符"),
        _ => throw new ArgumentException($"No event of this sort is written here: {type.Name}."),
    };

    public static TheoryData<string, string> Pairs => new(Closed<Stage>().SelectMany(s => Closed<IssueEvent>().Select(e => (s.Name, e.Name))));

    [Theory, MemberData(nameof(Pairs))]
    public void Each_stage_answers_each_event_as_written(string stageName, string eventName)
    {
        var stage = Closed<Stage>().Single(t => t.Name == stageName);
        var sort = Closed<IssueEvent>().Single(t => t.Name == eventName);
        var issue = Stages[stage];

        var decision = IssueLifecycle.Decide(issue, Event(sort, issue.Stage, issue.NextDueAt ?? At.AddDays(9)), TestTown.Scene);

        Assert.Equal(ReadTable()[(stageName, eventName)], decision switch
        {
            Decision.Changed => "+",
            Decision.Nothing => "-",
            Decision.Refused refused => Words.Single(w => w.Value == refused.Why).Key,
            _ => "?",
        });
        Promises.HoldAfter(issue, decision);
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Strangers_and_people_of_another_place_never_break_the_table(string stageName, string eventName)
    {
        var issue = Stages[Closed<Stage>().Single(t => t.Name == stageName)];
        var sort = Closed<IssueEvent>().Single(t => t.Name == eventName);
        foreach (var who in new[] { "nobody", "qian", "gao", "WU" })
        {
            var happened = WithActor(Event(sort, issue.Stage, At.AddHours(1)), who);
            Promises.HoldAfter(issue, IssueLifecycle.Decide(issue, happened, TestTown.Scene));
        }
    }

    private static IssueEvent WithActor(IssueEvent happened, string who)
    {
        happened.GetType().GetProperty("By")?.SetValue(happened, who);
        return happened;
    }

    private static Type[] Closed<T>() => [.. typeof(T).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(T)))];

    private static Dictionary<(string Stage, string Event), string> ReadTable()
    {
        var rows = Written.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return rows.Skip(1).SelectMany(row => rows[0].Skip(1).Select((stage, i) => (Key: (stage, row[0]), Word: row[i + 1])))
            .ToDictionary(c => c.Key, c => c.Word);
    }
}
