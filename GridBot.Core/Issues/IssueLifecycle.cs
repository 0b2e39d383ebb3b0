using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>
/// The life of an issue as one table: stage × event → decision. Every pair is written down, also those
/// where nothing happens, so that repeats, late timers and old cards are harmless by construction.
/// </summary>
public static partial class IssueLifecycle
{
    /// <summary>The first decision of a new issue. The draft brings everything but its stage and its clocks.</summary>
    public static Decision.Changed Open(Issue draft, Scene scene)
    {
        var at = draft.OpenedAt;
        var history = new List<HistoryNote> { new(at, draft.ReporterId, "reported") };
        var effects = new List<Effect>();
        var issue = draft with { ResolveBy = ResolutionLimit(draft, scene, at) };
        var opened = new Decision.Changed(LadderClimb.FromTheStart(issue, scene, at, RingCause.Opened, history, effects), history, effects);
        return issue.IsRehearsal ? EndRehearsal(opened) : opened;
    }

    /// <summary>A report of something known: kept as an issue of its own, already merged, and nobody is rung for it.</summary>
    public static Decision.Changed OpenMerged(Issue draft, Issue into) =>
        new(
            draft with { Stage = new Stage.Merged(into.Id, into.Number, draft.OpenedAt), NextDueAt = null },
            [
                new HistoryNote(draft.OpenedAt, draft.ReporterId, "reported"),
                new HistoryNote(draft.OpenedAt, "", "merged", $$"""{"into":{{into.Number}}}"""),
            ],
            []);

    public static Decision Decide(Issue issue, IssueEvent happened, Scene scene) =>
        (HeldBack(issue, happened, scene) ?? Table(issue, happened, scene)) switch
        {
            Decision.Changed { Issue.IsRehearsal: true } changed => EndRehearsal(changed),
            Decision.Changed changed when changed.Effects.Any(e => e is Effect.StopRinging) =>
                changed with { Issue = changed.Issue with { CardsClosedTo = issue.Summons } },
            var decision => decision,
        };

    private static Decision Table(Issue issue, IssueEvent happened, Scene scene) => (issue.Stage, happened) switch
    {
        (Stage.Waiting s, IssueEvent.TimeIsUp e) => GoUp(issue, s, e, scene),
        (Stage.Acknowledged s, IssueEvent.TimeIsUp e) => WatchLimit(issue, s, e, scene),
        (Stage.Resolved, IssueEvent.TimeIsUp e) => CloseOnSilence(issue, e),
        (Stage.Deferred s, IssueEvent.TimeIsUp e) => Wake(issue, s, e, scene),
        (Stage.Returned, IssueEvent.TimeIsUp e) => GoToSubDistrict(issue, e, scene),
        (_, IssueEvent.TimeIsUp) => new Decision.Nothing(),

        (Stage.Waiting or Stage.Returned or Stage.Deferred, IssueEvent.Acknowledged e) => Take(issue, e.By, e.At, scene),
        (Stage.Acknowledged s, IssueEvent.Acknowledged e) => Help(issue, s, e),
        (Stage.Resolved, IssueEvent.Acknowledged) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Returned, IssueEvent.Declined e) => Decline(issue, e, scene),
        (Stage.Acknowledged s, IssueEvent.Declined e) => Same(s.By, e.By)
            ? GiveUp(issue, s, new IssueEvent.GivenUp(e.By, e.At), scene)
            : No(Refusal.AlreadyTaken),
        (Stage.Deferred, IssueEvent.Declined) => No(Refusal.NotTakenYet),
        (Stage.Resolved, IssueEvent.Declined) => No(Refusal.AlreadyResolved),

        (Stage.Waiting s, IssueEvent.Heard e) => Hear(issue, s, e, scene),
        (Stage.Returned, IssueEvent.Heard) => No(Refusal.TapYourself),
        (Stage.Acknowledged, IssueEvent.Heard) => No(Refusal.AlreadyTaken),
        (Stage.Deferred, IssueEvent.Heard) => No(Refusal.NotTakenYet),
        (Stage.Resolved, IssueEvent.Heard) => No(Refusal.AlreadyResolved),

        (Stage.Waiting, IssueEvent.NeededNow e) => NeedNow(issue, e, scene),
        (Stage.Returned, IssueEvent.NeededNow) => No(Refusal.RingingAlready),
        (Stage.Acknowledged, IssueEvent.NeededNow) => No(Refusal.AlreadyTaken),
        (Stage.Deferred, IssueEvent.NeededNow) => new Decision.Nothing(),
        (Stage.Resolved, IssueEvent.NeededNow) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Called e) => NoteCalled(issue, e),
        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.OnSite e) => NoteOnSite(issue, e),
        (Stage.Resolved, IssueEvent.Called or IssueEvent.OnSite) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Read e) => NoteRead(issue, e, scene),
        (Stage.Resolved, IssueEvent.Read) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Returned or Stage.Deferred, IssueEvent.Progressed e) => Take(issue, e.By, e.At, scene, e.Words),
        (Stage.Acknowledged, IssueEvent.Progressed e) => NoteProgress(issue, e, scene),
        (Stage.Resolved, IssueEvent.Progressed) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Resolved e) => Resolve(issue, e, scene),
        (Stage.Resolved, IssueEvent.Resolved) => No(Refusal.AlreadyResolved),

        (Stage.Resolved, IssueEvent.Confirmed e) => Confirm(issue, e),
        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Confirmed e) => SettledByReporter(issue, e),
        (Stage.Closed, IssueEvent.Confirmed) => No(Refusal.AlreadyOver),

        (Stage.Resolved s, IssueEvent.Disputed e) => Dispute(issue, s, e, scene),
        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Disputed e) => Nudge(issue, e.By, e.At),
        (Stage.Closed, IssueEvent.Disputed e) => Reopen(issue, e.By, e.At, scene),

        (Stage.Closed or Stage.Resolved, IssueEvent.Reopened e) => Reopen(issue, e.By, e.At, scene),
        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Reopened) => No(Refusal.NothingToUndo),

        (not (Stage.Waiting or Stage.Returned), IssueEvent.Withdrawn e) when MayErase(issue, e) && issue.Urgency != Urgency.Emergency => Erase(issue, e),
        (Stage.Waiting or Stage.Returned, IssueEvent.Withdrawn e) => Withdraw(issue, e),
        (Stage.Acknowledged or Stage.Deferred, IssueEvent.Withdrawn e) => WithdrawTaken(issue, e),
        (Stage.Resolved, IssueEvent.Withdrawn) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned, IssueEvent.Transferred e) => Transfer(issue, e, scene),
        (Stage.Deferred, IssueEvent.Transferred e) => Transfer(issue, e, scene),
        (Stage.Resolved, IssueEvent.Transferred) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Assigned e) => Assign(issue, e, scene),
        (Stage.Resolved, IssueEvent.Assigned) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged, IssueEvent.Returned e) => Return(issue, e, scene),
        (Stage.Returned or Stage.Deferred, IssueEvent.Returned) => No(Refusal.NotTheOwner),
        (Stage.Resolved, IssueEvent.Returned) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned, IssueEvent.Escalated e) => Escalate(issue, e, scene),
        (Stage.Deferred, IssueEvent.Escalated) => No(Refusal.NotTakenYet),
        (Stage.Resolved, IssueEvent.Escalated) => No(Refusal.AlreadyResolved),

        (Stage.Acknowledged s, IssueEvent.GivenUp e) => GiveUp(issue, s, e, scene),
        (Stage.Waiting or Stage.Returned or Stage.Deferred, IssueEvent.GivenUp) => No(Refusal.NotTakenYet),
        (Stage.Resolved, IssueEvent.GivenUp) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Deferred e) => Defer(issue, e, scene),
        (Stage.Resolved, IssueEvent.Deferred) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Corrected e) => Correct(issue, e, scene),
        (Stage.Resolved, IssueEvent.Corrected) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.MergedInto e) => Merge(issue, e),
        (Stage.Resolved, IssueEvent.MergedInto) => No(Refusal.AlreadyResolved),

        (Stage.Merged, IssueEvent.Unmerged e) => Unmerge(issue, e, scene),
        (_, IssueEvent.Unmerged) => No(Refusal.NothingToUndo),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.AlsoReported e) => JoinReport(issue, e, scene),
        (Stage.Resolved, IssueEvent.AlsoReported) => No(Refusal.AlreadyResolved),

        (_, IssueEvent.Viewed e) => View(issue, e, scene),

        (_, IssueEvent.ReportParted e) => PartReport(issue, e, scene),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Supplemented e) => Supplement(issue, e, scene),
        (Stage.Resolved, IssueEvent.Supplemented) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Nudged e) => Nudge(issue, e.By, e.At),
        (Stage.Resolved, IssueEvent.Nudged) => No(Refusal.AlreadyResolved),

        (Stage.Waiting or Stage.Acknowledged or Stage.Returned or Stage.Deferred, IssueEvent.Rejected e) => Reject(issue, e, scene),
        (Stage.Resolved, IssueEvent.Rejected) => No(Refusal.AlreadyResolved),

        (Stage.Acknowledged s, IssueEvent.OwnerLeft e) => LetGo(issue, s, e, scene),
        (Stage.Deferred { Owner: { } owner } s, IssueEvent.OwnerLeft e) => new Decision.Changed(
            issue with { Stage = s with { Owner = null } }, [new HistoryNote(e.At, owner, "owner_left")], []),
        (_, IssueEvent.OwnerLeft) => new Decision.Nothing(),

        (Stage.Closed or Stage.Merged or Stage.Withdrawn or Stage.Rejected, _) => No(Refusal.AlreadyOver),
        _ => throw new InvalidOperationException($"No line of the table for {issue.Stage.GetType().Name} × {happened.GetType().Name}."),
    };

    private static Decision.Refused No(Refusal why) => new(why);

    private static bool Same(string? one, string? other) => RosterBook.SameUser(one, other);

    private static bool IsReporter(Issue issue, string who) =>
        Same(issue.ReporterId, who) || issue.AlsoReportedBy.Any(r => Same(r, who));

    /// <summary>Those who may act on it: its ladder, whoever was rung for it, and its owner.</summary>
    private static bool MayAct(Issue issue, string who, Scene scene) =>
        issue.Rungs.Any(r => Same(r.UserId, who)) || Same(issue.Owner, who) || (issue.IsRehearsal && IsReporter(issue, who))
        || (!issue.IsPrivate && (scene.Roster.IsOnLadder(issue.PlaceId, who) || issue.ReportedAt.Any(p => scene.Roster.IsOnLadder(p, who))
            || Same(scene.Roster.OfficeOf(issue.PlaceId)?.Dispatcher, who)));

    /// <summary>The rung on which this person has to do with the issue: where they were last rung, else where they answer.</summary>
    private static Level LevelOf(Issue issue, string who, Scene scene) =>
        issue.Rungs.LastOrDefault(r => Same(r.UserId, who))?.Level
        ?? scene.Roster.LadderLevelOf(issue.PlaceId, who) ?? scene.Roster.FindPerson(who)?.Level ?? Level.Building;

    /// <summary>What somebody may decide: a secretary who also leads a building decides as a secretary.</summary>
    private static bool RanksAtLeast(Level level, Issue issue, string who, Scene scene) =>
        scene.Roster.LadderLevelOf(issue.PlaceId, who) >= level || scene.Roster.FindPerson(who)?.Level >= level;

    private static DateTimeOffset ResolutionLimit(Issue issue, Scene scene, DateTimeOffset since)
    {
        var category = scene.Categories[issue.Category];
        return category.InWorkingTime
            ? scene.Calendar.AddWorking(since, category.ResolutionLimit, scene.Policy.WorkingHours)
            : since + category.ResolutionLimit;
    }

    /// <summary>When the owner is reminded: at 80 % of the resolution limit, at the limit, or an hour after taking what is overdue.</summary>
    private static DateTimeOffset FirstReminder(Issue issue, DateTimeOffset at, Scene scene)
    {
        var (calendar, week) = (scene.Calendar, scene.Policy.WorkingHours);
        var reminder = scene.Categories[issue.Category].InWorkingTime
            ? calendar.AddWorking(
                issue.ResponseSince, calendar.WorkingBetween(issue.ResponseSince, issue.ResolveBy, week) * scene.Policy.RemindAt, week)
            : issue.ResponseSince + ((issue.ResolveBy - issue.ResponseSince) * scene.Policy.RemindAt);
        return calendar.After(QuietFor(issue, scene), reminder > at ? reminder : issue.ResolveBy > at ? issue.ResolveBy : at.AddHours(1));
    }

    private static DailyWindow? QuietFor(Issue issue, Scene scene) => issue.Urgency == Urgency.Normal ? scene.Policy.QuietHours : null;
}
