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

        if (Privacy.IsAbout(issue, e.To))
        {
            return No(Refusal.ReceiverConcerned);
        }

        if (Same(e.By, e.To))
        {
            return issue.Stage is Stage.Acknowledged taken && Same(taken.By, e.By)
                ? No(Refusal.AlreadyTakenByYou)
                : Take(issue, e.By, e.At, scene);
        }

        if (issue.Stage is Stage.Acknowledged had && Same(had.By, e.To))
        {
            return No(Refusal.AlreadyTaken);
        }

        if (issue.Stage is Stage.Waiting { Person: { } asked } && Same(asked, e.To))
        {
            return new Decision.Nothing();
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "transferred", $$"""{"to":"{{to.UserId}}"}""") };
        var (resumed, effects) = LetGo(issue, e.By, e.At, scene);
        return new Decision.Changed(LadderClimb.Person(resumed, to, scene, e.At, RingCause.Transferred, history, effects, e.By), history, effects);
    }

    /// <summary>To one person of the rung by name, to several together; unanswered it goes on as from that rung.</summary>
    private static Decision Assign(Issue issue, IssueEvent.Assigned e, Scene scene)
    {
        if (!MayAct(issue, e.By, scene))
        {
            return No(Refusal.NotOnItsLadder);
        }

        var people = Privacy.Askable(issue, e.To, scene.Roster.ResponsibleAt(issue.PlaceId, e.To));
        if (people.Count <= 1 || people.Any(p => Same(p.UserId, e.By)))
        {
            return people.Count == 0
                ? No(Refusal.NobodyThere)
                : Transfer(issue, new IssueEvent.Transferred(e.By, e.At, people.FirstOrDefault(p => Same(p.UserId, e.By), people[0]).UserId), scene);
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "transferred", $$"""{"level":"{{e.To}}"}""") };
        var (resumed, effects) = LetGo(issue, e.By, e.At, scene);
        return new Decision.Changed(LadderClimb.People(resumed, people, e.To, scene, e.At, history, effects, e.By), history, effects);
    }

    /// <summary>Whoever hands it on has answered, nobody else is asked any more, and what was put off goes on.</summary>
    private static (Issue Resumed, List<Effect> Effects) LetGo(Issue issue, string by, DateTimeOffset at, Scene scene) =>
        (issue.Stage is Stage.Deferred deferred ? Resumed(issue, deferred, at, scene) : issue,
            [
                .. AnswerOf(issue, by, at, scene),
                new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Covered, at)),
                new Effect.StopRinging(by),
            ]);

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
        if (issue.Stage is Stage.Waiting && issue.Rungs.LastOrDefault(r => Same(r.UserId, e.By) && r.Summons >= issue.ClimbFrom) is { } rung)
        {
            effects.Add(ResponseOf(rung, ResponseOutcome.Declined, e.At, scene));
        }

        effects.Add(new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)));
        effects.Add(new Effect.StopRinging(e.By));
        var returned = issue with { Returns = issue.Returns + 1 };
        return new Decision.Changed(AskDispatcher(returned, e.By, e.Why, scene, e.At, history, effects), history, effects);
    }

    /// <summary>
    /// The dispatcher is rung; at the third return the sub-district, for a ruling. Nobody is asked about their own
    /// return while somebody else can be, and the fallback owner is when nobody is left.
    /// </summary>
    private static Issue AskDispatcher(
        Issue issue, string by, string why, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects)
    {
        var forRuling = issue.Returns >= ReturnsBeforeRuling;
        var office = scene.Roster.OfficeOf(issue.PlaceId);
        List<Person> deciders = scene.Roster.FindPerson(office?.Dispatcher) is { } dispatcher && !forRuling && !Same(dispatcher.UserId, by)
            ? [dispatcher]
            : [.. scene.Roster.ResponsibleAt(issue.PlaceId, Level.SubDistrict).Where(p => !Same(p.UserId, by))];
        deciders.RemoveAll(p => Privacy.IsAbout(issue, p.UserId));
        if (deciders.Count == 0 && scene.Roster.FindPerson(office?.FallbackOwner) is { } fallback)
        {
            deciders.Add(fallback);
        }

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
            Stage.Returned { ForRuling: true } => Level.SubDistrict,
            _ => Level.Community,
        };
        if (level >= Level.SubDistrict)
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

        if (!RanksAtLeast(Level.Grid, issue, e.By, scene))
        {
            return No(Refusal.NotAllowedAtYourLevel);
        }

        if (string.IsNullOrWhiteSpace(e.Why))
        {
            return No(Refusal.DateNeeded);
        }

        if (e.Until is not { } until || until <= e.At)
        {
            return No(Refusal.DateNeeded);
        }

        var resumed = issue.Stage is Stage.Deferred before ? Resumed(issue, before, e.At, scene) : issue;
        return new Decision.Changed(
            resumed with
            {
                Stage = new Stage.Deferred(e.By, issue.Owner, until, e.Why, e.At),
                NextDueAt = Mornings.After(issue, until, scene),
            },
            [new HistoryNote(e.At, e.By, "deferred", Words(e.Why))],
            [
                new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
                new Effect.StopRinging(e.By),
                .. Same(issue.ReporterId, e.By) ? Array.Empty<Effect>() : [new Effect.Tell(issue.ReporterId, Notice.Deferred)],
            ]);
    }

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
        var endsAlarm = issue.Urgency == Urgency.Emergency && IsReporter(issue, e.By);
        if (!endsAlarm && !(MayAct(issue, e.By, scene) && RanksAtLeast(Level.Community, issue, e.By, scene)))
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
                    .. CallOff(issue, e.By),
                ]);
    }
}
