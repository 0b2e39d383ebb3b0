using GridBot.Core.Roster;

namespace GridBot.Core.Understanding;

/// <summary>
/// Which place of the roster a stretch of text means: what it says, inside the group's place first; else the
/// sender's only building; else the group's place. A building that the roster doesn't know keeps its number in
/// the detail, and the place is the one around it: said, if the text names that one, else inferred.
/// </summary>
internal static class PlaceReader
{
    public static PlaceReading? Read(Passage passage, int from, int to, Utterance utterance, PlaceIndex index)
    {
        var anchor = index.Roster.FindPlace(utterance.ChatPlaceId)?.Id ?? index.Roster.FindPlace(utterance.Sender?.PlaceId)?.Id;
        var said = Named(passage, from, to, anchor, utterance, index);
        said = Inside(said, passage, from, to, MentionKind.Grid, anchor, utterance, index).Reading ?? said;

        var (found, mention) = Inside(said, passage, from, to, MentionKind.Building, anchor, utterance, index);
        if (found is not null)
        {
            return found with { Detail = PlaceDetail.After(passage, mention.End, to) };
        }

        if (said is not null)
        {
            return said with { Detail = PlaceDetail.Of(passage, from, to) };
        }

        return InferredFor(utterance, index) is { } inferred
            ? new PlaceReading(inferred, Inferred: true, PlaceDetail.Of(passage, from, to), [])
            : null;
    }

    /// <summary>The group of a whole sub-district says too little: there it is the sender's own place.</summary>
    private static string? InferredFor(Utterance utterance, PlaceIndex index)
    {
        var roster = index.Roster;
        var chat = roster.FindPlace(utterance.ChatPlaceId);
        var own = index.OnlyBuildingOf(utterance.SenderId);
        if (own is not null && (chat is null || roster.IsWithin(own, chat.Id)))
        {
            return own;
        }

        var senders = roster.FindPlace(utterance.Sender?.PlaceId)?.Id;
        return chat is { Kind: PlaceKind.SubDistrict } && senders is not null && roster.IsWithin(senders, chat.Id) ? senders : chat?.Id ?? senders;
    }

    private static PlaceReading? Named(Passage passage, int from, int to, string? anchor, Utterance utterance, PlaceIndex index)
    {
        PlaceReading? deepest = null;
        var depth = -1;
        foreach (var name in passage.Names)
        {
            if (name.Start < from || name.End > to)
            {
                continue;
            }

            var reading = Choose(name.Places, anchor, utterance, index);
            var thisDepth = index.Roster.PathUp(reading.PlaceId).Count;
            if (thisDepth > depth)
            {
                (deepest, depth) = (reading, thisDepth);
            }
        }

        return deepest;
    }

    /// <summary>Whether a mention of the stretch may be a place of this kind; what names an issue is none.</summary>
    public static bool Names(Passage passage, PlaceMention mention, MentionKind kind, int from, int to)
    {
        if (mention.Start < from || mention.End > to
            || !(mention.Kind == kind || (kind == MentionKind.Building && mention.Kind == MentionKind.PerhapsBuilding)))
        {
            return false;
        }

        foreach (var reference in passage.References)
        {
            if (reference.Marked && reference.Start <= mention.Start && reference.End >= mention.End)
            {
                return false;
            }
        }

        return true;
    }

    private static (PlaceReading? Reading, PlaceMention Mention) Inside(
        PlaceReading? said, Passage passage, int from, int to, MentionKind mentioned, string? anchor, Utterance utterance, PlaceIndex index)
    {
        var kind = mentioned == MentionKind.Grid ? PlaceKind.Grid : PlaceKind.Building;
        foreach (var mention in passage.Numbers)
        {
            if (!Names(passage, mention, mentioned, from, to))
            {
                continue;
            }

            var places = said is not null ? index.Numbered(said.PlaceId, kind, mention.Key) : Climb(anchor, kind, mention.Key, index);
            if (places.Count > 0)
            {
                return (Choose(places, anchor, utterance, index), mention);
            }
        }

        return (null, default);
    }

    /// <summary>The group's own place first, then what is around it, up to the community: farther away the same number means nothing.</summary>
    private static IReadOnlyList<Place> Climb(string? anchor, PlaceKind kind, string key, PlaceIndex index)
    {
        if (anchor is null)
        {
            return [];
        }

        foreach (var around in index.Roster.PathUp(anchor))
        {
            if (around.Kind == PlaceKind.SubDistrict && around.Id != anchor)
            {
                break;
            }

            var places = index.Numbered(around.Id, kind, key);
            if (places.Count > 0)
            {
                return places;
            }
        }

        return [];
    }

    /// <summary>Of several places of one name the one nearest to the group, then to the sender; those equally near are candidates.</summary>
    private static PlaceReading Choose(IReadOnlyList<Place> places, string? anchor, Utterance utterance, PlaceIndex index)
    {
        var near = Nearest(places, anchor, index);
        near = near.Count > 1 ? Nearest(near, utterance.Sender?.PlaceId, index) : near;
        return new PlaceReading(near[0].Id, Inferred: false, Detail: null, near.Count == 1 ? [] : [.. near.Skip(1).Select(p => p.Id)]);
    }

    private static IReadOnlyList<Place> Nearest(IReadOnlyList<Place> places, string? to, PlaceIndex index)
    {
        if (places.Count > 1 && to is not null)
        {
            foreach (var around in index.Roster.PathUp(to))
            {
                var near = Within(around, places, index);
                if (near.Length > 0)
                {
                    return near;
                }
            }
        }

        return places;
    }

    private static Place[] Within(Place around, IReadOnlyList<Place> places, PlaceIndex index) =>
        [.. places.Where(p => index.Roster.IsWithin(p.Id, around.Id))];
}
