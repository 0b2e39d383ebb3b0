using System.Collections.Frozen;
using GridBot.Core.Roster;

namespace GridBot.Core.Understanding;

/// <summary>Places named by their own names at [Start, End).</summary>
internal readonly record struct NamedPlace(int Start, int End, IReadOnlyList<Place> Places);

/// <summary>What a roster's places are called; built once per roster.</summary>
public sealed class PlaceIndex
{
    /// <summary>Nobody names more places in one message; each is compared with every other.</summary>
    private const int MostNames = 200;

    /// <summary>Names in all but long messages.</summary>
    private const int UsualHits = 16;

    private static readonly string[] DroppedEndings = ["社区", "居委会", "村"];

    private readonly WordFinder _finder;
    private readonly Place[][] _named;
    private readonly Dictionary<(string Ancestor, PlaceKind Kind, string Key), List<Place>> _numbered = [];
    private readonly FrozenDictionary<string, string> _onlyBuilding;

    public PlaceIndex(RosterBook roster)
    {
        Roster = roster;
        var names = new Dictionary<string, List<Place>>();
        foreach (var place in roster.Places)
        {
            foreach (var name in place.Aliases.Prepend(place.Name).SelectMany(n => Spellings(place.Kind, n)).Distinct())
            {
                if (NumberIn(place.Kind, name) is { } key)
                {
                    Enter(place, key);
                }
                else if (name.Length >= 2)
                {
                    (names.TryGetValue(name, out var places) ? places : names[name] = []).Add(place);
                }
            }
        }

        var words = names.Keys.ToArray();
        _named = [.. words.Select(w => names[w].Distinct().ToArray())];
        _finder = new WordFinder(words);
        _onlyBuilding = roster.Places.Where(p => p.Kind == PlaceKind.Building)
            .SelectMany(b => roster.ResponsibleAt(b.Id, Level.Building).Select(p => (p.UserId, Building: b.Id)))
            .Concat(roster.People.Where(p => roster.FindPlace(p.PlaceId)?.Kind == PlaceKind.Building).Select(p => (p.UserId, Building: p.PlaceId)))
            .GroupBy(p => p.UserId, p => p.Building, StringComparer.OrdinalIgnoreCase)
            .Where(g => g.Distinct().Count() == 1)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    public RosterBook Roster { get; }

    internal string? OnlyBuildingOf(string userId) => _onlyBuilding.GetValueOrDefault(userId);

    /// <summary>Names in the text, none of them part of a longer one.</summary>
    internal List<NamedPlace> FindNames(string text)
    {
        var hits = new StackList<WordHit>(stackalloc WordHit[UsualHits]);
        _finder.Find(text, ref hits);
        var found = new List<NamedPlace>(Math.Min(hits.Count, MostNames));
        foreach (var hit in hits.Items)
        {
            if (found.Count < MostNames && !IsPartOfLonger(hit, hits.Items))
            {
                found.Add(new NamedPlace(hit.Start, hit.End, _named[hit.Word]));
            }
        }

        return found;
    }

    private static bool IsPartOfLonger(WordHit hit, ReadOnlySpan<WordHit> hits)
    {
        foreach (var other in hits)
        {
            if (other.Start <= hit.Start && other.End >= hit.End && other.End - other.Start > hit.End - hit.Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The places of this number inside another place.</summary>
    internal IReadOnlyList<Place> Numbered(string within, PlaceKind kind, string key) =>
        Roster.FindPlace(within)?.Kind == PlaceKind.SubDistrict
            ? [.. Roster.ChildrenOf(within).SelectMany(c => Numbered(c.Id, kind, key))]
            : _numbered.GetValueOrDefault((within, kind, key), []);

    private static IEnumerable<string> Spellings(PlaceKind kind, string name)
    {
        var normal = Normaliser.Normalise(name).Trim();
        yield return normal;
        foreach (var ending in DroppedEndings)
        {
            if (kind == PlaceKind.Community && normal.EndsWith(ending, StringComparison.Ordinal) && normal.Length >= ending.Length + 2)
            {
                yield return normal[..^ending.Length];
            }
        }
    }

    private static string? NumberIn(PlaceKind kind, string name)
    {
        var mentions = kind is PlaceKind.Building or PlaceKind.Grid ? PlaceNumbers.Find(name) : [];
        return mentions.FindLast(m => kind == PlaceKind.Grid
            ? m.Kind == MentionKind.Grid
            : m.Kind is MentionKind.Building or MentionKind.PerhapsBuilding) is { Key: { Length: > 0 } key } ? key : null;
    }

    /// <summary>Under itself and each ancestor below the sub-district, whose list would be long and is put together when asked for.</summary>
    private void Enter(Place place, string key)
    {
        foreach (var ancestor in Roster.PathUp(place.Id))
        {
            if (ancestor.Kind != PlaceKind.SubDistrict)
            {
                var entry = (ancestor.Id, place.Kind, key);
                var places = _numbered.TryGetValue(entry, out var known) ? known : _numbered[entry] = [];
                if (!places.Contains(place))
                {
                    places.Add(place);
                }
            }
        }
    }
}
