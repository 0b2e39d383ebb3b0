using System.Text.RegularExpressions;

namespace GridBot.Core.Wording;

/// <summary>
/// Keeps words within what a robot's card takes, so that the part that matters is what stays. Channels with other
/// limits fit them again.
/// </summary>
internal static partial class Fitting
{
    public const int Title = 26;
    public const int Line = 30;
    public const int Text = 112;
    public const int Button = 10;

    /// <summary>At most so many characters, the last of them "…"; never half a character.</summary>
    public static string Cut(string words, int most)
    {
        if (words.Length <= most)
        {
            return words;
        }

        var end = Math.Max(0, most - 1);
        return words[..(end > 0 && char.IsHighSurrogate(words[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>The first part gives way: what stands behind it is kept whole.</summary>
    public static string Before(string first, string rest, int most) => Cut(first, Math.Max(2, most - rest.Length)) + rest;

    /// <summary>What somebody said, to stand inside a sentence: on one line, without its full stop, and without numbers of people and doors.</summary>
    public static string? Said(string? words, int most)
    {
        var said = words is null ? "" : Blanks().Replace(Masking.Doors(Masking.Mask(words)), " ").Trim().TrimEnd('。', '.', '！', '!', '；', ';', '，', ',');
        return said.Length == 0 ? null : Cut(said, most);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
