using System.Collections.Frozen;

namespace GridBot.Core.Roster;

/// <summary>
/// Who answers where: an immutable book with its indexes, built once from a checked roster.
/// Places are compared by id, user ids without case, chat ids with case.
/// </summary>
public sealed class RosterBook
{
    private readonly FrozenDictionary<string, Place> _places;
    private readonly FrozenDictionary<string, Person> _people;
    private readonly FrozenDictionary<string, GroupChat> _groups;
    private readonly FrozenDictionary<string, Duty[]> _dutiesByPlace;
    private readonly FrozenDictionary<string, GroupChat[]> _groupsByPlace;
    private readonly FrozenDictionary<string, Place[]> _children;
    private readonly FrozenDictionary<string, Office> _offices;
    private readonly FrozenDictionary<string, Place[]> _pathsUp;
    private readonly FrozenSet<string> _away;

    /// <summary>The same town with other groups; the large indexes are shared.</summary>
    private RosterBook(RosterBook other, IReadOnlyList<GroupChat> groups)
    {
        (Places, People, Groups) = (other.Places, other.People, groups);
        (_places, _people, _offices, _dutiesByPlace) = (other._places, other._people, other._offices, other._dutiesByPlace);
        (_away, _children, _pathsUp) = (other._away, other._children, other._pathsUp);
        _groups = groups.ToFrozenDictionary(g => g.ChatId);
        _groupsByPlace = groups.GroupBy(g => g.PlaceId).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    public RosterBook(
        IReadOnlyList<Place> places,
        IReadOnlyList<Person> people,
        IReadOnlyList<Duty> duties,
        IReadOnlyList<GroupChat> groups,
        IReadOnlyList<Office> offices)
    {
        Places = places;
        People = people;
        Groups = groups;
        _places = places.ToFrozenDictionary(p => p.Id);
        _people = people.ToFrozenDictionary(p => p.UserId, StringComparer.OrdinalIgnoreCase);
        _groups = groups.ToFrozenDictionary(g => g.ChatId);
        _offices = offices.ToFrozenDictionary(o => o.SubDistrictId);
        _dutiesByPlace = duties.GroupBy(d => d.PlaceId).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _away = duties.Where(d => d.Away).Select(d => d.UserId).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _groupsByPlace = groups.GroupBy(g => g.PlaceId).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _children = places.Where(p => p.ParentId is not null).GroupBy(p => p.ParentId!)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray());
        _pathsUp = places.ToFrozenDictionary(p => p.Id, ClimbFrom);
    }

    public IReadOnlyList<Place> Places { get; }

    public IReadOnlyList<Person> People { get; }

    public IReadOnlyList<GroupChat> Groups { get; }

    public IEnumerable<Office> Offices => _offices.Values;

    /// <summary>With those groups as well that were bound outside the roster. A group that the roster binds stays as it says.</summary>
    public RosterBook WithBound(IReadOnlyList<GroupBinding> bindings)
    {
        var joined = bindings.Where(b => b.PlaceId is not null && b.AppChatId is { } app && app != b.ChatId).Select(b => b.AppChatId).ToHashSet();
        var bound = bindings.Where(b => !_groups.ContainsKey(b.ChatId) && !joined.Contains(b.ChatId)).Select(b => b.ToGroup(this)).OfType<GroupChat>().ToList();
        return bound.Count == 0 ? this : new RosterBook(this, [.. Groups, .. bound]);
    }

    public Place? FindPlace(string? id) => id is null ? null : _places.GetValueOrDefault(id);

    public Person? FindPerson(string? userId) => userId is null ? null : _people.GetValueOrDefault(userId);

    public GroupChat? FindGroup(string? chatId) => chatId is null ? null : _groups.GetValueOrDefault(chatId);

    public IReadOnlyList<Place> ChildrenOf(string placeId) => _children.GetValueOrDefault(placeId, []);

    /// <summary>The place itself, then its parent, and so on up to the sub-district.</summary>
    public IReadOnlyList<Place> PathUp(string placeId) => _pathsUp.GetValueOrDefault(placeId, []);

    public bool IsWithin(string placeId, string ancestorId)
    {
        foreach (var place in PathUp(placeId))
        {
            if (place.Id == ancestorId)
            {
                return true;
            }
        }

        return false;
    }

    public Place? AncestorAt(string placeId, Level level)
    {
        foreach (var place in PathUp(placeId))
        {
            if (place.Level == level)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The highest rung that is rung for this place, as the nearest place on the way up says; null for all.</summary>
    public Level? RingUpTo(string placeId) => PathUp(placeId).Select(p => p.RingUpTo).FirstOrDefault(l => l is not null);

    public Place? SubDistrictOf(string placeId) => AncestorAt(placeId, Level.SubDistrict);

    public Office? OfficeOf(string placeId) =>
        SubDistrictOf(placeId) is { } subDistrict ? _offices.GetValueOrDefault(subDistrict.Id) : null;

    /// <summary>Who answers at this rung for this place right now: those on duty, each away one replaced by a stand-in who isn't.</summary>
    public IReadOnlyList<Person> ResponsibleAt(string placeId, Level level)
    {
        if (AncestorAt(placeId, level) is not { } place || !_dutiesByPlace.TryGetValue(place.Id, out var duties))
        {
            return [];
        }

        var responsible = new List<Person>(duties.Length);
        foreach (var duty in duties)
        {
            if (AnswersFor(duty) is { } person && !responsible.Contains(person))
            {
                responsible.Add(person);
            }
        }

        return responsible;
    }

    /// <summary>Everybody whom the roster names for this rung, on duty or not, and their stand-ins.</summary>
    public IEnumerable<Person> AnsweringAt(string placeId, Level level) =>
        AncestorAt(placeId, level) is { } place && _dutiesByPlace.TryGetValue(place.Id, out var duties)
            ? duties.SelectMany(d => d.StandIns.Prepend(d.UserId)).Select(FindPerson).OfType<Person>()
            : [];

    /// <summary>True for everybody on any rung above the place, present or away, and for their stand-ins.</summary>
    public bool IsOnLadder(string placeId, string userId) => LadderLevelOf(placeId, userId) is not null;

    /// <summary>The rung on which this person, or the one they stand in for, answers for the place.</summary>
    public Level? LadderLevelOf(string placeId, string userId)
    {
        foreach (var place in PathUp(placeId))
        {
            if (place.Level is { } level && _dutiesByPlace.TryGetValue(place.Id, out var duties)
                && Array.Exists(duties, d => Names(d, userId)))
            {
                return level;
            }
        }

        return null;
    }

    /// <summary>The group that hears of issues at this place: the nearest one bound on the way up.</summary>
    public GroupChat? GroupFor(string placeId)
    {
        foreach (var place in PathUp(placeId))
        {
            if (_groupsByPlace.TryGetValue(place.Id, out var groups))
            {
                return groups[0];
            }
        }

        return null;
    }

    public static bool SameUser(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Names(Duty duty, string userId) =>
        SameUser(duty.UserId, userId) || duty.StandIns.Any(s => SameUser(s, userId));

    private Person? AnswersFor(Duty duty)
    {
        if (!duty.Away)
        {
            return FindPerson(duty.UserId);
        }

        foreach (var standIn in duty.StandIns)
        {
            if (FindPerson(standIn) is { } person && !_away.Contains(standIn))
            {
                return person;
            }
        }

        return null;
    }

    private Place[] ClimbFrom(Place start)
    {
        var path = new List<Place>(5);
        for (Place? place = start; place is not null && path.Count < 12; place = FindPlace(place.ParentId))
        {
            path.Add(place);
        }

        return [.. path];
    }
}
