namespace GridBot.Core.Understanding;

/// <summary>Finds numbered places in every usual writing: 3号楼, 三栋, 23号院, 3#2-301, B3幢, 2单元, 十二楼, 18楼02户, 第三网格, 网格三. Knows no roster.</summary>
internal static class PlaceNumbers
{
    private static readonly string[] DoorSides = ["东户", "西户", "中户", "中间户", "边户"];

    private const int Most = 40;

    public static List<PlaceMention> Find(ReadOnlySpan<char> text)
    {
        var mentions = new List<PlaceMention>();
        for (var i = 0; i < text.Length && mentions.Count < Most;)
        {
            i = AfterClock(text, i);
            var end = ReadAt(text, i, mentions);
            i = end > i ? end : AfterRun(text, i);
        }

        return mentions;
    }

    /// <summary>8:00-17:001号楼: the minutes have two digits, what follows is a number of its own.</summary>
    private static int AfterClock(ReadOnlySpan<char> text, int i) =>
        i > 1 && text[i - 1] == ':' && char.IsAsciiDigit(text[i - 2]) && DigitRun(text, i) > 2 ? i + 2 : i;

    /// <summary>A run of digits is one number: what starts inside it is no number of its own.</summary>
    private static int AfterRun(ReadOnlySpan<char> text, int i)
    {
        var ascii = char.IsAsciiDigit(text[i]);
        do
        {
            i++;
        }
        while (ascii && i < text.Length && char.IsAsciiDigit(text[i]));

        return i;
    }

    private static int ReadAt(ReadOnlySpan<char> text, int start, List<PlaceMention> mentions)
    {
        if (text[start] is '东' or '西' or '中' or '边' && !text[(start + 1)..].StartsWith("单元"))
        {
            return ReadDoorSide(text, start, mentions);
        }

        if (text[start] == '网')
        {
            return ReadGrid(text, start, mentions);
        }

        var i = start;
        var below = text[i] == '负' || text[i..].StartsWith("地下");
        if (below || text[i] == '第')
        {
            i += text[i] == '地' ? 2 : 1;
        }

        var letter = i < text.Length && char.IsAsciiLetter(text[i]) && !(i > 0 && char.IsAsciiLetterOrDigit(text[i - 1])) ? text[i++] : '\0';
        long value = 0;
        var numberEnd = i;
        var hasNumber = i < text.Length && Numerals.TryRead(text[i..], out value, out var length) && (numberEnd = i + length) > i;
        if (!hasNumber && letter == '\0')
        {
            return ReadHeavenlyStem(text, start, mentions);
        }

        if (i > 0 && hasNumber && letter == '\0' && ((Numerals.IsDigit(text[i - 1]) && !IsBehindClock(text, i)) || (i > 1 && text[i - 1] is '.' or ':' && Numerals.IsDigit(text[i - 2]))))
        {
            return start;
        }

        var key = (letter == '\0' ? "" : letter.ToString()) + (hasNumber ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        var chinese = hasNumber && !char.IsAsciiDigit(text[i]);
        var after = numberEnd < text.Length && text[numberEnd] == ' ' ? numberEnd + 1 : numberEnd;
        var rest = text[after..];

        if (hasNumber && letter == '\0' && (rest.StartsWith("网格") || rest.StartsWith("号网格")))
        {
            return Add(mentions, start, after + (rest[0] == '号' ? 3 : 2), MentionKind.Grid, key);
        }

        if (rest.StartsWith("单元"))
        {
            return Add(mentions, start, after + 2, MentionKind.Unit, key);
        }

        if (hasNumber && letter == '\0' && value is > 0 and < 1000 && rest.StartsWith("号院"))
        {
            return AfterBuilding(text, Add(mentions, start, after + 2, MentionKind.Building, key + "院"), mentions);
        }

        var suffix = below ? 0 : BuildingSuffix(rest, chinese, hasNumber, value);
        if (suffix > 0)
        {
            NumbersTogether.Add(text, start, mentions);
            return AfterBuilding(text, Add(mentions, start, after + suffix, MentionKind.Building, key), mentions);
        }

        if (!hasNumber)
        {
            return start;
        }

        if (rest.StartsWith("楼") || (rest.StartsWith("层") && !rest.StartsWith("层次")))
        {
            return value is > 0 and < 100 ? Add(mentions, start, after + 1, MentionKind.Floor, key) : start;
        }

        return letter == '\0' && !below ? ReadLoose(text, start, numberEnd, key, value, chinese, mentions) : start;
    }

    private static bool IsBehindClock(ReadOnlySpan<char> text, int i) => i > 3 && text[i - 3] == ':' && char.IsAsciiDigit(text[i - 4]);

    private static int BuildingSuffix(ReadOnlySpan<char> rest, bool chinese, bool hasNumber, long value)
    {
        if (hasNumber && value is 0 or > 999)
        {
            return 0;
        }

        if (rest.StartsWith("号楼") || rest.StartsWith("#楼") || rest.StartsWith("#栋") || rest.StartsWith("号栋") || rest.StartsWith("号幢"))
        {
            return 2;
        }

        if (rest.StartsWith("栋") || rest.StartsWith("幢"))
        {
            // "三栋楼都停水" counts; "三栋楼道" names one.
            return chinese && rest.Length > 1 && rest[1] == '楼' && !(rest.Length > 2 && "道下上顶梯门里前后".Contains(rest[2])) ? 0 : 1;
        }

        return (rest.StartsWith("座") || (rest.StartsWith("#") && value < 100)) && !chinese ? 1 : 0;
    }

    /// <summary>What follows a building without a word of its own: 3#2-301, 3栋1502, 3栋2-5-501.</summary>
    private static int AfterBuilding(ReadOnlySpan<char> text, int i, List<PlaceMention> mentions)
    {
        var start = i < text.Length && text[i] is '-' or ' ' ? i + 1 : i;
        var first = DigitRun(text, start);
        if (first is 1 or 2 && start + first < text.Length && text[start + first] == '-')
        {
            var room = DigitRun(text, start + first + 1);
            if (room > 0)
            {
                mentions.Add(new PlaceMention(start, start + first, MentionKind.Unit, text.Slice(start, first).ToString()));
                return Add(mentions, start + first + 1, start + first + 1 + room, MentionKind.Room, "");
            }
        }

        return ReadRoom(text, start, i, mentions);
    }

    private static int ReadRoom(ReadOnlySpan<char> text, int start, int otherwise, List<PlaceMention> mentions)
    {
        var run = DigitRun(text, start);
        var end = start + run;
        return run is 3 or 4 && !(end < text.Length && text[end] is '元' or '块' or '个' or '人' or '户' or '年')
            ? Add(mentions, start, end < text.Length && text[end] is '室' or '房' or '号' ? end + 1 : end, MentionKind.Room, "")
            : otherwise;
    }

    /// <summary>301室; 2-301 or 3-2-301; 3号.</summary>
    private static int ReadLoose(
        ReadOnlySpan<char> text, int start, int end, string key, long value, bool chinese, List<PlaceMention> mentions)
    {
        var next = end < text.Length ? text[end] : '\0';
        var before = start > 0 ? text[start - 1] : '\0';
        var followsPlace = mentions.Count > 0 && start - mentions[^1].End <= 1 && mentions[^1].Kind is MentionKind.Unit or MentionKind.Floor;
        var digits = end - start;
        if (digits is 3 or 4 && (next is '室' || (next == '房' && !chinese) || (followsPlace && next is not ('元' or '块' or '个' or '人'))))
        {
            return Add(mentions, start, next is '室' or '房' ? end + 1 : end, MentionKind.Room, key);
        }

        if (followsPlace && digits == 2 && text[start] == '0' && next == '户')
        {
            return Add(mentions, start, end + 1, MentionKind.Room, key);
        }

        if (chinese || before is '路' or '街' or '巷' or '道' or '弄' or '里' or '月' or '第' or '#' or '-' or ':' or '/')
        {
            return start;
        }

        if (next == '-' && digits <= 2 && value > 0 && DigitRun(text, end + 1) is > 0 and <= 4)
        {
            var tail = end + 1 + DigitRun(text, end + 1);
            var whole = DigitRun(text, end + 1) >= 3 || (tail < text.Length && text[tail] == '-' && DigitRun(text, tail + 1) >= 3);
            return whole ? AfterBuilding(text, Add(mentions, start, end, MentionKind.PerhapsBuilding, key), mentions) : start;
        }

        return next == '号' && value is > 0 and < 200 && !IsDayOrDoor(text[(end + 1)..])
            ? Add(mentions, start, end + 1, MentionKind.PerhapsBuilding, key)
            : start;
    }

    private static bool IsDayOrDoor(ReadOnlySpan<char> rest) =>
        !rest.IsEmpty && "门线院井位房桌上下早晚前后之以开那截机铺商公厅馆岗室会".Contains(rest[0]) && !rest.StartsWith("下水")
        && !rest.StartsWith("门口");

    private static int ReadHeavenlyStem(ReadOnlySpan<char> text, int start, List<PlaceMention> mentions) =>
        text[start] is '甲' or '乙' or '丙' or '丁' or '东' or '西' or '中' or '南' or '北' && text[(start + 1)..].StartsWith("单元")
            ? Add(mentions, start, start + 3, MentionKind.Unit, text[start].ToString())
            : start;

    /// <summary>网格三, 网格12: nothing that is counted may follow (网格三个人, 网格3号楼).</summary>
    private static int ReadGrid(ReadOnlySpan<char> text, int start, List<PlaceMention> mentions)
    {
        if (!text[start..].StartsWith("网格") || !Numerals.TryRead(text[(start + 2)..], out var value, out var length) || value is 0 or > 999)
        {
            return start;
        }

        var end = start + 2 + length;
        return end == text.Length || !Normaliser.IsWordly(text[end]) || text[end] is '的' or '内' or '里' or '辖'
            ? Add(mentions, start, end, MentionKind.Grid, value.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : start;
    }

    private static int ReadDoorSide(ReadOnlySpan<char> text, int start, List<PlaceMention> mentions)
    {
        foreach (var side in DoorSides)
        {
            if (text[start..].StartsWith(side))
            {
                return Add(mentions, start, start + side.Length, MentionKind.Room, side);
            }
        }

        return start;
    }

    private static int DigitRun(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return Math.Max(0, end - start);
    }

    private static int Add(List<PlaceMention> mentions, int start, int end, MentionKind kind, string key)
    {
        mentions.Add(new PlaceMention(start, end, kind, key));
        return end;
    }
}
