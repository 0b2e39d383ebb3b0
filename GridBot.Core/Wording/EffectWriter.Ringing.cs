using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>Who is rung, by which cards, and what their groups read meanwhile.</summary>
public sealed partial class EffectWriter
{
    private void Ring(
        List<Saying> sayings, Issue issue, Effect.Ring ring, Scene scene, AlreadySeen seen, DateTimeOffset now,
        (DateTimeOffset From, DateTimeOffset To)? outage)
    {
        var together = Mornings.IsMorning(issue, ring.NotBefore, scene) || (issue.HeldUntil is not null && ring.NotBefore > now);
        var brief = RingsInGroup(ring.Cause) && together ? new Brief(issue.Number, cards.What(issue)) : null;
        var held = ring.NotBefore > now ? ring.NotBefore : (DateTimeOffset?)null;
        var first = sayings.Count;
        if (RingsInGroup(ring.Cause) && !issue.IsPrivate)
        {
            RingInGroups(sayings, issue, ring, seen, now, held, outage);
        }

        var inGroups = sayings.Skip(first).OfType<Saying.InGroup>().ToList();

        for (var i = 0; i < ring.People.Count; i++)
        {
            if (naming.Roster.FindPerson(ring.People[i]) is { } person)
            {
                var card = cards.Person(issue, ring, person, TaskIds.Summons(issue.Id, ring.Summons, i + 1), held ?? now);
                Add(sayings, issue, new Saying.CardToPerson(person.UserId, card, brief)
                {
                    Kind = SayingKind.Ring,
                    HoldsWords = true,
                    Summons = ring.Summons,
                    NotBefore = held,
                    MentionedIn = inGroups.Find(s => s.Mentions.Any(m => RosterBook.SameUser(m, person.UserId)))?.ChatId,
                });
            }
        }
    }

    /// <summary>The issue's own group, and for those who aren't in it the group bound to the place they answer for.</summary>
    private void RingInGroups(
        List<Saying> sayings, Issue issue, Effect.Ring ring, AlreadySeen seen, DateTimeOffset now, DateTimeOffset? held,
        (DateTimeOffset From, DateTimeOffset To)? outage)
    {
        var rungs = issue.Rungs.Where(r => r.Summons == ring.Summons).ToList();
        var own = naming.Roster.FindGroup(issue.ChatId);
        if (own is { CanRing: true })
        {
            Say(own, issue, rungs.Where(r => Levels(own).Contains(r.Level)));
        }
        else if (own is not null && robotSpeaks && !(ring.Cause == RingCause.Opened && seen.AnsweredChat == own.ChatId))
        {
            // Nobody can be mentioned: the group hears who is asked, and the cards ring. The card above has just said it.
            Say(own, issue, []);
        }

        foreach (var level in rungs.Where(r => own is null || !Levels(own).Contains(r.Level)).GroupBy(r => r.Level))
        {
            var place = naming.Roster.AncestorAt(issue.PlaceId, level.Key)?.Id;
            if (naming.Roster.Groups.FirstOrDefault(g => g.PlaceId == place && g.CanRing && g != own && Levels(g).Contains(level.Key)) is { } theirs)
            {
                Say(theirs, issue with { Code = 0 }, level);
            }
        }

        void Say(GroupChat group, Issue named, IEnumerable<Rung> called) =>
            Add(sayings, issue, new Saying.InGroup(group.ChatId, RingText(group.Hears ? named : named with { Code = 0 }, group.Hears, ring, seen, now, outage), [.. called.Select(r => r.UserId)])
            {
                Kind = SayingKind.Ring, Summons = ring.Summons, NotBefore = held,
            });
    }

    private static IReadOnlyList<Level> Levels(GroupChat group) => group.Levels.Count > 0 ? group.Levels : Everybody;

    /// <summary>Handing on and asking deciders is between those people alone.</summary>
    private static bool RingsInGroup(RingCause cause) => cause is not (RingCause.Transferred or RingCause.Returned or RingCause.Board);

    /// <param name="hears">False where an answer with @ would reach nobody: there the card on the phone is named instead.</param>
    private string RingText(
        Issue issue, bool hears, Effect.Ring ring, AlreadySeen seen, DateTimeOffset now, (DateTimeOffset From, DateTimeOffset To)? outage)
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
            (not RingCause.Woken, Level.Building or Level.Grid) when !hears => BindingPhrases.RingOnCard(near, who),
            (RingCause.Reopened, _) => Phrases.RingReopened(near, who, reply),
            (RingCause.Woken, _) => Phrases.RingWoken(near, who),
            (RingCause.Opened, Level.Building) when cardAbove => Phrases.RingBuilding(near, reply),
            (RingCause.Opened, Level.Grid) when cardAbove => Phrases.RingGridFirst(near, reply),
            (RingCause.Opened, Level.Grid) => Phrases.RingGridAlone(near, reply),
            (_, Level.Building) => Phrases.RingBuildingAlone(near, reply),
            (_, Level.Grid) => Phrases.RingGrid(near, reply),
            (_, Level.Community) => Phrases.RingCommunity(near),
            _ => Phrases.RingSubDistrict(far),
        };

        if (ring.LateSince is { } due && outage is { } gap)
        {
            var asks = issue.Urgency == Urgency.Emergency ? words : Phrases.RingLate(ring.Level == Level.SubDistrict ? far : near, who, ring.Level >= Level.Community);
            words = Phrases.Late(naming.Clock(gap.From, now), naming.Clock(gap.To, now), naming.Clock(due, now)) + asks
                + Phrases.LateCounts(Phrases.Received(issue));
        }

        return Phrases.Tag(issue) + words;
    }
}
