namespace GridBot.Handlers.Receiving;

/// <summary>
/// What a message may begin with to change how the rest of it is meant: 保密 for the insiders alone, 演练 or 试响 for a
/// rehearsal. It is cut off before anybody tries to understand the words.
/// </summary>
internal static class Opening
{
    private const string Confidential = "保密";
    private static readonly string[] Rehearsing = ["演练", "试响"];
    private const string Separators = " :：,，。.、;；!！\u3000\n\t";

    /// <summary>The message without its opening, marked with what that said.</summary>
    public static Heard Read(Heard heard, bool mayRehearse)
    {
        var text = heard.Text ?? "";
        if (mayRehearse && After(text, Rehearsing) is { } rehearsed)
        {
            heard = heard with { IsRehearsal = true };
            text = rehearsed;
        }

        return After(text, [Confidential]) is { } confided
            ? heard with { IsPrivate = true, Text = confided }
            : heard with { Text = heard.Text is null ? null : text };
    }

    /// <summary>Whether somebody means to rehearse, whoever they are.</summary>
    public static bool Rehearses(Heard heard) => After(heard.Text ?? "", Rehearsing) is { Length: > 0 };

    private static string? After(string text, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
            {
                return text[opening.Length..].TrimStart(Separators.ToCharArray());
            }
        }

        return null;
    }
}
