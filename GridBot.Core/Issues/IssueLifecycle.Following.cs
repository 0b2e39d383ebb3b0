using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>What the reporters do: confirm, dispute, ask again, add, take back.</content>
public static partial class IssueLifecycle
{
    private static readonly TimeSpan NudgePause = TimeSpan.FromMinutes(10);
    private const int LongestText = 1000;

    /// <summary>Stands between the first words and what was added later.</summary>
    public const string SupplementMark = "；补充：";

    private static Decision Confirm(Issue issue, IssueEvent.Confirmed e) =>
        IsReporter(issue, e.By)
            ? Over(issue, new Stage.Closed(IsOwnReport(issue) ? ClosedBecause.OwnReport : ClosedBecause.Confirmed, e.At),
                new HistoryNote(e.At, e.By, "confirmed"), new Effect.StopRinging(e.By))
            : No(Refusal.NotItsReporter);

    /// <summary>Nobody counts as content with their own work.</summary>
    private static bool IsOwnReport(Issue issue) => issue.Stage is Stage.Resolved resolved && Same(resolved.By, issue.ReporterId);

    /// <summary>The reporter says that it is over before anybody said that it was done.</summary>
    private static Decision SettledByReporter(Issue issue, IssueEvent.Confirmed e) =>
        IsReporter(issue, e.By)
            ? Over(issue, new Stage.Closed(ClosedBecause.Confirmed, e.At), new HistoryNote(e.At, e.By, "settled_by_reporter"),
                [
                    new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
                    new Effect.StopRinging(e.By),
                    new Effect.TellGroup(GroupNews.Resolved, e.By),
                    .. CallOff(issue, e.By),
                ])
            : No(Refusal.NotItsReporter);

    private static Decision Dispute(Issue issue, Stage.Resolved resolved, IssueEvent.Disputed e, Scene scene)
    {
        if (!IsReporter(issue, e.By))
        {
            return No(Refusal.NotItsReporter);
        }

        var history = new List<HistoryNote> { new(e.At, e.By, "disputed") };
        var effects = new List<Effect> { new Effect.StopRinging(e.By) };
        var again = issue with
        {
            Disputed = true,
            Reworks = issue.Reworks + 1,
            ResponseSince = e.At,
            ResolveBy = ResolutionLimit(issue, scene, e.At),
            Reminders = 0,
        };
        if (issue.Disputed)
        {
            return new Decision.Changed(AskDispatcher(again, e.By, "", scene, e.At, history, effects), history, effects);
        }

        var level = LevelOf(issue, resolved.By, scene);
        var next = level == Level.SubDistrict
            ? LadderClimb.SameRung(again, level, "", scene, e.At, RingCause.Disputed, history, effects)
            : LadderClimb.Above(again, level, scene, e.At, RingCause.Disputed, history, effects);
        return new Decision.Changed(next, history, effects);
    }

    private static Decision Reopen(Issue issue, string by, DateTimeOffset at, Scene scene)
    {
        if (!IsReporter(issue, by) && !MayAct(issue, by, scene))
        {
            return No(Refusal.NotItsReporter);
        }

        var history = new List<HistoryNote> { new(at, by, "reopened") };
        var effects = new List<Effect> { new Effect.StopRinging(by), new Effect.TellGroup(GroupNews.Reopened, by) };
        var again = issue with
        {
            Code = issue.Stage is Stage.Closed ? 0 : issue.Code,
            Reopens = issue.Reopens + 1,
            Disputed = false,
            ResponseSince = at,
            ResolveBy = ResolutionLimit(issue, scene, at),
            Reminders = 0,
        };
        return new Decision.Changed(LadderClimb.FromTheStart(again, scene, at, RingCause.Reopened, history, effects), history, effects);
    }

    private static Decision Withdraw(Issue issue, IssueEvent.Withdrawn e) =>
        Same(issue.ReporterId, e.By)
            ? Over(MayErase(issue, e) ? Erased(issue) : issue, new Stage.Withdrawn(e.At), new HistoryNote(e.At, e.By, "withdrawn"),
                [
                    .. MayErase(issue, e) ? [new Effect.EraseWords()] : Array.Empty<Effect>(),
                    new Effect.NoteResponse(new ResponseChange.CloseOpen(ResponseOutcome.Cancelled, e.At)),
                    new Effect.StopRinging(e.By),
                    new Effect.TellGroup(GroupNews.Withdrawn, e.By),
                    .. CallOff(issue, e.By),
                ])
            : No(Refusal.NotItsReporter);

    /// <summary>Too late for a reporter to take it back, except a false alarm: nobody must run for nothing.</summary>
    private static Decision WithdrawTaken(Issue issue, IssueEvent.Withdrawn e) =>
        issue.Urgency == Urgency.Emergency
            ? Withdraw(issue, e)
            : No(Same(issue.ReporterId, e.By) ? Refusal.AlreadyTaken : Refusal.NotItsReporter);

    private static Decision Supplement(Issue issue, IssueEvent.Supplemented e, Scene scene)
    {
        var text = $"{issue.Text}{SupplementMark}{e.Words}";
        var told = issue with { Text = text.Length <= LongestText ? text : text[..LongestText] };
        var added = new Decision.Changed(told, [new HistoryNote(e.At, e.By, "supplemented")], TellOwner(issue, Notice.Supplemented, e.By));
        return e.PlaceId is { } place && issue.PlaceInferred
            && Correct(told, new IssueEvent.Corrected(e.By, e.At, null, null, null, place), scene) is Decision.Changed moved
                ? moved with { History = [.. added.History, .. moved.History], Effects = [.. added.Effects, .. moved.Effects] }
                : added;
    }

    private static Decision Nudge(Issue issue, string by, DateTimeOffset at) =>
        issue.Stage is Stage.Acknowledged && (issue.NudgedAt is null || at - issue.NudgedAt >= NudgePause)
            ? new Decision.Changed(issue with { NudgedAt = at }, [new HistoryNote(at, by, "nudged")], TellOwner(issue, Notice.Nudged, by))
            : new Decision.Changed(issue, [new HistoryNote(at, by, "nudged")], []);

    /// <summary>Nobody is told of their own doing.</summary>
    private static Effect[] TellOwner(Issue issue, Notice notice, string by) =>
        issue.Stage is Stage.Acknowledged taken && !Same(taken.By, by) ? [new Effect.Tell(taken.By, notice)] : [];

    /// <summary>It ends without having been done: its owner hears it, and of an emergency everybody who was rung.</summary>
    private static Effect[] CallOff(Issue issue, string by) =>
        issue.Urgency == Urgency.Emergency ? TellEverybodyRung(issue, by) : TellOwner(issue, Notice.CalledOff, by);

    /// <summary>Greyed cards alone would leave people running.</summary>
    private static Effect[] TellEverybodyRung(Issue issue, string by, Notice notice = Notice.AlarmOff) =>
        [.. issue.Rungs.Select(r => r.UserId).Append(issue.Owner ?? by).Concat(issue.Alarm?.OnSite ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(u => !Same(u, by))
            .Select(u => new Effect.Tell(u, notice))];
}
