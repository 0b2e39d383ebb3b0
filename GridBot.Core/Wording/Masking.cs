using System.Text.RegularExpressions;

namespace GridBot.Core.Wording;

/// <summary>
/// Hides phone and identity numbers before anything is kept (脱敏), also in full-width digits, with blanks between
/// groups, behind +86 or run into the words around them. Rather a number too many than one too few.
/// </summary>
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
        text = Landline().Replace(text, m => $"{m.Value[..^4]}****");
        return LongNumber().Replace(text, m => $"{m.Value[..3]}{new string('*', m.Length - 7)}{m.Value[^4..]}");
    }

    public static IReadOnlyList<string> PhonesIn(string text) =>
        [.. Mobile().Matches(text).Concat(Landline().Matches(Mobile().Replace(text, " "))).Select(m => m.Value).Distinct()];

    /// <summary>Hides door numbers: 10栋502, 2单元301室, 3-2-501. Floors and buildings stay.</summary>
    public static string Doors(string text) => Door().Replace(text, "***");

    /// <summary>The door number as written; null where there is none.</summary>
    public static string? DoorIn(string text) => Door().Match(text) is { Success: true } door ? door.Value.Trim('室', '号', '房', '户') : null;

    /// <summary>Whether a group that reads this learns where somebody lives or how to call them.</summary>
    public static bool NamesAHome(string text) => Door().IsMatch(text) || Mask(text) != text;

    private static bool HoldsSevenDigits(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
        }

        return digits >= 7;
    }

    [GeneratedRegex(@"(?<=(?:栋|幢|号楼|单元|楼)\s?)\d{3,4}(?!\d|号楼|栋|幢)(?:室|号房|房|户)?|(?<![\d])\d{3,4}(?:室|号房)|(?<=(?<!\d)\d{1,3}[-－—#]\d{1,2}[-－—])\d{3,4}(?!\d)")]
    private static partial Regex Door();

    [GeneratedRegex(@"(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXxＸｘ](?!\d)")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<!\d)[1１][3-9３-９]\d[ \-－—.]?\d{4}[ \-－—.]?\d{4}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)(?:[0０]\d{2,3}[ \-－—]?)?[2-9２-９]\d{2,3}[\-－—]?\d{4}(?!\d)")]
    private static partial Regex Landline();

    /// <summary>Whatever else is long: a number behind 86, two run together, an old identity number, a bank card.</summary>
    [GeneratedRegex(@"\d{9,}")]
    private static partial Regex LongNumber();
}
