using System.Text.Json;
using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>Somebody takes it, works on it, is done with it, or gives it up.</content>
public static partial class IssueLifecycle
{
    private static Decision Take(Issue issue, string by, DateTimeOffset at, Scene scene, string? words = null)
    {
        if (!MayAct(issue, by, scene))
        {
            return NoteHelper(issue, by, at) ?? No(Refusal.NotOnItsLadder);
        }

        var resumed = issue.Stage is Stage.Deferred deferred ? Resumed(issue, deferred, at, scene) : issue;
        var taken = resumed with { Stage = new Stage.Acknowledged(by, at, LevelOf(issue, by, scene)), Reminders = 0, TakenTold = true };
        return new Decision.Changed(
            taken with { NextDueAt = FirstReminder(taken, at, scene) },
            words is null
                ? [new HistoryNote(at, by, "acknowledged")]
                : [new HistoryNote(at, by, "acknowledged"), new HistoryNote(at, by, "progressed", Words(words))],
            [
                .. AnswerOf(issue, by, at, scene),
                new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Covered, at)),
                new Effect.StopRinging(by),
                .. issue.TakenTold ? Array.Empty<Effect>() : [new Effect.TellGroup(GroupNews.Taken, by)],
                .. TellReporter(issue, by, Notice.TakenForReporter),
                .. LeadsTheSubDistrict(issue, by, scene) ? [new Effect.AskToAssign(by)] : Array.Empty<Effect>(),
            ]);
    }

    /// <summary>Leaders assign; where life is in danger nothing stands between them and what they do.</summary>
    private static bool LeadsTheSubDistrict(Issue issue, string by, Scene scene) =>
        issue.Urgency != Urgency.Emergency && LevelOf(issue, by, scene) == Level.SubDistrict;

    private static Decision Help(Issue issue, Stage.Acknowledged taken, IssueEvent.Acknowledged e) =>
        Same(taken.By, e.By) ? No(Refusal.AlreadyTakenByYou) : NoteHelper(issue, e.By, e.At) ?? No(Refusal.AlreadyTaken);

    private static Decision? NoteHelper(Issue issue, string by, DateTimeOffset at) =>
        issue.Helpers.Any(h => Same(h, by))
            ? null
            : new Decision.Changed(issue with { Helpers = [.. issue.Helpers, by] }, [new HistoryNote(at, by, "helper_noted")], []);

    private static Decision NoteProgress(Issue issue, IssueEvent.Progressed e, Scene scene) =>
        MayAct(issue, e.By, scene) || issue.Helpers.Any(h => Same(h, e.By))
            ? new Decision.Changed(issue, [new HistoryNote(e.At, e.By, "progressed", Words(e.Words))], [])
            : No(Refusal.NotOnItsLadder);

    private static Decision Resolve(Issue issue, IssueEvent.Resolved e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene) && !issue.Helpers.Any(h => Same(h, e.By)))
        {
            return IsReporter(issue, e.By)
                ? SettledByReporter(issue, new IssueEvent.Confirmed(e.By, e.At))
                : No(Refusal.NotOnItsLadder);
        }

        var withoutTaking = issue.Stage is not Stage.Acknowledged;
        var resumed = issue.Stage is Stage.Deferred deferred ? Resumed(issue, deferred, e.At, scene) : issue;
        return new Decision.Changed(
            resumed with { Stage = new Stage.Resolved(e.By, e.At, e.Words), NextDueAt = e.At + scene.Policy.CloseAfter },
            [
                new HistoryNote(e.At, e.By, "resolved", withoutTaking ? """{"without_taking":true}""" : null),
                .. Same(issue.ReporterId, e.By) ? [new HistoryNote(e.At, e.By, "own_report")] : Array.Empty<HistoryNote>(),
            ],
            [
                .. AnswerOf(issue, e.By, e.At, scene),
                new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Covered, e.At)),
                new Effect.StopRinging(e.By),
                new Effect.TellGroup(GroupNews.Resolved, e.By),
                .. Same(issue.ReporterId, e.By) ? Array.Empty<Effect>() : [new Effect.AskReporter(issue.ReporterId)],
                .. issue.Urgency == Urgency.Emergency ? TellEverybodyRung(issue, e.By) : [],
            ]);
    }

    private static Decision GiveUp(Issue issue, Stage.Acknowledged taken, IssueEvent.GivenUp e, Scene scene)
    {
        if (!Same(taken.By, e.By))
        {
            return No(Refusal.NotTheOwner);
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "given_up") };
        var effects = new List<Effect> { new Effect.StopRinging(e.By) };
        var next = LadderClimb.SameRung(issue, LevelOf(issue, e.By, scene), e.By, scene, e.At, RingCause.GivenUp, history, effects);
        return new Decision.Changed(next, history, effects);
    }

    /// <summary>Waits again on the rung on which it was taken; whoever keeps the roster is told by whoever notices, once for all.</summary>
    private static Decision.Changed LetGo(Issue issue, Stage.Acknowledged taken, IssueEvent.OwnerLeft e, Scene scene)
    {
        var history = new List<HistoryNote> { new(e.At, taken.By, "owner_left") };
        var effects = new List<Effect> { new Effect.StopRinging(null) };
        var level = taken.Rung ?? LevelOf(issue, taken.By, scene);
        return new Decision.Changed(LadderClimb.SameRung(issue, level, taken.By, scene, e.At, RingCause.GivenUp, history, effects), history, effects);
    }

    /// <summary>An honest no: whoever else was asked with them is still asked; when nobody is, the next rung is, at once.</summary>
    private static Decision Decline(Issue issue, IssueEvent.Declined e, Scene scene)
    {
        if (issue.Rungs.LastOrDefault(r => r.Summons == issue.Summons && Same(r.UserId, e.By)) is not { } rung)
        {
            return No(Refusal.CardIsOld);
        }

        if (issue.Declined.Any(d => Same(d, e.By)))
        {
            return new Decision.Nothing();
        }

        var history = new List<HistoryNote> { new(e.At, e.Unreachable ? "" : e.By, e.Unreachable ? "unreachable" : "declined") };
        var effects = new List<Effect>
        {
            ResponseOf(rung, e.Unreachable ? ResponseOutcome.Cancelled : ResponseOutcome.Declined, e.At, scene),
        };
        if (e.Unreachable && scene.Roster.OfficeOf(issue.PlaceId) is { } office)
        {
            effects.Add(new Effect.Tell(office.RosterOwner, Notice.PersonUnreachable));
        }

        var declined = issue with { Declined = [.. issue.Declined, e.By] };
        var othersAsked = issue.Rungs.Any(r => r.Summons == issue.Summons && !declined.Declined.Any(d => Same(d, r.UserId)));
        var next = (othersAsked, issue.Stage) switch
        {
            (true, _) => declined,
            (_, Stage.Returned) => LadderClimb.ToSubDistrict(declined, scene, e.At, history, effects, null),
            (_, Stage.Waiting { OnBoard: true }) when e.Unreachable && LadderClimb.BoardHasAnother(declined, scene) =>
                LadderClimb.Board(declined, scene, e.At, history, effects, null),
            (_, Stage.Waiting { OnBoard: false } waiting) =>
                LadderClimb.Above(declined, waiting.Level, scene, e.At, RingCause.Step, history, effects),
            _ => declined,
        };
        return new Decision.Changed(next, history, effects);
    }

    private static Effect.NoteResponse ResponseOf(Rung rung, ResponseOutcome outcome, DateTimeOffset at, Scene scene)
    {
        var waited = at > rung.At ? at - rung.At : TimeSpan.Zero;
        return new Effect.NoteResponse(new ResponseChange.Answered(
            rung.Summons, rung.UserId, at, outcome,
            (long)waited.TotalMilliseconds,
            (long)scene.Calendar.WorkingBetween(rung.At, at, scene.Policy.WorkingHours).TotalMilliseconds));
    }

    /// <summary>The response-time row of whoever answers: their own last summons of this climb, late when the ladder had gone on.</summary>
    private static Effect[] AnswerOf(Issue issue, string by, DateTimeOffset at, Scene scene)
    {
        if (issue.Stage is not (Stage.Waiting or Stage.Returned)
            || issue.Rungs.LastOrDefault(r => Same(r.UserId, by) && r.Summons >= issue.ClimbFrom) is not { } rung)
        {
            return [];
        }

        return [ResponseOf(rung, rung.Summons == issue.Summons ? ResponseOutcome.Answered : ResponseOutcome.AnsweredLate, at, scene)];
    }

    /// <summary>The reporter hears 1:1 only where the group doesn't tell them.</summary>
    private static Effect[] TellReporter(Issue issue, string by, Notice notice) =>
        issue.SaidIn is not null || Same(issue.ReporterId, by) ? [] : [new Effect.Tell(issue.ReporterId, notice)];

    private static string Words(string words) => JsonSerializer.Serialize(new Dictionary<string, string> { ["words"] = words }, PlainJson);

    private static readonly JsonSerializerOptions PlainJson = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
