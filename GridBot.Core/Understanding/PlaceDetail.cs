namespace GridBot.Core.Understanding;

/// <summary>Unit, floor and spot as written, next to each other: "2单元3楼", "楼下". Doors are stepped over and left out.</summary>
internal static class PlaceDetail
{
    private const int WidestStep = 1;

    /// <summary>What follows a building that the roster knows.</summary>
    public static string? After(Passage passage, int start, int to) => Chain(passage, start, to, null);

    /// <summary>The number of an unknown building and what follows it; without one, the first unit, floor, spot or unlisted name.</summary>
    public static string? Of(Passage passage, int from, int to)
    {
        foreach (var number in passage.Numbers)
        {
            if (number.Kind == MentionKind.Building && PlaceReader.Names(passage, number, MentionKind.Building, from, to))
            {
                return Chain(passage, number.End, to, passage.Original[number.Start..number.End].Trim());
            }
        }

        var first = to;
        foreach (var number in passage.Numbers)
        {
            first = number.Start >= from && number.Kind is MentionKind.Unit or MentionKind.Floor ? Math.Min(first, number.Start) : first;
        }

        foreach (var finding in passage.Findings)
        {
            first = finding.Start >= from && finding.Is(Mark.Spot) ? Math.Min(first, finding.Start) : first;
        }

        foreach (var place in passage.Unlisted)
        {
            first = place.Start >= from ? Math.Min(first, place.Start) : first;
        }

        return Chain(passage, first, to, null);
    }

    private static string? Chain(Passage passage, int start, int to, string? detail)
    {
        for (var (at, pieces) = (start, 0); pieces < 5 && Next(passage, at, to) is { } next; pieces++)
        {
            detail += next.Words;
            at = next.End;
        }

        return string.IsNullOrEmpty(detail) ? null : detail;
    }

    private static (int End, string Words)? Next(Passage passage, int at, int to)
    {
        foreach (var number in passage.Numbers)
        {
            if (number.Start >= at && number.Start <= at + WidestStep && number.End <= to
                && number.Kind is MentionKind.Unit or MentionKind.Floor or MentionKind.Room)
            {
                return (number.End, Words(passage, number));
            }
        }

        (int End, string Words)? longest = null;
        foreach (var place in passage.Unlisted)
        {
            if (place.Start >= at && place.Start <= at + WidestStep && place.End <= to)
            {
                longest = (place.End, passage.Original[place.Start..place.End]);
            }
        }

        foreach (var finding in passage.Findings)
        {
            if (finding.Is(Mark.Spot) && finding.Start >= at && finding.Start <= at + WidestStep && finding.End <= to
                && finding.End > (longest?.End ?? 0))
            {
                longest = (finding.End, passage.Original[finding.Start..finding.End]);
            }
        }

        return longest;
    }

    private static string Words(Passage passage, PlaceMention number) => number.Kind switch
    {
        MentionKind.Room => "",
        MentionKind.Unit when number.End - number.Start == number.Key.Length && char.IsAsciiDigit(passage.Text[number.End - 1]) =>
            number.Key + "单元",
        _ => passage.Original[number.Start..number.End],
    };
}
