namespace GridBot.Core.Issues;

/// <content>What is said about it by those who don't take it: somebody is on it, somebody has seen it.</content>
public static partial class IssueLifecycle
{
    /// <summary>So long the next step waits at least for the own tap of somebody who is said to be on it.</summary>
    internal static readonly TimeSpan LeastHold = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whoever is being rung alone is asked 1:1, and the next step waits for them, once per issue. Where several are rung, or
    /// life is in danger, only one's own tap counts.
    /// </summary>
    private static Decision Hear(Issue issue, Stage.Waiting waiting, IssueEvent.Heard e, Scene scene)
    {
        var asked = issue.Rungs.Where(r => r.Summons == issue.Summons && !issue.Declined.Any(d => Same(d, r.UserId))).ToList();
        if (issue.Urgency == Urgency.Emergency || waiting.OnBoard || asked is not [var only] || RingIsHeld(issue, e.At))
        {
            return No(Refusal.TapYourself);
        }

        if (issue.Hold is { } before)
        {
            return No(before.Summons == issue.Summons ? Refusal.AskedThemAlready : Refusal.TapYourself);
        }

        var until = scene.Calendar.After(QuietFor(issue, scene), e.At + LeastHold);
        var due = issue.NextDueAt > until ? issue.NextDueAt.Value : until;
        return new Decision.Changed(
            issue with { Hold = new Hold(issue.Summons, only.UserId, e.At), NextDueAt = due },
            [new HistoryNote(e.At, e.By, "heard", $$"""{"asked":"{{only.UserId}}","until":"{{due.UtcDateTime:O}}"}""")],
            [new Effect.AskIfOnIt(only.UserId)]);
    }

    private static Decision NoteRead(Issue issue, IssueEvent.Read e, Scene scene) =>
        MayAct(issue, e.By, scene)
            ? new Decision.Changed(issue, [new HistoryNote(e.At, e.By, "read")], [])
            : No(Refusal.NotOnItsLadder);
}
