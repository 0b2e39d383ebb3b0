namespace GridBot.Core.Understanding;

/// <summary>To whom an issue is passed on: 转给王强, 转 物业, 请李强落实, @城管小刘 请处理.</summary>
internal static class TransferTarget
{
    private const int LongestName = 12;

    private static readonly string[] Givers = ["转派给", "转办给", "转交给", "移交给", "转给", "派给", "交给", "转派", "转办", "转交", "移交", "指派", "转到", "转"];

    private static readonly string[] AfterName =
    [
        "落实", "处理", "办理", "办一下", "负责", "跟进", "核实", "去", "来", "看", "联系", "协调", "牵头", "解决", "他们", "吧", "了", "的", "处置", "尽快", "马上", "派人",
    ];

    /// <summary>"@保安队长 联系车主" and "请李强落实" hand an issue to somebody by name.</summary>
    public static bool IsCallToSomebody(Passage passage)
    {
        var text = passage.Text.AsSpan(passage.Opening).TrimStart();
        return text.StartsWith("@") && Passage.EndOfName(passage.Text, passage.Text.IndexOf('@')) < passage.Text.Length && passage.Core.Length is > 0 and <= 16
            && !QuestionReader.IsQuestion(passage);
    }

    /// <summary>明天处理, 下周一再弄: a day and a doing, nothing else.</summary>
    public static bool OpensWithPutOff(ReadOnlySpan<char> text)
    {
        var body = text.TrimStart("0123456789#号, 、");
        foreach (var day in (ReadOnlySpan<string>)["明天", "后天", "明早", "大后天", "下周", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "星期", "月底", "改天", "过两天", "过几天"])
        {
            if (body.StartsWith(day))
            {
                return body.IndexOf("处理") > 0 || body.IndexOf("再") > 0 || body.IndexOf("办") > 0 || body.IndexOf("去弄") > 0 || body.IndexOf("解决") > 0;
            }
        }

        return false;
    }

    public static string? Read(Passage passage)
    {
        var text = passage.Text;
        foreach (var giver in Givers)
        {
            var at = text.IndexOf(giver, StringComparison.Ordinal);
            if (at >= 0)
            {
                return Name(passage, at + giver.Length);
            }
        }

        var named = text.IndexOf('@');
        if (named >= 0)
        {
            return passage.Original[(named + 1)..Passage.EndOfName(text, named)];
        }

        var please = text.IndexOf('请');
        return please >= 0 ? Name(passage, please + 1) : null;
    }

    private static string? Name(Passage passage, int from)
    {
        while (from < passage.Text.Length && passage.Text[from] is ' ' or ':' or '@' or '给')
        {
            from++;
        }

        var end = from;
        while (end < passage.Text.Length && end - from < LongestName && Normaliser.IsWordly(passage.Text[end]))
        {
            end++;
        }

        var name = passage.Text.AsSpan(from, end - from);
        var length = name.Length;
        foreach (var after in AfterName)
        {
            var at = name.IndexOf(after);
            length = at > 1 ? Math.Min(length, at) : length;
        }

        return length == 0 ? null : passage.Original.Substring(from, length);
    }
}
