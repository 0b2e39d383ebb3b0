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
/// <param name="robotSpeaks">The smart robot can speak by itself in a group that has no push robot, without @.</param>
public sealed partial class EffectWriter(Naming naming, CardWriter cards, string botName, bool robotSpeaks = false)
{
    /// <summary>A push text takes 2048 bytes, and three of them make a Chinese character.</summary>
    private const int LongestNews = 300;

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
                    Ring(sayings, decision.Issue, ring, scene, seen, now, outage);
                    break;
                case Effect.StopRinging stop when before is not null:
                    Grey(sayings, before, decision.Issue, stop, seen);
                    break;
                case Effect.TellGroup { News: GroupNews.Reopened } when decision.Effects.Any(e => e is Effect.Ring ring && RingsInGroup(ring.Cause)):
                    break;
                case Effect.TellGroup tell:
                    foreach (var chat in GroupsOf(decision.Issue).Where(c => c != seen.AnsweredChat))
                    {
                        Add(sayings, decision.Issue, new Saying.InGroup(chat, News(before, decision.Issue, tell, now), []) { Kind = SayingKind.Tell });
                    }

                    break;
                case Effect.Tell { Notice: Notice.RungWithoutPeople or Notice.PersonUnreachable } when decision.Issue.IsPrivate:
                    break;
                case Effect.Tell tell:
                    Add(sayings, decision.Issue, new Saying.ToPerson(tell.UserId, Words(decision.Issue, tell, now))
                    {
                        Kind = SayingKind.Tell, HoldsWords = tell.Notice == Notice.Supplemented,
                    });
                    break;
                case Effect.AskIfOnIt ask:
                    Quietly(sayings, decision.Issue, scene, now, new Saying.CardToPerson(
                        ask.UserId, cards.IfOnIt(decision.Issue, TaskIds.IfOnIt(decision.Issue.Id, decision.Issue.Summons)))
                    {
                        Kind = SayingKind.Ring, Summons = decision.Issue.Summons,
                    });
                    break;
                case Effect.AskToAssign ask when seen.TappedTask is null:
                    Add(sayings, decision.Issue, new Saying.CardToPerson(
                        ask.UserId, cards.ToAssign(decision.Issue, TaskIds.ToAssign(decision.Issue.Id, decision.Issue.Summons))) { Kind = SayingKind.Tell });
                    break;
                case Effect.AskReporter ask:
                    Ask(sayings, decision.Issue, ask, scene, now);
                    break;
            }
        }

        return decision.Issue.IsRehearsal ? new Rehearsal(naming, decision.Issue).Tell(sayings) : sayings;
    }

    /// <summary>What the group is told, or the answer where the group sees the answer.</summary>
    public string News(Issue? before, Issue issue, Effect.TellGroup tell, DateTimeOffset now)
    {
        var what = cards.What(issue);
        var words = tell.News switch
        {
            GroupNews.Taken => Taken(before, issue, now),
            GroupNews.Resolved when issue.Stage is Stage.Resolved r =>
                Phrases.Resolved(what, Fitting.Said(r.Words, LongestNews), naming.Clock(issue.OpenedAt, now), naming.Clock(r.At, now)),
            GroupNews.Resolved => Phrases.Settled(what),
            GroupNews.Called => Phrases.CalledNews(what, Phrases.Numbers(issue.Category), naming.Clock(now)),
            GroupNews.Withdrawn or GroupNews.CalledOff when issue.Urgency == Urgency.Emergency => cards.AlarmOff(issue, now),
            GroupNews.Withdrawn => Phrases.Withdrawn(what),
            GroupNews.CalledOff when issue.Stage is Stage.Rejected r => Phrases.CalledOff(what, Fitting.Said(r.Why, LongestNews) ?? ""),
            GroupNews.Reopened => Phrases.ReopenedNews(what),
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

    /// <summary>Its own group, and where a matter of an area was reported from others, those.</summary>
    private IEnumerable<string> GroupsOf(Issue issue) =>
        issue.ReportedAt.Select(naming.Roster.GroupFor).Where(g => g is { CanRing: true }).Select(g => g!.ChatId)
            .Prepend(issue.ChatId).OfType<string>().Distinct();

    private void Grey(List<Saying> sayings, Issue before, Issue issue, Effect.StopRinging stop, AlreadySeen seen)
    {
        var done = issue.Stage switch
        {
            Stage.Acknowledged a => Phrases.TakenBy(naming.Call(a.By)),
            Stage.Resolved => Phrases.DoneWord,
            _ => Phrases.NoLongerNeeded,
        };
        if (before.Hold is { } hold && hold.Summons > before.CardsClosedTo && TaskIds.IfOnIt(before.Id, hold.Summons) is var asked && asked != seen.TappedTask)
        {
            Add(sayings, issue, new Saying.GreyCard(hold.Asked, asked, done) { Kind = SayingKind.Tell });
        }

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
        var card = cards.Ask(issue, TaskIds.Asking(issue.Id, issue.Summons + issue.Reworks), now, scene.Policy.CloseAfter);
        Quietly(sayings, issue, scene, now, new Saying.CardToPerson(ask.UserId, card, issue.Reworks > 0 ? null : new Brief(issue.Number, cards.What(issue), Asks: true)) { Kind = SayingKind.Tell });
    }

    /// <summary>For a normal issue not before quiet hours end.</summary>
    private static void Quietly(List<Saying> sayings, Issue issue, Scene scene, DateTimeOffset now, Saying saying)
    {
        var at = scene.Calendar.After(issue.Urgency == Urgency.Normal ? scene.Policy.QuietHours : null, now);
        Add(sayings, issue, saying with { NotBefore = at > now ? at : null });
    }

    private string Words(Issue issue, Effect.Tell tell, DateTimeOffset now)
    {
        var (what, notice) = (cards.What(issue), tell.Notice);
        var owner = issue.Owner is { } by ? naming.CallWithLevel(issue, by) : "";
        var words = notice switch
        {
            Notice.DueSoon => Phrases.DueSoon(what, naming.Clock(issue.ResolveBy, now)),
            Notice.Overdue when RosterBook.SameUser(tell.UserId, issue.Owner) => Phrases.OverdueOwner(what, naming.Clock(issue.ResolveBy, now)),
            Notice.Overdue => Phrases.Overdue(what, naming.Clock(issue.ResolveBy, now), owner),
            Notice.PlanShown => PlanShown(issue, what),
            Notice.RungWithoutPeople => Phrases.RungWithoutPeople(naming.Full(issue.PlaceId), EmptyLevels(issue)),
            Notice.AlarmOff when issue.Stage is Stage.Resolved r =>
                Phrases.Resolved(what, Fitting.Said(r.Words, LongestNews), naming.Clock(issue.OpenedAt, now), naming.Clock(r.At, now)),
            Notice.AlarmOff => cards.AlarmOff(issue, now),
            Notice.Deferred when issue.Stage is Stage.Deferred d => Phrases.DeferredNews(what, naming.Day(d.Until)),
            Notice.Called => Phrases.CalledNews(what, Phrases.Numbers(issue.Category), naming.Clock(now)),
            Notice.OnSite => Phrases.OnSiteNews(what, naming.CallWithLevel(issue, issue.Alarm!.OnSite[0])),
            Notice.PersonUnreachable => Phrases.PersonUnreachable(naming.Full(issue.PlaceId)),
            Notice.TakenForReporter => Phrases.TakenForReporter(what, owner),
            Notice.Nudged => Phrases.NudgedNotice(what, Naming.Span(now - issue.OpenedAt)),
            Notice.Supplemented => Phrases.SupplementedNotice(what, LastOf(issue.Text)),
            _ => Phrases.CalledOffNotice(what),
        };
        return Phrases.Tag(issue) + words;
    }

    private string PlanShown(Issue issue, string what)
    {
        var last = naming.Roster.RingUpTo(issue.PlaceId) ?? Level.SubDistrict;
        var plan = Everybody.Where(l => l > last)
            .Select(l => (Level: l, People: naming.Roster.ResponsibleAt(issue.PlaceId, l)))
            .Where(l => l.People.Count > 0)
            .Select(l => $"{Naming.Level(l.Level)}{string.Join('、', l.People.Select(p => p.Call))}");
        return Phrases.PlanShown(what, Naming.Level(last), string.Join('，', plan));
    }

    private string EmptyLevels(Issue issue) => string.Join('、', Everybody
        .Where(l => naming.Roster.AncestorAt(issue.PlaceId, l) is not null && naming.Roster.ResponsibleAt(issue.PlaceId, l).Count == 0)
        .Select(Naming.Level));

    private static string LastOf(string text) =>
        text.LastIndexOf(IssueLifecycle.SupplementMark, StringComparison.Ordinal) is >= 0 and var at ? text[(at + IssueLifecycle.SupplementMark.Length)..] : text;

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
