namespace GridBot.Core.Understanding;

/// <summary>The wrapping of passed-on words: 转：, 【转发】, 业主反映：, a nick before a colon, the rules of a chat record.</summary>
internal static class ForwardMarks
{
    private const int LongestNick = 10;

    private static readonly string[] Openers =
    [
        "【转发】", "[转发]", "(转发)", "转发:", "转发\"", "转发居民:", "转发业主:", "转:", "转发 ", "fw:", "fwd:", "聊天记录", "群聊的聊天记录", "以下是转发",
    ];

    private static readonly string[] Tellers =
    [
        "反映:", "反应:", "反映,", "来电:", "投诉:", "说:", "留言:", "反馈:", "求助:", "诉求:", "发来:", "的微信:",
    ];

    /// <summary>Before a colon these are words of the message, no nick.</summary>
    private static readonly string[] NoNick =
    [
        "通知", "公告", "提醒", "提示", "补充", "建议", "地址", "位置", "地点", "保密", "时间", "事", "如下", "问题", "情况", "倡议",
        "请问", "现场", "演练", "试响", "编号", "电话", "原因", "诉求", "是", "结果", "进展", "更正", "办结", "退回", "挂账",
    ];

    /// <summary>Where the words begin that the mark at the start of the text wraps; 0 when there is no mark.</summary>
    public static int Skip(ReadOnlySpan<char> text) => Skip(text, out _);

    /// <param name="isForwarded">Whether there is a mark.</param>
    public static int Skip(ReadOnlySpan<char> text, out bool isForwarded)
    {
        isForwarded = false;
        var start = 0;
        for (var round = 0; round < 4; round++)
        {
            var rest = text[start..];
            var trimmed = rest.TrimStart(" \n\"'-=_*>|:");
            var length = trimmed.IsEmpty ? 0 : WrapLength(trimmed);
            start += rest.Length - trimmed.Length + length;
            if (length == 0)
            {
                break;
            }

            isForwarded = true;
        }

        return Math.Min(start, text.Length);
    }

    /// <summary>The words without wrapping, robot marks and @names, line by line.</summary>
    public static string Clean(string text)
    {
        if (!text.Contains('\n'))
        {
            return CleanLine(text.Trim());
        }

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var clean = string.Join('\n', lines.Select(CleanLine).Where(l => l.Length > 0));
        return clean;
    }

    private static string CleanLine(string line)
    {
        if (IsRule(line) || IsNickAndTime(line))
        {
            return "";
        }

        Span<char> normal = stackalloc char[Math.Min(line.Length, Normaliser.LongestRead)];
        Normaliser.Normalise(line, normal);
        var rest = line.AsSpan(Skip(normal)).Trim(" \"“”'「」-—=*>|");
        while (rest.StartsWith("@"))
        {
            var end = rest.IndexOfAny(' ', '\u2005', ',');
            rest = end < 0 ? [] : rest[(end + 1)..].TrimStart();
        }

        return rest.Length == line.Length ? line : rest.ToString();
    }

    private static int WrapLength(ReadOnlySpan<char> text)
    {
        foreach (var opener in Openers)
        {
            if (text.StartsWith(opener))
            {
                return opener.Length;
            }
        }

        var head = text[..Math.Min(text.Length, LongestNick + 6)];
        if (head[0] is '#' or '【' || !head.ContainsAny(':', ','))
        {
            return 0;
        }

        var colon = head.IndexOf(':');
        foreach (var teller in Tellers)
        {
            var at = head.IndexOf(teller);
            if (at >= 0 && IsName(text[..at], 12))
            {
                return at + teller.Length;
            }
        }

        if (colon > 0 && colon <= LongestNick && !char.IsAsciiDigit(text[0]) && IsName(text[..colon], LongestNick))
        {
            foreach (var word in NoNick)
            {
                if (text[..colon].EndsWith(word))
                {
                    return 0;
                }
            }

            return colon + 1;
        }

        return 0;
    }

    private static bool IsName(ReadOnlySpan<char> text, int longest)
    {
        foreach (var c in text)
        {
            if (!Normaliser.IsWordly(c) && c is not ('-' or '_' or '.' or '·' or '(' or ')' or '的'))
            {
                return false;
            }
        }

        return text.Length <= longest;
    }

    private static bool IsRule(string line) => line.AsSpan().TrimStart("-—=_* ").IsEmpty;

    /// <summary>"张三 10:23" and "2026-11-24 10:23" head the lines of a chat record.</summary>
    private static bool IsNickAndTime(string line)
    {
        var colon = line.LastIndexOf(':');
        return line.Length < 32 && colon > 0 && colon >= line.Length - 6 && colon + 2 < line.Length
            && char.IsAsciiDigit(line[colon - 1]) && line.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0
            && (line.Contains(' ') || line.Contains('-'));
    }
}
