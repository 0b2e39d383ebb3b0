namespace GridBot.Core.Understanding;

/// <summary>An issue named at [Start, End). Marked: by #, 编号 or 号, not by a bare number.</summary>
internal readonly record struct FoundReference(int Start, int End, IssueReference Reference, bool Marked);

/// <summary>
/// Which issues a message names. A marked number, or one of 100 and more, is an issue's number; a bare 1 to 99
/// is its code in the group. Buildings, doors, phones, dates and amounts are none of these.
/// </summary>
internal static class ReferenceReader
{
    private const int LargestCode = 99;

    private const int Most = 20;

    /// <summary>After a number these make it an amount, a time or a place.</summary>
    private const string Measures = "栋幢楼号座单层户室个人点时分秒天月日年元块米公里度%次台辆只条张盏件名位岁小周星期万千百多几吨斤瓶把根棵斗级路桶箱期区站线:.-/";

    /// <summary>What may follow a bare number in a command: 128已停工, 1我去, 3到哪了, 1状态.</summary>
    private const string Continuations = "已都也请转退挂升查收修换停还没怎咋到现处办完正在去我不明后延撤催分补好了马搞解交移派是有立安联的那这又放上呢误地应归进状";

    private static readonly string[] Markers = ["编号", "工单", "单号", "事件", "查询", "查", "处理", "关于", "问题"];

    public static List<FoundReference> Find(ReadOnlySpan<char> text, List<PlaceMention> mentions)
    {
        var found = new List<FoundReference>();
        for (var i = 0; i < text.Length && found.Count < Most; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i <= 7 && !IsPlace(mentions, i) && Read(text, i, end, found) is { } reference)
            {
                found.Add(reference);
            }

            i = end;
        }

        return found;
    }

    /// <summary>In a quoted text only marked numbers count: it is full of others.</summary>
    public static IReadOnlyList<IssueReference> InQuote(string? quoted) =>
        string.IsNullOrEmpty(quoted)
            ? []
            : [.. Find(Normaliser.Normalise(quoted), []).Where(r => r.Marked && r.Start > 0 && r.Reference.IsNumber)
                .Select(r => r.Reference).Distinct()];

    private static FoundReference? Read(ReadOnlySpan<char> text, int start, int end, List<FoundReference> before)
    {
        var value = long.Parse(text[start..end], System.Globalization.CultureInfo.InvariantCulture);
        var next = end < text.Length ? text[end] : '\0';
        if (value == 0)
        {
            return null;
        }

        if (start > 0 && text[start - 1] == '#' && !(start > 1 && char.IsAsciiLetterOrDigit(text[start - 2])) && next is not ('楼' or '栋' or '幢' or '-'))
        {
            return new FoundReference(start - 1, end, new IssueReference(value, IsNumber: true), Marked: true);
        }

        if (start > 0 && !IsBoundary(text, start, before))
        {
            return null;
        }

        var marked = EndsWithMarker(text[..start]);
        if (next == '号' || (next == '#' && value > LargestCode))
        {
            var after = end + 1 < text.Length ? text[end + 1] : '\0';
            return after == '\0' || !Normaliser.IsWordly(after) || Continuations.Contains(after)
                ? Named(start, end + 1, value, marked: true)
                : null;
        }

        return next == '\0' || next is ' ' or '、' or '和' or '跟' or '及' || Continuations.Contains(next)
            || (!Normaliser.IsWordly(next) && !Measures.Contains(next)) || (next == ':' && !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
            ? Named(start, end, value, marked)
            : null;
    }

    private static FoundReference Named(int start, int end, long value, bool marked) =>
        new(start, end, new IssueReference(value, value > LargestCode), marked && value > LargestCode);

    private static bool IsBoundary(ReadOnlySpan<char> text, int start, List<FoundReference> before)
    {
        var previous = text[start - 1];
        if (previous is ':' or '.' or '-' or '/' or '#' or '+')
        {
            return previous == ':' && !(start > 1 && char.IsAsciiDigit(text[start - 2]));
        }

        return !Normaliser.IsWordly(previous)
            || (previous is '和' or '跟' or '及' or '与' && before.Count > 0 && before[^1].End == start - 1)
            || EndsWithMarker(text[..start]) || EndsWithCommand(text[..start]);
    }

    private static bool EndsWithMarker(ReadOnlySpan<char> before)
    {
        foreach (var marker in Markers)
        {
            if (before.TrimEnd(" :").EndsWith(marker))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithCommand(ReadOnlySpan<char> before) =>
        before.EndsWith("收到") || before.EndsWith("接单") || before.EndsWith("办结") || before.EndsWith("完成") || before.EndsWith("撤回")
        || before.EndsWith("撤销") || before.EndsWith("催") || before.EndsWith("催一下") || before.EndsWith("退回") || before.EndsWith("升级")
        || before.EndsWith("挂账") || before.EndsWith("放弃") || before.EndsWith("取消") || before.EndsWith("我来") || before.EndsWith("我接");

    private static bool IsPlace(List<PlaceMention> mentions, int position)
    {
        foreach (var mention in mentions)
        {
            if (position >= mention.Start && position < mention.End)
            {
                return mention.Kind != MentionKind.PerhapsBuilding;
            }
        }

        return false;
    }
}
