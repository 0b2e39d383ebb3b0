namespace GridBot.Core.Understanding;

/// <summary>The pieces of a text that were recognised, for colouring and for measuring: in order, none inside another.</summary>
internal static class SpanReader
{
    public static IReadOnlyList<TextSpan> Read(Passage passage)
    {
        if (passage.Numbers.Count + passage.Names.Count + passage.References.Count + passage.Unlisted.Count == 0)
        {
            return [];
        }

        var spans = new List<TextSpan>(passage.Numbers.Count + passage.Names.Count + passage.References.Count + passage.Unlisted.Count);
        foreach (var number in passage.Numbers)
        {
            if (!SaysWho(passage.Text, number) && !NamesAnIssue(passage, number))
            {
                Add(passage, number.Start, number.End, number.SpanKind, spans);
            }
        }

        foreach (var name in passage.Names)
        {
            Add(passage, name.Start, name.End, name.Places[0].Kind switch
            {
                Roster.PlaceKind.Building => "building",
                Roster.PlaceKind.Grid => "grid",
                _ => "community",
            }, spans);
        }

        foreach (var place in passage.Unlisted)
        {
            Add(passage, place.Start, place.End, place.Kind, spans);
        }

        foreach (var reference in passage.References)
        {
            Add(passage, reference.Start, reference.End, "reference", spans);
        }

        spans.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return spans;
    }

    private static bool NamesAnIssue(Passage passage, PlaceMention number)
    {
        foreach (var reference in passage.References)
        {
            if (reference.Start <= number.Start && reference.End >= number.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>一楼的老人, 二楼把: a floor that says who it is; and 地下二层, which is no floor of a building.</summary>
    private static bool SaysWho(string text, PlaceMention number) =>
        number.Kind == MentionKind.Floor
        && (text[number.Start] is '地' or '负'
            || (number.End < text.Length && text[number.End] is '的' or '把' or '住' or '老' or '邻' or '业' or '那'));

    private static void Add(Passage passage, int start, int end, string kind, List<TextSpan> spans)
    {
        var free = true;
        for (var i = spans.Count - 1; i >= 0; i--)
        {
            var other = spans[i];
            if (other.Start >= start && other.End <= end && other.End - other.Start < end - start)
            {
                spans.RemoveAt(i);
            }
            else
            {
                free &= other.Start >= end || other.End <= start;
            }
        }

        if (free)
        {
            spans.Add(new TextSpan(start, end, kind, passage.Original[start..end]));
        }
    }
}
