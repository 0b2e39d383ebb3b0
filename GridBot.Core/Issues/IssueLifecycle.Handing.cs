using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>It goes to somebody else, somewhere else, or to rest.</content>
public static partial class IssueLifecycle
{
    private const int ReturnsBeforeRuling = 3;

    private static Decision Transfer(Issue issue, IssueEvent.Transferred e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene))
        {
            return No(Refusal.NotOnItsLadder);
        }

        if (scene.Roster.FindPerson(e.To) is not { } to || !scene.Roster.IsWithin(to.PlaceId, issue.SubDistrictId))
        {
            return No(Refusal.ReceiverOutside);
        }

        if (Same(e.By, e.To))
        {
            return issue.Stage is Stage.Acknowledged taken && Same(taken.By, e.By)
                ? No(Refusal.AlreadyTakenByYou)
                : Take(issue, e.By, e.At, scene);
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "transferred", $$"""{"to":"{{to.UserId}}"}""") };
        var effects = new List<Effect>
        {
            new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Covered, e.At)),
            new Effect.StopRinging(e.By),
        };
        var resumed = issue.Stage is Stage.Deferred deferred ? Resumed(issue, deferred, e.At) : issue;
        return new Decision.Changed(LadderClimb.Person(resumed, to, scene, e.At, RingCause.Transferred, history, effects), history, effects);
    }

    private static Decision Return(Issue issue, IssueEvent.Returned e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene))
        {
            return No(Refusal.NotOnItsLadder);
        }

        if (issue.Stage is Stage.Acknowledged taken && !Same(taken.By, e.By))
        {
            return No(Refusal.NotTheOwner);
        }

        if (string.IsNullOrWhiteSpace(e.Why))
        {
            return No(Refusal.ReasonNeeded);
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "returned", Words(e.Why)) };
        var effects = new List<Effect>();
        if (issue.Stage is Stage.Waiting && issue.Rungs.LastOrDefault(r => Same(r.UserId, e.By)) is { } rung)
        {
            effects.Add(ResponseOf(rung, ResponseOutcome.Declined, e.At, scene));
        }

        effects.Add(new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)));
        effects.Add(new Effect.StopRinging(e.By));
        var returned = issue with { Returns = issue.Returns + 1 };
        return new Decision.Changed(AskDispatcher(returned, e.By, e.Why, scene, e.At, history, effects), history, effects);
    }

    /// <summary>The dispatcher is rung; at the third return the sub-district, for a ruling.</summary>
    private static Issue AskDispatcher(
        Issue issue, string by, string why, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects)
    {
        var forRuling = issue.Returns >= ReturnsBeforeRuling;
        var dispatcher = scene.Roster.FindPerson(scene.Roster.OfficeOf(issue.PlaceId)?.Dispatcher);
        IReadOnlyList<Person> deciders = forRuling || dispatcher is null
            ? scene.Roster.ResponsibleAt(issue.PlaceId, Level.SubDistrict)
            : [dispatcher];
        var rung = LadderClimb.Deciders(issue, deciders, scene, at, RingCause.Returned, history, effects);
        return rung with { Stage = new Stage.Returned(by, why, forRuling, at) };
    }

    private static Decision Escalate(Issue issue, IssueEvent.Escalated e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene) && !IsReporter(issue, e.By))
        {
            return No(Refusal.NotOnItsLadder);
        }

        if (e.FromSummons is { } card && card != issue.Summons)
        {
            return No(Refusal.CardIsOld);
        }

        var level = issue.Stage switch
        {
            Stage.Waiting waiting => waiting.Level,
            Stage.Acknowledged taken => LevelOf(issue, taken.By, scene),
            _ => Level.Community,
        };
        if (level >= scene.Policy.LadderFor(issue.Category, issue.Urgency).Steps[^1].Level)
        {
            return No(Refusal.NobodyAbove);
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "escalated") };
        var effects = new List<Effect>
        {
            new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
            new Effect.StopRinging(e.By),
        };
        return new Decision.Changed(LadderClimb.Above(issue, level, scene, e.At, RingCause.Escalated, history, effects), history, effects);
    }

    private static Decision Defer(Issue issue, IssueEvent.Deferred e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene))
        {
            return No(Refusal.NotOnItsLadder);
        }

        if (LevelOf(issue, e.By, scene) < Level.Grid)
        {
            return No(Refusal.NotAllowedAtYourLevel);
        }

        if (string.IsNullOrWhiteSpace(e.Why))
        {
            return No(Refusal.ReasonNeeded);
        }

        if (e.Until is not { } until || until <= e.At)
        {
            return No(Refusal.DateNeeded);
        }

        var resumed = issue.Stage is Stage.Deferred before ? Resumed(issue, before, e.At) : issue;
        return new Decision.Changed(
            resumed with { Stage = new Stage.Deferred(e.By, issue.Owner, until, e.Why, e.At), NextDueAt = until },
            [new HistoryNote(e.At, e.By, "deferred", Words(e.Why))],
            [
                new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
                new Effect.StopRinging(e.By),
                new Effect.TellGroup(GroupNews.Deferred, e.By),
            ]);
    }

    private static Decision Correct(Issue issue, IssueEvent.Corrected e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene) && !IsReporter(issue, e.By))
        {
            return No(Refusal.NotOnItsLadder);
        }

        var corrected = issue with
        {
            Category = e.Category ?? issue.Category,
            Subcategory = e.Category is null ? issue.Subcategory : e.Subcategory,
            Urgency = e.Urgency ?? (e.Category is null ? issue.Urgency : UrgencyOf(e.Category, e.Subcategory, scene)),
            PlaceId = e.PlaceId ?? issue.PlaceId,
            PlaceInferred = e.PlaceId is null && issue.PlaceInferred,
            PlaceDetail = e.PlaceId is null ? issue.PlaceDetail : null,
        };
        if (corrected == issue)
        {
            return new Decision.Nothing();
        }

        corrected = corrected with { ResolveBy = ResolutionLimit(corrected, scene, issue.ResponseSince) };
        var history = new List<HistoryNote>
        {
            new(e.At, e.By, "corrected", $$"""{"category":"{{corrected.Category}}","place":"{{corrected.PlaceId}}","was":"{{issue.Category}}","was_place":"{{issue.PlaceId}}"}"""),
        };
        var moved = scene.Roster.AncestorAt(corrected.PlaceId, Level.Grid)?.Id != scene.Roster.AncestorAt(issue.PlaceId, Level.Grid)?.Id;
        var worse = corrected.Urgency == Urgency.Emergency && issue.Urgency != Urgency.Emergency;
        if (issue.Stage is Stage.Acknowledged && !moved)
        {
            return new Decision.Changed(corrected with { NextDueAt = FirstReminder(corrected, e.At, scene) }, history, []);
        }

        if (!moved && !worse)
        {
            return new Decision.Changed(corrected, history, []);
        }

        var effects = new List<Effect>
        {
            new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
            new Effect.StopRinging(e.By),
        };
        return new Decision.Changed(
            LadderClimb.FromTheStart(corrected with { ResponseSince = e.At }, scene, e.At, RingCause.Opened, history, effects), history, effects);
    }

    private static Urgency UrgencyOf(string category, string? subcategory, Scene scene) =>
        scene.Categories[category].Subcategories.FirstOrDefault(s => s.Code == subcategory)?.Urgency ?? scene.Categories[category].Urgency;

    private static Decision Merge(Issue issue, IssueEvent.MergedInto e) =>
        e.Into == issue.Id
            ? No(Refusal.NothingToUndo)
            : Over(issue, new Stage.Merged(e.Into, e.IntoNumber, e.At), new HistoryNote(e.At, e.By, "merged", $$"""{"into":{{e.IntoNumber}}}"""),
                [
                    new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
                    new Effect.StopRinging(e.By),
                    new Effect.TellGroup(GroupNews.Merged, e.By),
                ]);

    private static Decision Unmerge(Issue issue, IssueEvent.Unmerged e, Scene scene)
    {
        var history = new List<HistoryNote> { new(e.At, e.By, "unmerged") };
        var effects = new List<Effect>();
        var apart = issue with { Code = 0, ResponseSince = e.At, ResolveBy = ResolutionLimit(issue, scene, e.At), Reminders = 0 };
        return new Decision.Changed(LadderClimb.FromTheStart(apart, scene, e.At, RingCause.Opened, history, effects), history, effects);
    }

    private static Decision Reject(Issue issue, IssueEvent.Rejected e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene) || LevelOf(issue, e.By, scene) < Level.Community)
        {
            return No(Refusal.NotAllowedAtYourLevel);
        }

        return string.IsNullOrWhiteSpace(e.Why)
            ? No(Refusal.ReasonNeeded)
            : Over(issue, new Stage.Rejected(e.By, e.Why, e.At), new HistoryNote(e.At, e.By, "rejected", Words(e.Why)),
                [
                    new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
                    new Effect.StopRinging(e.By),
                    new Effect.TellGroup(GroupNews.CalledOff, e.By),
                    .. issue.Urgency == Urgency.Emergency ? CallEverybodyBack(issue, e.By) : TellOwner(issue, Notice.CalledOff),
                ]);
    }
}
