using System.Text.RegularExpressions;

namespace GridBot.Core.Wording;

/// <summary>Hides phone and identity numbers before anything is kept (脱敏).</summary>
public static partial class Masking
{
    public static string Mask(string text)
    {
        if (!HoldsSevenDigits(text))
        {
            return text;
        }

        text = Identity().Replace(text, m => $"{m.Value[..3]}***********{m.Value[^4..]}");
        text = Mobile().Replace(text, m => $"{m.Value[..3]}****{m.Value[^4..]}");
        return Landline().Replace(text, m => $"{m.Value[..^4]}****");
    }

    private static bool HoldsSevenDigits(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= 7;
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)(0\d{2,3}-?)?[2-9]\d{6,7}(?!\d)")]
    private static partial Regex Landline();
}
