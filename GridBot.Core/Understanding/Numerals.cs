namespace GridBot.Core.Understanding;

/// <summary>Numbers as people write them: 12, 十二, 二十, 一百零三, 三零一.</summary>
internal static class Numerals
{
    public static bool IsDigit(char c) => char.IsAsciiDigit(c) || ChineseDigit(c) >= 0 || c is '十' or '百';

    /// <summary>The number that stands at the start; false when there is none. A run is Arabic or Chinese, never mixed.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out long value, out int length)
    {
        (value, length) = (0, 0);
        if (text.IsEmpty)
        {
            return false;
        }

        if (char.IsAsciiDigit(text[0]))
        {
            while (length < text.Length && char.IsAsciiDigit(text[length]))
            {
                value = length < 15 ? (value * 10) + text[length] - '0' : long.MaxValue;
                length++;
            }

            return true;
        }

        while (length < text.Length && length < 8 && (ChineseDigit(text[length]) >= 0 || text[length] is '十' or '百'))
        {
            length++;
        }

        value = FromChinese(text[..length]);
        return length > 0;
    }

    private static long FromChinese(ReadOnlySpan<char> run)
    {
        if (run.IndexOfAny('十', '百') < 0)
        {
            long spelled = 0;
            foreach (var c in run)
            {
                spelled = (spelled * 10) + ChineseDigit(c);
            }

            return spelled;
        }

        var (total, digit) = (0L, -1);
        foreach (var c in run)
        {
            if (c is '十' or '百')
            {
                total += (digit < 0 ? 1 : digit) * (c == '十' ? 10 : 100);
                digit = -1;
            }
            else
            {
                digit = ChineseDigit(c);
            }
        }

        return total + Math.Max(digit, 0);
    }

    private static int ChineseDigit(char c) => c switch
    {
        '零' or '〇' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };
}
