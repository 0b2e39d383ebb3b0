using System.Globalization;

namespace GridBot.Core.Understanding;

/// <summary>
/// One way of writing for what people write in many: half width, lower case, no control or direction characters.
/// Each character stays where it was, so that every offset holds for the original too.
/// </summary>
internal static class Normaliser
{
    /// <summary>Nobody tells a problem in more; the rest is not looked at.</summary>
    public const int LongestRead = 4000;

    public static string Normalise(string text)
    {
        var length = Math.Min(text.Length, LongestRead);
        return string.Create(length, text, static (target, source) => Normalise(source, target));
    }

    /// <summary>Fills the target, which is no longer than the text.</summary>
    public static void Normalise(ReadOnlySpan<char> text, Span<char> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = Normalise(text[i]);
        }
    }

    /// <summary>Letters, digits and Chinese characters; everything else only separates.</summary>
    public static bool IsWordly(char c) => char.IsAsciiLetterOrDigit(c) || IsHan(c);

    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or '〇';

    public static char Normalise(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= '\u4e00' and <= '\u9fff' => c,
        >= 'A' and <= 'Z' => (char)(c + 32),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 0xFEE0 + 32),
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        '\n' => '\n',
        >= '①' and <= '⑨' => (char)(c - '①' + '1'),
        '—' or '－' or '–' or '‐' or '−' => '-',
        '“' or '”' or '「' or '」' => '"',
        '﹟' => '#',
        _ when char.IsControl(c) || char.IsWhiteSpace(c) => ' ',
        _ when CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format => ' ',
        _ => c,
    };
}
