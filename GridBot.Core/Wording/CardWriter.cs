using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>Draws the cards of an issue as it stands.</summary>
public sealed partial class CardWriter(Naming naming)
{
    /// <summary>So many buttons a card holds (WeCom docs 101032, 90236).</summary>
    public const int MostButtons = 6;

    private const int MostFacts = 6;
    private const int LongestQuote = 60;
    private const int ShortestQuote = 10;
    private const int LongestReason = 20;
    private const int LongestWords = 40;
    private const int LongestSaid = 300;
    private const int LongestPlace = 12;

    /// <summary>The card in the grid group. Built from category and building alone: no resident's words.</summary>
    public Card Group(Issue issue, string taskId, DateTimeOffset now, Effect.Ring? ring = null, string? sentence = null) =>
        issue.Urgency == Urgency.Emergency && issue.Stage.IsOpen
            ? EmergencyGroup(issue, taskId, sentence)
            : new Card(
                taskId,
                $"{Phrases.UrgentTag(issue)}{naming.Problem(issue)}",
                sentence is null && issue.Stage is Stage.Acknowledged taken
                    ? Phrases.TakenAt(naming.CallWithLevel(issue, taken.By), naming.Clock(taken.At, now))
                    : Fitting.Before(
                        naming.Nearby(issue.PlaceId), $" · {Phrases.Registered(naming.Clock(issue.OpenedAt, now))}", Fitting.Line),
                sentence ?? GroupText(issue, now, ring),
                [],
                GroupButtons(issue, now));

    /// <summary>The 1:1 card of somebody who is rung.</summary>
    public Card Person(Issue issue, Effect.Ring ring, Person person, string taskId, DateTimeOffset now)
    {
        var level = issue.Rungs.LastOrDefault(r => r.Summons == ring.Summons && RosterBook.SameUser(r.UserId, person.UserId))?.Level
            ?? naming.Roster.LadderLevelOf(issue.PlaceId, person.UserId) ?? person.Level;
        var leads = level >= Level.Community;
        var problem = naming.Problem(issue);
        var title = ring.Cause switch
        {
            RingCause.Transferred when ring.By is { } by && LevelOf(issue, by) > level => Phrases.AskedToDo(naming.Call(by), problem),
            RingCause.Transferred or RingCause.Woken => Phrases.HandedToYou(problem),
            RingCause.Returned when issue.Stage is Stage.Returned { ForRuling: true } => Phrases.PleaseRule(problem),
            RingCause.Returned => Phrases.PleaseDispatch(problem),
            RingCause.Board => Phrases.OnBoardTitle(problem),
            _ => leads ? Phrases.PleaseCoordinate(problem) : Phrases.PleaseLook(problem),
        };
        var waited = now - issue.ResponseSince;
        var line = Fitting.Before(
            $"{(leads ? naming.WithCommunity(issue.PlaceId) : naming.Full(issue.PlaceId))}{Naming.Unit(issue)}{(leads && person.Role != Role.Outside ? issue.Door : "")}",
            $" · {(leads && waited >= TimeSpan.FromMinutes(1) ? Phrases.Waited(Naming.Span(waited)) : naming.Clock(issue.OpenedAt, now))}",
            Fitting.Line);
        var reminded = leads ? RemindedBefore(issue, ring, person) : [];

        var advice = issue.Urgency == Urgency.Emergency ? Phrases.Advice(issue.Category) : "";
        var text = "";
        if (issue.Stage is Stage.Returned returned && Fitting.Said(returned.Why, LongestReason) is { } why)
        {
            text += Phrases.ReturnedWhy(why);
        }

        if (ring is { NextAt: { } nextAt, Next: { } next })
        {
            text += issue.HeldUntil is null ? Phrases.NextIs(naming.Clock(nextAt, now), Naming.PeopleOf(next)) : Phrases.NextIs(Naming.PeopleOf(next));
        }

        text += issue.IsPrivate ? Phrases.KeepPrivate : reminded.Count > 0 ? Phrases.AlreadyReminded : ring.Cause is RingCause.Returned or RingCause.Board ? "" : Phrases.SayIfBusy;
        var room = Fitting.Text - advice.Length - text.Length - Phrases.Quoted("").Length;
        text = advice + Phrases.Quoted(Fitting.Cut(issue.Text.Length == 0 ? Phrases.WordsGone : issue.Text, Math.Clamp(room, ShortestQuote, LongestQuote))) + text;
        return new Card(taskId, Fitting.Cut($"{Phrases.UrgentTag(issue)}{title}", Fitting.Title), line, text, reminded, AskedButtons(issue, level));
    }

    private Level LevelOf(Issue issue, string userId) =>
        naming.Roster.LadderLevelOf(issue.PlaceId, userId) ?? naming.Roster.FindPerson(userId)?.Level ?? Level.Building;

    /// <summary>The 1:1 card after its owner did something: what stands now, and what they can do next.</summary>
    public Card PersonAfter(Issue issue, string userId, string taskId, string sentence, DateTimeOffset now)
    {
        var buttons = ButtonsOf(issue, userId);
        return new Card(
            taskId,
            $"{Phrases.UrgentTag(issue)}{naming.Problem(issue)}",
            Fitting.Before(
                $"{naming.Full(issue.PlaceId)}{(RosterBook.SameUser(issue.Owner, userId) ? $"{issue.PlaceDetail}{issue.Door}" : "")}",
                $" · {naming.Clock(issue.OpenedAt, now)}", Fitting.Line),
            sentence,
            [],
            buttons,
            buttons.Count > 0 ? null : StateWord(issue));
    }

    /// <summary>Asks the reporter whether it is solved (回访).</summary>
    public Card Ask(Issue issue, string taskId, DateTimeOffset now, TimeSpan closeAfter) =>
        new(
            taskId,
            $"{Phrases.Tag(issue)}{Phrases.AskTitle}",
            Fitting.Before(naming.Nearby(issue.PlaceId), $" {naming.Problem(issue)} · {Phrases.DoneAt(naming.Clock(issue.Stage is Stage.Resolved r ? r.At : now, now))}", Fitting.Line),
            Phrases.AskText((int)Math.Ceiling(closeAfter.TotalDays)),
            [],
            [
                new CardButton(Phrases.Solved, Key("solved", issue), ButtonTone.Main),
                new CardButton(Phrases.Unsolved, Key("unsolved", issue), ButtonTone.Warning),
                new CardButton(Phrases.Unsure, Key("unsure", issue)),
            ]);

    /// <summary>What a group's card becomes when its issue turns out to be private.</summary>
    public static Card Hidden(string taskId) => new(taskId, Phrases.Confided, "", "", [], [], Phrases.Confided);

    /// <summary>How it stands, in one sentence.</summary>
    public string StandsAt(Issue issue, DateTimeOffset now) => Phrases.Tag(issue) + issue.Stage switch
    {
        Stage.Waiting w => Phrases.StandsWaiting(What(issue), Naming.PeopleOf(w.Level), Naming.Span(now - issue.ResponseSince)),
        Stage.Acknowledged a => Phrases.StandsTaken(
            What(issue), naming.CallWithLevel(issue, a.By), naming.Clock(a.At, now), naming.Clock(issue.ResolveBy, now)),
        Stage.Resolved r => Phrases.Resolved(
            What(issue), Fitting.Said(r.Words, LongestSaid), naming.Clock(issue.OpenedAt, now), naming.Clock(r.At, now)),
        Stage.Closed c => Phrases.StandsClosed(What(issue), naming.Clock(c.At, now)),
        Stage.Deferred d => Phrases.DeferredNews(What(issue), naming.Day(d.Until)),
        Stage.Returned => Phrases.StandsReturned(What(issue)),
        Stage.Merged m => Phrases.MergedNews(What(issue), m.IntoNumber),
        Stage.Withdrawn => Phrases.Withdrawn(What(issue)),
        Stage.Rejected r => Phrases.CalledOff(What(issue), Fitting.Said(r.Why, LongestSaid) ?? ""),
        _ => Phrases.NoLongerNeeded,
    };

    private Card EmergencyGroup(Issue issue, string taskId, string? sentence)
    {
        var taken = issue.Stage is Stage.Acknowledged a ? Phrases.TakenAt(naming.CallWithLevel(issue, a.By), naming.Clock(a.At)) : "";
        return new Card(
            taskId,
            $"{Phrases.UrgentTag(issue)}{Fitting.Before(
                $"{naming.Nearby(issue.PlaceId)}{issue.PlaceDetail}", naming.Problem(issue), Fitting.Title - Phrases.UrgentTag(issue).Length)}",
            Phrases.CallFirst(Phrases.Numbers(issue.Category)),
            sentence ?? $"{Phrases.Advice(issue.Category)}{(taken.Length > 0 ? taken : Phrases.EmergencyAll)}{(issue.Alarm?.CalledAt is null ? Phrases.SayIfCalled(Phrases.Numbers(issue.Category)) : "")}",
            [
                new CardFact(Phrases.CalledFact(Phrases.Numbers(issue.Category)), issue.Alarm?.CalledAt is { } called ? Phrases.CalledSince(naming.Clock(called)) : Phrases.NotCalledYet),
                .. issue.Alarm is { OnSite: [var first, ..] going } ? [new CardFact(Phrases.OnSiteFact, Phrases.OnTheWay(Fitting.Cut(naming.Call(first), LongestPlace), going.Count))] : Array.Empty<CardFact>(),
            ],
            [.. issue.Stage is Stage.Acknowledged ? [new CardButton(Phrases.Done, Key("resolve", issue), ButtonTone.Main)] : Array.Empty<CardButton>(),
                .. AlarmButtons(issue), new CardButton(Phrases.FalseAlarm, Key("alarmoff", issue))]);
    }

    private string GroupText(Issue issue, DateTimeOffset now, Effect.Ring? ring) => issue.Stage switch
    {
        Stage.Waiting when NotRung(issue, now) is { } why => why + Inferred(issue) + InDoubt(issue),
        Stage.Waiting when MorningOf(issue, now) is { } morning => Phrases.QuietUntil(naming.Morning(morning, now)) + Phrases.OrNow + Inferred(issue) + InDoubt(issue),
        Stage.Waiting w => Phrases.AskedThen(
            ring?.Cause == RingCause.Opened && w.Level == Level.Building ? Phrases.OwnLeader : Naming.PeopleOf(w.Level),
            issue.NextDueAt is { } due ? naming.Clock(due, now) : null,
            w.Next is { } next ? Naming.PeopleOf(next) : null) + Inferred(issue) + InDoubt(issue) + Phrases.Hint,
        Stage.Acknowledged => Phrases.TakenThanks,
        Stage.Resolved r => Phrases.Resolved(
            What(issue), Fitting.Said(r.Words, LongestWords), naming.Clock(issue.OpenedAt, now), naming.Clock(r.At, now)),
        Stage.Deferred d => Phrases.DeferredNews(What(issue), naming.Day(d.Until)),
        Stage.Returned => Phrases.NudgeWaitingLast(What(issue), Naming.PeopleOf(Level.SubDistrict)),
        Stage.Merged m => Phrases.MergedNews(What(issue), m.IntoNumber),
        Stage.Closed c => Phrases.StandsClosed(What(issue), naming.Clock(c.At, now)),
        Stage.Withdrawn or Stage.Rejected when issue.Urgency == Urgency.Emergency => AlarmOff(issue, now),
        Stage.Withdrawn => Phrases.Withdrawn(What(issue)),
        Stage.Rejected r => Phrases.CalledOff(What(issue), Fitting.Said(r.Why, LongestWords) ?? ""),
        _ => Phrases.NoLongerNeeded,
    };

    /// <summary>Why nobody is rung now although it waits: the brake is on, or its place is being tried out. Else null.</summary>
    public string? NotRung(Issue issue, DateTimeOffset now) =>
        issue.HeldUntil > now ? Phrases.RingingPaused(naming.Clock(issue.HeldUntil.Value, now), naming.DutyPhone(issue.PlaceId))
        : issue is { Stage: Stage.Waiting { OnBoard: true }, Rungs.Count: 0 } ? Phrases.PlanOnly(naming.DutyPhone(issue.PlaceId))
        : null;

    /// <summary>A false alarm is over; nobody reads that its reporter ended it.</summary>
    public string AlarmOff(Issue issue, DateTimeOffset now)
    {
        var (by, at) = issue.Stage switch
        {
            Stage.Rejected r when !RosterBook.SameUser(r.By, issue.ReporterId) => (naming.Call(r.By), r.At),
            Stage.Rejected r => (Phrases.Reporter, r.At),
            Stage.Withdrawn w => (Phrases.Reporter, w.At),
            _ => (Phrases.Reporter, now),
        };
        return Phrases.AlarmOff(What(issue), by, naming.Clock(at, now));
    }

    /// <summary>Until when quiet hours hold the last ring back; null when they don't.</summary>
    private static DateTimeOffset? MorningOf(Issue issue, DateTimeOffset now) =>
        issue.HeldUntil is null && issue.Rungs.Count > 0 && issue.Rungs[^1].At > now ? issue.Rungs[^1].At : null;

    private string Inferred(Issue issue) => issue.PlaceInferred ? Phrases.InferredPlace(Fitting.Cut(naming.Nearby(issue.PlaceId), LongestPlace)) : "";

    private static string InDoubt(Issue issue) => issue.Guesses.Count > 0 ? Phrases.WhichClass : "";

    /// <summary>Where and what, as the group reads it.</summary>
    public string What(Issue issue) => $"{naming.Nearby(issue.PlaceId)} {naming.Problem(issue)}";

    /// <summary>Those of earlier steps, tappable, for community level and above; nobody in a group reads these names.</summary>
    private List<CardFact> RemindedBefore(Issue issue, Effect.Ring ring, Person person) =>
        [.. issue.Rungs
            .Where(r => r.Summons < ring.Summons && !RosterBook.SameUser(r.UserId, person.UserId)
                && !issue.Declined.Any(d => RosterBook.SameUser(d, r.UserId)))
            .DistinctBy(r => r.UserId, StringComparer.OrdinalIgnoreCase)
            .Select(r => (r.Level, Person: naming.Roster.FindPerson(r.UserId)))
            .Where(r => r.Person is not null)
            .TakeLast(MostFacts)
            .Select(r => new CardFact(Naming.Level(r.Level), r.Person!.Name, r.Person.UserId))];

    private string StateWord(Issue issue) => issue.Stage switch
    {
        Stage.Acknowledged a => Phrases.TakenBy(naming.Call(a.By)),
        Stage.Resolved => Phrases.DoneWord,
        Stage.Waiting or Stage.Returned => Phrases.Noted,
        Stage.Closed => Phrases.ClosedWord,
        _ => Phrases.NoLongerNeeded,
    };
}
