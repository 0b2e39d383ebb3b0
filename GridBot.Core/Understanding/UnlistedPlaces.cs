namespace GridBot.Core.Understanding;

/// <summary>A place by a name that no roster knows, at [Start, End): community (an estate), road or poi.</summary>
internal readonly record struct UnlistedPlace(int Start, int End, string Kind);

/// <summary>
/// Estates, streets and landmarks by how their names end (花园, 路, 超市). A name reaches back to the last sign,
/// number, small word or known word before it: 补充下，在｜育才｜路口.
/// </summary>
internal static class UnlistedPlaces
{
    private const int LongestName = 5;
    private const int UsualName = 2;

    /// <summary>More gates stand in no message; each is compared with every other.</summary>
    private const int MostGates = 200;

    private const string Directions = "东南西北";

    /// <summary>A weak ending needs one of these, or a number, behind it.</summary>
    private static readonly string[] AfterAName = ["广场", "小区", "社区", "门口", "大门", "东门", "西门", "南门", "北门", "物业", "业主", "居民", "旁", "附近", "对面", "整个", "全部", "这边", "那边"];

    /// <summary>Endings of one character that are seldom anything else.</summary>
    private const string SureEndings = "苑邸郡墅轩湾";

    /// <summary>After a street these make it something else: 路灯, 路面.</summary>
    private const string NoRoad = "灯面由况牌费程障过人道虎径子";

    private static readonly string[] Beside = ["门口", "旁", "附近", "对面", "那块", "那边", "那里", "那儿", "后面", "前面", "边上", "下面", "底下", "里面"];

    public static List<UnlistedPlace> Find(Passage passage)
    {
        var found = new List<UnlistedPlace>();
        if (passage.Has(Mark.EstateEnding) || passage.Has(Mark.RoadEnding))
        {
            foreach (var finding in passage.Findings)
            {
                if (finding.Is(Mark.EstateEnding) && Estate(passage, finding) is { } estate)
                {
                    Add(found, estate);
                }
                else if (finding.Is(Mark.RoadEnding) && Road(passage, finding) is { } road)
                {
                    Add(found, road);
                }
            }
        }

        if (passage.Has(Mark.Landmark))
        {
            foreach (var finding in passage.Findings)
            {
                if (finding.Is(Mark.Landmark) && Landmark(passage, finding, found) is { } landmark)
                {
                    Add(found, landmark);
                }
            }
        }

        Gates(passage.Text, found);
        if (passage.Names.Count > 0)
        {
            DropListed(found, passage.Names);
        }

        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void DropListed(List<UnlistedPlace> found, List<NamedPlace> names) =>
        found.RemoveAll(f => names.Exists(n => n.Start <= f.Start && n.End >= f.End));

    private static UnlistedPlace? Estate(Passage passage, Finding ending)
    {
        if (IsNoName(passage, ending) && !IsBuilding(passage, ending.End))
        {
            return null;
        }

        var (start, atBoundary) = NameReach.Back(passage, ending.Start, LongestName);
        var length = ending.Start - start;
        var sure = ending.End - ending.Start >= 2;
        start = !atBoundary && sure ? ending.Start - UsualName : start;
        return length >= UsualName && (sure || (atBoundary && (SureEndings.Contains(passage.Text[ending.Start]) || IsFollowed(passage, ending.End))))
            ? new UnlistedPlace(start, ending.End, "community")
            : null;
    }

    private static bool IsFollowed(Passage passage, int end)
    {
        if (IsBuilding(passage, end))
        {
            return true;
        }

        foreach (var word in AfterAName)
        {
            if (passage.Text.AsSpan(end).StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBuilding(Passage passage, int at) =>
        passage.Numbers.Exists(n => n.Start == at && n.Kind is MentionKind.Building or MentionKind.PerhapsBuilding);

    private static UnlistedPlace? Road(Passage passage, Finding ending)
    {
        var next = ending.End < passage.Text.Length ? passage.Text[ending.End] : '\0';
        if (IsNoName(passage, ending) || NoRoad.Contains(next))
        {
            return null;
        }

        var (start, atBoundary) = NameReach.Back(passage, ending.Start, LongestName - 1);
        return ending.Start - start >= UsualName ? new UnlistedPlace(atBoundary ? start : ending.Start - UsualName, ending.End, "road") : null;
    }

    private static UnlistedPlace? Landmark(Passage passage, Finding word, List<UnlistedPlace> found)
    {
        if (passage.Findings.Exists(f => f.Is(Mark.Landmark) && f.Start <= word.Start && f.End >= word.End && f.End - f.Start > word.End - word.Start))
        {
            return null;
        }

        var rest = passage.Text.AsSpan(word.End);
        var end = rest.StartsWith("门口") ? word.End + 2 : word.End;
        var behindName = found.FindIndex(f => f.End <= word.Start && f.End >= word.Start - 2 && NameReach.Back(passage, word.Start, word.Start - f.End).Start == f.End);
        if (behindName >= 0)
        {
            return passage.Text[word.Start..word.End] switch
            {
                "广场" => null,
                "工地" => new UnlistedPlace(found[behindName].Start, end, "poi"),
                _ => new UnlistedPlace(found[behindName].End, end, "poi"),
            };
        }

        if (WithDirection(passage.Text, word.Start) is var turned && turned < word.Start)
        {
            return new UnlistedPlace(turned, end, "poi");
        }

        var (start, atBoundary) = NameReach.Back(passage, word.Start, LongestName - 1);
        if (atBoundary && word.Start - start >= UsualName && !rest.StartsWith("里"))
        {
            return new UnlistedPlace(start, end, "poi");
        }

        return start == word.Start && (passage.Text[word.End - 1] == '口' || IsBeside(rest)) ? new UnlistedPlace(word.Start, end, "poi") : null;
    }

    private static bool IsBeside(ReadOnlySpan<char> rest)
    {
        foreach (var word in Beside)
        {
            if (rest.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>小区南门, 北门, 西边, 东 before a landmark.</summary>
    private static int WithDirection(string text, int start)
    {
        var at = start;
        at -= at > 1 && text[at - 1] is '门' or '边' or '侧' or '面' && Directions.Contains(text[at - 2]) ? 1 : 0;
        var turned = at;
        while (turned > 0 && Directions.Contains(text[turned - 1]))
        {
            turned--;
        }

        return turned == at ? start : turned >= 2 && text.AsSpan(turned - 2, 2).SequenceEqual("小区") ? turned - 2 : turned;
    }

    /// <summary>东门, 小区西门.</summary>
    private static void Gates(string text, List<UnlistedPlace> found)
    {
        var most = found.Count + MostGates;
        for (var i = text.IndexOf('门', StringComparison.Ordinal); i > 0 && found.Count < most; i = text.IndexOf('门', i + 1))
        {
            var start = WithDirection(text, i + 1);
            if (start < i && !found.Exists(f => f.Start <= i && f.End > i) && !(i + 1 < text.Length && text[i + 1] is '子'))
            {
                Add(found, new UnlistedPlace(start, i + 1, "poi"));
            }
        }
    }

    private static bool IsNoName(Passage passage, Finding ending) =>
        passage.Findings.Exists(f => f.Is(Mark.NoName) && f.Start < ending.Start && f.End >= ending.End);

    /// <summary>Of two that overlap the longer stays.</summary>
    private static void Add(List<UnlistedPlace> found, UnlistedPlace place)
    {
        var other = found.FindIndex(f => f.Start < place.End && f.End > place.Start);
        if (other < 0)
        {
            found.Add(place);
        }
        else if (place.End - place.Start > found[other].End - found[other].Start)
        {
            found[other] = place;
        }
    }
}
