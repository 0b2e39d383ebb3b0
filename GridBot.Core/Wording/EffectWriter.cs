using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>Who has just seen what, so that nobody is told twice.</summary>
/// <param name="AnsweredChat">The group that sees the answer itself; null when the answer is 1:1 or there is none.</param>
/// <param name="TappedTask">The 1:1 card that changes in the answer; null when none does.</param>
public sealed record AlreadySeen(string? AnsweredChat, string? TappedTask)
{
    public static AlreadySeen Nothing { get; } = new(null, null);
}

/// <summary>Turns a decision's effects into what leaves through the outbox.</summary>
public sealed class EffectWriter(Naming naming, CardWriter cards, string botName)
{
    private static readonly Level[] Everybody = [Level.Building, Level.Grid, Level.Community, Level.SubDistrict];

    /// <param name="before">The issue before the decision: its owner's card is greyed, its rings are known.</param>
    public List<Saying> Write(
        Issue? before, Decision.Changed decision, Scene scene, AlreadySeen seen, DateTimeOffset now, (DateTimeOffset From, DateTimeOffset To)? outage = null)
    {
        var sayings = new List<Saying>();
        foreach (var effect in decision.Effects)
        {
            switch (effect)
            {
                case Effect.Ring ring:
                    Ring(sayings, decision.Issue, ring, seen, now, outage);
                    break;
                case Effect.StopRinging stop when before is not null:
                    Grey(sayings, before, decision.Issue, stop, seen);
                    break;
                case Effect.TellGroup tell when decision.Issue.ChatId is { } chat && chat != seen.AnsweredChat:
                    Add(sayings, decision.Issue, new Saying.InGroup(chat, News(before, decision.Issue, tell, now), []) { Kind = SayingKind.Tell });
                    break;
                case Effect.Tell tell:
                    Add(sayings, decision.Issue, new Saying.ToPerson(tell.UserId, Words(decision.Issue, tell.Notice, now)) { Kind = SayingKind.Tell });
                    break;
                case Effect.AskReporter ask:
                    Ask(sayings, decision.Issue, ask, scene, now);
                    break;
            }
        }

        return sayings;
    }

    /// <summary>What the group is told, or the answer where the group sees the answer.</summary>
    public string News(Issue? before, Issue issue, Effect.TellGroup tell, DateTimeOffset now)
    {
        var what = cards.What(issue);
        var words = tell.News switch
        {
            GroupNews.Taken => Taken(before, issue, now),
            GroupNews.Resolved when issue.Stage is Stage.Resolved r =>
                Phrases.Resolved(what, r.Words, naming.Clock(issue.OpenedAt, now), naming.Clock(r.At, now)),
            GroupNews.Resolved => Phrases.Settled(what),
            GroupNews.Withdrawn => Phrases.Withdrawn(what),
            GroupNews.CalledOff when issue.Stage is Stage.Rejected r && issue.Urgency == Urgency.Emergency =>
                Phrases.AlarmOff(what, naming.Call(r.By), naming.Clock(r.At, now)),
            GroupNews.CalledOff when issue.Stage is Stage.Rejected r => Phrases.CalledOff(what, r.Why),
            GroupNews.Reopened => Phrases.ReopenedNews(what),
            GroupNews.Deferred when issue.Stage is Stage.Deferred d => Phrases.DeferredNews(what, naming.Day(d.Until)),
            GroupNews.Merged when issue.Stage is Stage.Merged m => Phrases.MergedNews(what, m.IntoNumber),
            _ => Phrases.NoLongerNeeded,
        };
        return Phrases.Tag(issue) + words;
    }

    /// <summary>"10栋 工地夜间施工：街道刘主任接手，38秒回应（上报后28分）。不再提醒其他人。"</summary>
    public string Taken(Issue? before, Issue issue, DateTimeOffset now)
    {
        var by = issue.Owner ?? "";
        var rung = before?.Rungs.LastOrDefault(r => RosterBook.SameUser(r.UserId, by) && r.Summons >= before.ClimbFrom && r.At <= now);
        return Phrases.Taken(
            cards.What(issue), naming.CallWithLevel(issue, by),
            rung is null ? null : Naming.Span(now - rung.At), Naming.Span(now - issue.OpenedAt));
    }

    private void Ring(
        List<Saying> sayings, Issue issue, Effect.Ring ring, AlreadySeen seen, DateTimeOffset now, (DateTimeOffset From, DateTimeOffset To)? outage)
    {
        var held = ring.NotBefore > now ? ring.NotBefore : (DateTimeOffset?)null;
        if (issue.ChatId is { } chat && naming.Roster.FindGroup(chat) is { HasPushRobot: true } group && RingsInGroup(ring.Cause))
        {
            var levels = group.Levels.Count > 0 ? group.Levels : Everybody;
            var mentions = issue.Rungs.Where(r => r.Summons == ring.Summons && levels.Contains(r.Level)).Select(r => r.UserId);
            Add(sayings, issue, new Saying.InGroup(chat, RingText(issue, ring, seen, now, outage), [.. mentions])
            {
                Kind = SayingKind.Ring, Summons = ring.Summons, NotBefore = held,
            });
        }

        for (var i = 0; i < ring.People.Count; i++)
        {
            if (naming.Roster.FindPerson(ring.People[i]) is { } person)
            {
                var card = cards.Person(issue, ring, person, TaskIds.Summons(issue.Id, ring.Summons, i + 1), held ?? now);
                Add(sayings, issue, new Saying.CardToPerson(person.UserId, card) { Kind = SayingKind.Ring, Summons = ring.Summons, NotBefore = held });
            }
        }
    }

    /// <summary>Handing on and asking deciders is between those people alone.</summary>
    private static bool RingsInGroup(RingCause cause) => cause is not (RingCause.Transferred or RingCause.Returned or RingCause.Board);

    private string RingText(
        Issue issue, Effect.Ring ring, AlreadySeen seen, DateTimeOffset now, (DateTimeOffset From, DateTimeOffset To)? outage)
    {
        var near = cards.What(issue);
        var far = $"{naming.WithCommunity(issue.PlaceId)} {naming.Problem(issue)}";
        var reply = Phrases.ReplyWith(botName, issue);
        var who = Naming.PeopleOf(ring.Level);
        var cardAbove = seen.AnsweredChat == issue.ChatId;
        var words = (ring.Cause, ring.Level) switch
        {
            (RingCause.Together, _) => Phrases.RingEmergency(near),
            (_, _) when issue.Urgency == Urgency.Emergency => Phrases.RingEmergency(near),
            (RingCause.Round, _) => Phrases.RingAgain(ring.Level == Level.SubDistrict ? far : near, who),
            (RingCause.Disputed, _) => Phrases.RingDisputed(near, who),
            (RingCause.Reopened, _) => Phrases.RingReopened(near, who, reply),
            (RingCause.Woken, _) => Phrases.RingWoken(near, who),
            (RingCause.Opened, Level.Building) when cardAbove => Phrases.RingBuilding(near, reply),
            (RingCause.Opened, Level.Grid) when cardAbove => Phrases.RingGridFirst(near, reply),
            (_, Level.Building) => Phrases.RingBuildingAlone(near, reply),
            (_, Level.Grid) => Phrases.RingGrid(near, reply),
            (_, Level.Community) => Phrases.RingCommunity(near),
            _ => Phrases.RingSubDistrict(far),
        };

        if (ring.LateSince is { } due && outage is { } gap)
        {
            words = Phrases.Late(naming.Clock(gap.From, now), naming.Clock(gap.To, now), naming.Clock(due, now)) + words
                + Phrases.LateCounts(Phrases.Received(issue));
        }

        return Phrases.Tag(issue) + words;
    }

    private void Grey(List<Saying> sayings, Issue before, Issue issue, Effect.StopRinging stop, AlreadySeen seen)
    {
        var done = issue.Stage switch
        {
            Stage.Acknowledged a => Phrases.TakenBy(naming.Call(a.By)),
            Stage.Resolved => Phrases.DoneWord,
            _ => Phrases.NoLongerNeeded,
        };
        var ownersLast = before.Rungs.LastOrDefault(r => RosterBook.SameUser(r.UserId, before.Owner));
        var index = 0;
        for (var i = 0; i < before.Rungs.Count; i++)
        {
            var rung = before.Rungs[i];
            index = i > 0 && before.Rungs[i - 1].Summons == rung.Summons ? index + 1 : 1;
            var taskId = TaskIds.Summons(before.Id, rung.Summons, index);
            var open = rung.Summons > before.CardsClosedTo || rung == ownersLast;
            if (open && taskId != seen.TappedTask)
            {
                Add(sayings, issue, new Saying.GreyCard(rung.UserId, taskId, done) { Kind = SayingKind.Tell });
            }
        }
    }

    private void Ask(List<Saying> sayings, Issue issue, Effect.AskReporter ask, Scene scene, DateTimeOffset now)
    {
        var quiet = issue.Urgency == Urgency.Normal ? scene.Policy.QuietHours : null;
        var at = scene.Calendar.After(quiet, now);
        var card = cards.Ask(issue, TaskIds.Asking(issue.Id, issue.Summons + issue.Reworks), now, scene.Policy.CloseAfter);
        Add(sayings, issue, new Saying.CardToPerson(ask.UserId, card) { Kind = SayingKind.Tell, NotBefore = at > now ? at : null });
    }

    private string Words(Issue issue, Notice notice, DateTimeOffset now)
    {
        var what = cards.What(issue);
        var owner = issue.Owner is { } by ? naming.CallWithLevel(issue, by) : "";
        var words = notice switch
        {
            Notice.DueSoon => Phrases.DueSoon(what, naming.Clock(issue.ResolveBy, now)),
            Notice.Overdue => Phrases.Overdue(what, naming.Clock(issue.ResolveBy, now), owner),
            Notice.RungWithoutPeople => Phrases.RungWithoutPeople(naming.Full(issue.PlaceId), ""),
            Notice.AlarmOff => Phrases.AlarmOffNotice(what, issue.Stage is Stage.Rejected off ? naming.Call(off.By) : naming.Call(issue.ReporterId)),
            Notice.PersonUnreachable => Phrases.PersonUnreachable(naming.Full(issue.PlaceId)),
            Notice.TakenForReporter => Phrases.TakenForReporter(what, owner),
            Notice.Nudged => Phrases.NudgedNotice(what, Naming.Span(now - issue.OpenedAt)),
            Notice.Supplemented => Phrases.SupplementedNotice(what, LastOf(issue.Text)),
            _ => Phrases.CalledOffNotice(what),
        };
        return Phrases.Tag(issue) + words;
    }

    private static string LastOf(string text) => text[(text.LastIndexOf('：') + 1)..];

    private static void Add(List<Saying> sayings, Issue issue, Saying saying) => sayings.Add(saying with
    {
        IssueId = issue.Id,
        Priority = issue.Urgency switch
        {
            Urgency.Emergency => 0,
            Urgency.Urgent => 1,
            _ => saying.Kind == SayingKind.Ring ? 2 : 3,
        },
    });
}
