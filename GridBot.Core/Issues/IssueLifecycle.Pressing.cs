namespace GridBot.Core.Issues;

/// <content>It can't wait for the morning, or life is in danger: help is called, somebody is on the way.</content>
public static partial class IssueLifecycle
{
    /// <summary>The reporter knows best whether it can wait: from now on it is urgent, and rings at once by the steps of the hour.</summary>
    private static Decision NeedNow(Issue issue, IssueEvent.NeededNow e, Scene scene)
    {
        if (!IsReporter(issue, e.By))
        {
            return No(Refusal.NotItsReporter);
        }

        if (!RingIsHeld(issue, e.At))
        {
            return No(Refusal.RingingAlready);
        }

        var history = new List<HistoryNote>
        {
            new(e.At, e.By, "needed_now", $$"""{"urgency":"{{Urgency.Urgent}}","was":"{{issue.Urgency}}"}"""),
        };
        var effects = new List<Effect>
        {
            new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
            new Effect.StopRinging(e.By),
        };
        var urgent = issue with { Urgency = Urgency.Urgent, ResponseSince = e.At };
        return new Decision.Changed(LadderClimb.FromTheStart(urgent, scene, e.At, RingCause.Opened, history, effects), history, effects);
    }

    private static Decision NoteCalled(Issue issue, IssueEvent.Called e) =>
        issue.Urgency == Urgency.Emergency && issue.Alarm?.CalledAt is null
            ? new Decision.Changed(
                issue with { Alarm = (issue.Alarm ?? Alarm.Raised) with { CalledAt = e.At } },
                [new HistoryNote(e.At, e.By, "called")],
                [new Effect.TellGroup(GroupNews.Called, e.By), .. TellEverybodyRung(issue, e.By, Notice.Called)])
            : new Decision.Nothing();

    /// <summary>Those rung hear of the first who goes; how many more are on the way stands on the card.</summary>
    private static Decision NoteOnSite(Issue issue, IssueEvent.OnSite e)
    {
        var alarm = issue.Alarm ?? Alarm.Raised;
        return issue.Urgency == Urgency.Emergency && !alarm.OnSite.Any(o => Same(o, e.By))
            ? new Decision.Changed(
                issue with { Alarm = alarm with { OnSite = [.. alarm.OnSite, e.By] } },
                [new HistoryNote(e.At, e.By, "onsite")],
                alarm.OnSite.Count == 0 ? TellEverybodyRung(issue, e.By, Notice.OnSite) : [])
            : new Decision.Nothing();
    }
}
