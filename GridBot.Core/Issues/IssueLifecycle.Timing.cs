using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>What happens when nobody does anything.</content>
public static partial class IssueLifecycle
{
    /// <summary>After the limit each further level hears of it after another fifth of the limit, but not sooner than this.</summary>
    private static readonly TimeSpan ShortestReminderGap = TimeSpan.FromHours(1);

    /// <summary>While the brake is on, what is due is put off; nothing else happens to it.</summary>
    private static Decision.Changed? HeldBack(Issue issue, IssueEvent happened, Scene scene) =>
        happened is IssueEvent.TimeIsUp e && issue.Stage.IsOpen && issue.NextDueAt is { } due && due <= e.At && Brake.On(issue, scene, e.At) is { } brake
            ? new Decision.Changed(
                issue with { NextDueAt = brake.Instead(due), HeldUntil = brake.Until },
                [new HistoryNote(e.At, "", "held", $$"""{"until":"{{brake.Until.UtcDateTime:O}}"}""")],
                [])
            : null;

    /// <summary>A rehearsal goes up the ladder like any other, and ends when somebody takes it or the ladder ends.</summary>
    private static Decision.Changed EndRehearsal(Decision.Changed changed) =>
        changed.Issue.Stage is Stage.Waiting { OnBoard: false } ? changed : changed with { Issue = changed.Issue with { NextDueAt = null } };

    private static Decision GoUp(Issue issue, Stage.Waiting waiting, IssueEvent.TimeIsUp e, Scene scene)
    {
        if (e.At < issue.NextDueAt)
        {
            return new Decision.Nothing();
        }

        var history = new List<HistoryNote>();
        var effects = new List<Effect> { new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Missed, e.At)) };
        var top = Privacy.LadderOf(issue, scene, e.At).Steps[^1].Level;
        var next = waiting switch
        {
            { OnBoard: true } => LadderClimb.Board(issue with { Declined = [] }, scene, e.At, history, effects, e.Late),
            { Person: null, Round: > 0 } => LadderClimb.NextRound(issue, waiting, scene, e.At, history, effects, e.Late),
            { Person: null } when waiting.Level >= top => LadderClimb.NextRound(issue, waiting, scene, e.At, history, effects, e.Late),
            _ => LadderClimb.Above(issue, waiting.Level, scene, e.At, RingCause.Step, history, effects, e.Late),
        };
        return new Decision.Changed(next, history, effects);
    }

    private static Decision WatchLimit(Issue issue, Stage.Acknowledged taken, IssueEvent.TimeIsUp e, Scene scene)
    {
        if (e.At < issue.NextDueAt)
        {
            return new Decision.Nothing();
        }

        var quiet = QuietFor(issue, scene);
        var awake = scene.Calendar.After(quiet, e.At);
        if (awake > e.At)
        {
            return new Decision.Changed(issue with { NextDueAt = awake }, [], []);
        }

        if (e.At < issue.ResolveBy)
        {
            return new Decision.Changed(
                issue with { Reminders = 1, NextDueAt = scene.Calendar.After(quiet, issue.ResolveBy) },
                [new HistoryNote(e.At, "", "due_soon")],
                [new Effect.Tell(taken.By, Notice.DueSoon)]);
        }

        var overdueSteps = Math.Max(1, issue.Reminders);
        var (level, supervisors) = SupervisorsAbove(issue, taken.By, overdueSteps, scene);
        var fifth = (issue.ResolveBy - issue.ResponseSince) / 5;
        var gap = level == Level.SubDistrict ? TimeSpan.FromHours(24) : fifth > ShortestReminderGap ? fifth : ShortestReminderGap;

        return new Decision.Changed(
            issue with
            {
                Reminders = overdueSteps + 1,
                Told = issue.IsPrivate ? [.. issue.Told, .. supervisors.Select(p => p.UserId)] : issue.Told,
                NextDueAt = scene.Calendar.After(quiet, e.At + gap),
            },
            [new HistoryNote(e.At, "", "overdue", $$"""{"level":"{{level}}"}""")],
            [new Effect.Tell(taken.By, Notice.Overdue), .. supervisors.Select(p => new Effect.Tell(p.UserId, Notice.Overdue))]);
    }

    /// <summary>Whoever hears of an overrun: so many rungs above its owner, or the next rung above that has people.</summary>
    private static (Level Level, IReadOnlyList<Person> People) SupervisorsAbove(Issue issue, string owner, int steps, Scene scene)
    {
        var level = Math.Min((int)Level.SubDistrict, (int)LevelOf(issue, owner, scene) + steps);
        for (; level <= (int)Level.SubDistrict; level++)
        {
            var people = Privacy.Askable(issue, (Level)level, scene.Roster.ResponsibleAt(issue.PlaceId, (Level)level))
                .Where(p => !Same(p.UserId, owner)).ToList();
            if (people.Count > 0)
            {
                return ((Level)level, people);
            }
        }

        return (Level.SubDistrict, []);
    }

    private static Decision CloseOnSilence(Issue issue, IssueEvent.TimeIsUp e) =>
        e.At < issue.NextDueAt
            ? new Decision.Nothing()
            : IsOwnReport(issue)
                ? Over(issue, new Stage.Closed(ClosedBecause.OwnReport, e.At), new HistoryNote(e.At, "", "closed", """{"why":"own_report"}"""))
                : Over(issue, new Stage.Closed(ClosedBecause.Silence, e.At), new HistoryNote(e.At, "", "closed", """{"why":"silence"}"""));

    private static Decision Wake(Issue issue, Stage.Deferred deferred, IssueEvent.TimeIsUp e, Scene scene)
    {
        if (e.At < issue.NextDueAt)
        {
            return new Decision.Nothing();
        }

        var history = new List<HistoryNote> { new(e.At, "", "woken") };
        var effects = new List<Effect>();
        var awake = Resumed(issue, deferred, e.At, scene);
        var owner = scene.Roster.FindPerson(deferred.Owner);
        var next = owner is null
            ? LadderClimb.FromTheStart(awake with { ResponseSince = e.At }, scene, e.At, RingCause.Woken, history, effects)
            : LadderClimb.Person(awake, owner, scene, e.At, RingCause.Woken, history, effects);
        return new Decision.Changed(next, history, effects);
    }

    private static Decision GoToSubDistrict(Issue issue, IssueEvent.TimeIsUp e, Scene scene)
    {
        if (e.At < issue.NextDueAt)
        {
            return new Decision.Nothing();
        }

        var history = new List<HistoryNote>();
        var effects = new List<Effect> { new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Missed, e.At)) };
        return new Decision.Changed(LadderClimb.ToSubDistrict(issue, scene, e.At, history, effects, e.Late), history, effects);
    }

    /// <summary>
    /// The clocks go on where they stopped: both limits move by the length of the pause, and a limit in working
    /// time has as much working time left as it had.
    /// </summary>
    private static Issue Resumed(Issue issue, Stage.Deferred deferred, DateTimeOffset at, Scene scene)
    {
        var pause = at > deferred.At ? at - deferred.At : TimeSpan.Zero;
        var left = scene.Calendar.WorkingBetween(deferred.At, issue.ResolveBy, scene.Policy.WorkingHours);
        return issue with
        {
            ResolveBy = left > TimeSpan.Zero && scene.Categories[issue.Category].InWorkingTime
                ? scene.Calendar.AddWorking(deferred.At + pause, left, scene.Policy.WorkingHours)
                : issue.ResolveBy + pause,
            ResponseSince = issue.ResponseSince + pause,
        };
    }

    private static Decision.Changed Over(Issue issue, Stage end, HistoryNote note, params IEnumerable<Effect> effects) =>
        new(issue with { Stage = end, NextDueAt = null }, [note], [.. effects, new Effect.FreeCode()]);
}
