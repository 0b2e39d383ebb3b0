using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>What whoever wrote or tapped is told about it.</summary>
public sealed class AnswerWriter(Naming naming, CardWriter cards, EffectWriter effects)
{
    private const int LongestSaid = 300;
    private const int MostNamed = 20;

    /// <summary>One sentence about what just happened, with the issue's number in front.</summary>
    public string Sentence(IssueEvent happened, Issue before, Decision.Changed decision, DateTimeOffset now, bool inGroup)
    {
        var issue = decision.Issue;
        var what = cards.What(issue);
        if (inGroup && decision.Effects.OfType<Effect.TellGroup>().FirstOrDefault() is { } news)
        {
            return effects.News(before, issue, news, now);
        }

        var words = happened switch
        {
            IssueEvent.Acknowledged or IssueEvent.Progressed when before.Stage is not Stage.Acknowledged && issue.Stage is Stage.Acknowledged =>
                Phrases.YouTook(what),
            IssueEvent.Progressed => Phrases.ProgressNoted(what),
            IssueEvent.Acknowledged when issue.Stage is Stage.Acknowledged a =>
                Phrases.HelperNoted(what, naming.CallWithLevel(issue, a.By), naming.Clock(a.At, now)),
            IssueEvent.Acknowledged => Phrases.HelperNotedWaiting(what),
            IssueEvent.Heard => $"{what}：{WaitsForTap(issue, now)}",
            IssueEvent.Read => Phrases.ReadNoted(what),
            IssueEvent.NeededNow => Phrases.NowNoted(what, Asked(issue)),
            IssueEvent.Called => Phrases.CalledNews(what, Phrases.Numbers(issue.Category), naming.Clock(now)),
            IssueEvent.OnSite => Phrases.OnSiteNoted(what),
            IssueEvent.Declined when issue.Summons == before.Summons => Phrases.OthersAsked(what),
            IssueEvent.Declined => Phrases.NextAsked(what, Asked(issue)),
            IssueEvent.Resolved when issue.Stage is Stage.Resolved r =>
                Phrases.Resolved(what, Fitting.Said(r.Words, LongestSaid), naming.Clock(issue.OpenedAt, now), naming.Clock(r.At, now)),
            IssueEvent.Resolved or IssueEvent.Confirmed => Phrases.ConfirmNoted(what),
            IssueEvent.Disputed or IssueEvent.Escalated when decision.Effects.Any(e => e is Effect.Tell { Notice: Notice.PlanShown }) =>
                Phrases.RegisteredOnly(what, Phrases.PlanOnly(naming.DutyPhone(issue.PlaceId))),
            IssueEvent.Disputed when issue.Stage is Stage.Acknowledged => Phrases.NudgeTaken(what, naming.CallWithLevel(issue, issue.Owner!)),
            IssueEvent.Disputed when before.Stage is Stage.Resolved or Stage.Closed => Phrases.DisputeNoted(what, Asked(issue)),
            IssueEvent.Disputed or IssueEvent.Nudged => Nudged(issue, now),
            IssueEvent.Reopened => Phrases.ReopenNoted(what),
            IssueEvent.Withdrawn when issue.Stage is not Stage.Withdrawn || before.Stage is Stage.Withdrawn => Phrases.WordsErased(what),
            IssueEvent.Withdrawn => Phrases.WithdrawNoted(what),
            IssueEvent.Viewed => Phrases.OriginalSent(what),
            IssueEvent.Rejected when issue.Urgency == Urgency.Emergency => cards.AlarmOff(issue, now),
            IssueEvent.Transferred e => Phrases.HandedOn(what, naming.Call(e.To)),
            IssueEvent.Assigned e => Phrases.HandedOn(what, AssignedTo(issue, e.To)),
            IssueEvent.Returned when issue.Stage is Stage.Returned { ForRuling: true } => Phrases.ReturnNotedForRuling(what),
            IssueEvent.Returned => Phrases.ReturnNoted(what),
            IssueEvent.Escalated => Phrases.EscalateNoted(what, Asked(issue)),
            IssueEvent.GivenUp => Phrases.GiveUpNoted(what),
            IssueEvent.Deferred when issue.Stage is Stage.Deferred d => Phrases.DeferNoted(what, naming.Day(d.Until)),
            IssueEvent.Corrected => Phrases.CorrectNoted(what),
            IssueEvent.MergedInto e => Phrases.MergedNews(what, e.IntoNumber),
            IssueEvent.Unmerged => Phrases.MergeUndone(what),
            IssueEvent.AlsoReported => Phrases.AlreadyKnown(what, naming.Reporters(issue)),
            IssueEvent.Supplemented => Phrases.SupplementNoted(what),
            IssueEvent.Rejected when issue.Stage is Stage.Rejected r => Phrases.CalledOff(what, Fitting.Said(r.Why, LongestSaid) ?? ""),
            _ => Phrases.Noted,
        };
        return Phrases.Tag(issue) + words;
    }

    public string Refused(Refusal why, Issue issue, DateTimeOffset now)
    {
        var (who, at) = issue.Stage switch
        {
            Stage.Acknowledged a => (naming.CallWithLevel(issue, a.By), a.At),
            Stage.Resolved r => (naming.CallWithLevel(issue, r.By), r.At),
            Stage.Waiting { Person: null } when issue.Hold is { } hold => (naming.Call(hold.Asked), hold.At),
            _ => ("", issue.OpenedAt),
        };
        return Phrases.Tag(issue) + Phrases.Refused(why, cards.What(issue), who, naming.Clock(at, now));
    }

    /// <summary>The receipt of a report where no card can be shown.</summary>
    public string Receipt(Issue issue, Effect.Ring? ring, DateTimeOffset now)
    {
        var what = cards.What(issue);
        var words = issue.IsPrivate
            ? Phrases.ConfidedReceipt(Phrases.ConfidedHelp(issue)) + cards.NotRung(issue, now)
            : cards.NotRung(issue, now) is { } notRung
            ? Phrases.RegisteredOnly(what, notRung)
            : ring is not null && ring.NotBefore > now
            ? Phrases.ReceiptQuiet(what, naming.Morning(ring.NotBefore, now))
            : issue.Urgency == Urgency.Emergency
                ? $"{what}：{Phrases.CallFirst(Phrases.Numbers(issue.Category))}。{Phrases.Advice(issue.Category)}{Phrases.EmergencyAll}"
                : Phrases.Receipt(what, Asked(issue)) + (issue.Guesses.Count > 1 ? Phrases.SayWhichClass(issue.Number, naming.Category(issue.Guesses[1])) : "");
        return Phrases.UrgentTag(issue) + words;
    }

    /// <summary>For channels without buttons: which one is meant, by number.</summary>
    public string WhichOne(IReadOnlyList<Issue> issues, string verb) =>
        Phrases.WhichOne(string.Join("\n", issues.Take(6).Select(i => $"#{i.Number} {cards.What(i)}")), Phrases.Example(verb, issues[0].Number));

    public static string NotUnderstood(string dutyPhone) => Phrases.NotUnderstood(dutyPhone);

    public static string NoSuchIssue(string tag) => Phrases.NoSuchIssue(tag);

    public static string Rehearsed(string words) => Phrases.Rehearsed(words);

    public static string Paused(string until) => Phrases.Paused(until);

    public static string Released => Phrases.Released;

    public static string NothingPaused => Phrases.NothingPaused;

    public static string HowToPause => Phrases.HowToPause;

    public static string AdminOnly => Phrases.AdminOnly;

    public static string OneToOneOnly => Phrases.OneToOneOnly;

    public static string TakeBackHint => Phrases.TakeBackHint;

    /// <summary>What a reporter wrote, for somebody who may read it: masked but for the door, or the phone numbers alone.</summary>
    /// <param name="words">The original; null when it is gone.</param>
    public string Original(Issue issue, string? words, bool phone)
    {
        var reporter = naming.Roster.FindPerson(issue.ReporterId);
        return Phrases.Tag(issue) + (words is null ? Phrases.OriginalGone
            : phone ? Phrases.PhonesOf(string.Join('、', Masking.PhonesIn(words)), naming.Call(issue.ReporterId), reporter?.Mobile)
            : Phrases.Original(Masking.Mask(words), issue.Door, naming.Call(issue.ReporterId)));
    }

    public static string Confided => Phrases.Confided;

    public static string SentToYou => Phrases.SentToYou;

    public static string NothingToReceive => Phrases.NothingToReceive;

    public static string NoAlarm => Phrases.NoAlarm;

    public static string NothingOfYours => Phrases.NothingOfYours;

    public static string UnknownPerson(string dutyPhone) => Phrases.UnknownPerson(dutyPhone);

    public static string CannotHearVoice(string botName) => Phrases.CannotHearVoice(botName);

    public static string Abuse => Phrases.Abuse;

    public static string CannotSeePicture => Phrases.CannotSeePicture;

    public static string PictureSent => Phrases.PictureSent;

    public static string Enquiry(string dutyPhone) => Phrases.EnquiryAnswer(dutyPhone);

    public static string Suggestion => Phrases.SuggestAnswer();

    public static string Welcome => Phrases.Welcome;

    /// <summary>A card for somebody to whom no button can be sent: in words, and how to get buttons next time.</summary>
    public static string InsteadOfButtons(Card card, string botName) =>
        string.Join("\n", new[] { card.Title, card.Line, card.Text, Phrases.NoButtons(botName, card.Buttons is [var first, ..] ? first.Text : Phrases.See) }.Where(l => l.Length > 0));

    /// <summary>What an admin is told when WeCom announces something about the app.</summary>
    public static string AppStanding(string kind) => BindingPhrases.AppStanding(kind);

    public static string SayWhoTo => Phrases.SayWhoTo;

    public static string WriteReason(Issue issue) => Phrases.WriteReason(issue.Number);

    /// <summary>To whoever keeps the roster: somebody is gone, and what was theirs asks for others again.</summary>
    public string OwnerLeft(string userId, IReadOnlyList<long> numbers) =>
        Phrases.OwnerLeft(naming.Roster.FindPerson(userId)?.Name ?? userId, string.Join('、', numbers.Take(MostNamed).Select(n => $"#{n}")), numbers.Count);

    public static string OthersAskedForAll => Phrases.OthersAskedForAll;

    public static string OnYourOwnCard => Phrases.OnYourOwnCard;

    public static string SayWhy => Phrases.SayReason;

    public static string SayWhat => Phrases.WrongText;

    public static string NobodyCalled(string name) => Phrases.NobodyCalled(name);

    public static string Unsure(Issue issue, string what) => Phrases.Tag(issue) + Phrases.UnsureNoted(what);

    /// <summary>The words of the n-th reason button of a return, counted from 1; null for any other number.</summary>
    public static string? ReturnReason(int number) =>
        number >= 1 && number <= Phrases.ReturnReasons.Count ? Phrases.ReturnReasons[number - 1] : null;

    public static string FalseAlarmReason => Phrases.FalseAlarmReason;

    /// <summary>Whom a group saw being rung may be named as the one whose tap is waited for; whoever it was handed to may not.</summary>
    private string WaitsForTap(Issue issue, DateTimeOffset now)
    {
        var who = issue is { Stage: Stage.Waiting { Person: null }, Hold: { } hold } ? naming.Call(hold.Asked) : null;
        return issue is { NextDueAt: { } due, Stage: Stage.Waiting { Next: { } next } }
            ? Phrases.WaitsForTapUntil(who, naming.Clock(due, now), Naming.PeopleOf(next))
            : Phrases.WaitsForTap(who);
    }

    /// <summary>By name where one person has it now, else by their rung.</summary>
    private string AssignedTo(Issue issue, Level level) => issue.Rungs.Where(r => r.Summons == issue.Summons).ToList() is [var one]
        ? naming.Call(one.UserId)
        : Naming.PeopleOf(level);

    private string Nudged(Issue issue, DateTimeOffset now)
    {
        var what = cards.What(issue);
        return issue.Stage switch
        {
            Stage.Acknowledged a when issue.NudgedAt is { } before && before < now =>
                Phrases.NudgedBefore(what, naming.CallWithLevel(issue, a.By), naming.Clock(before, now)),
            Stage.Acknowledged a => Phrases.NudgeTaken(what, naming.CallWithLevel(issue, a.By)),
            Stage.Waiting when issue.Rungs.Count > 0 && issue.Rungs[^1].At > now =>
                Phrases.NudgeHeld(what, naming.Morning(issue.Rungs[^1].At, now), Asked(issue)),
            Stage.Waiting { Next: { } next } when issue.NextDueAt is { } due =>
                Phrases.NudgeWaiting(what, Asked(issue), naming.Clock(due, now), Naming.PeopleOf(next)),
            Stage.Waiting { OnBoard: false } when issue.NextDueAt is { } due => Phrases.NudgeAgain(what, Asked(issue), naming.Clock(due, now)),
            _ => Phrases.NudgeWaitingLast(what, Asked(issue)),
        };
    }

    /// <summary>By their rung: nobody who hasn't answered is named.</summary>
    private static string Asked(Issue issue) => issue.Stage switch
    {
        Stage.Waiting w => Naming.PeopleOf(w.Level),
        _ => Naming.PeopleOf(Level.SubDistrict),
    };
}
