namespace GridBot.Core.Understanding;

/// <summary>Where one clause ends and the next begins. A space between Chinese characters counts as a comma, as chats use it.</summary>
internal static class Clauses
{
    public static bool EndsAt(ReadOnlySpan<char> text, int i) => text[i] switch
    {
        ',' or '。' or '!' or '?' or ';' or '\n' or '…' or '~' => true,
        '.' => !(i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1])),
        ' ' => i > 0 && i + 1 < text.Length && !char.IsAsciiDigit(text[i - 1]) && !char.IsAsciiDigit(text[i + 1]),
        _ => false,
    };

    /// <summary>The clause around a position: [Start, End) without its separators.</summary>
    public static (int Start, int End) Around(ReadOnlySpan<char> text, int position)
    {
        var (start, end) = (position, position);
        while (start > 0 && !EndsAt(text, start - 1))
        {
            start--;
        }

        while (end < text.Length && !EndsAt(text, end))
        {
            end++;
        }

        return (start, end);
    }

    /// <summary>The next clause, [start, at), at or behind this position; false when there is none.</summary>
    public static bool Next(ReadOnlySpan<char> text, ref int at, out int start)
    {
        while (at < text.Length && EndsAt(text, at))
        {
            at++;
        }

        start = at;
        while (at < text.Length && !EndsAt(text, at))
        {
            at++;
        }

        return at > start;
    }
}
