using System.Text;

namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>
/// Writes a sentence as it comes out of a hurried thumb or a voice: without punctuation, with wrong or dialect characters, fillers,
/// emoji, and, if it is an issue, passed on. Uses the swaps "typo" and "dialect", and the slots "emoji", "filler" and
/// "forward" (whose entries hold @ where the text goes).
/// </summary>
internal sealed class SlipsOfTheThumb(LineTemplates templates, Dice dice)
{
    private const string ClauseEnds = "，。！？,!?；";

    private readonly string[] _emoji = Plain(templates, "emoji");
    private readonly string[] _fillers = Plain(templates, "filler");
    private readonly string[] _forwards = Plain(templates, "forward");
    private readonly IReadOnlyList<Swap> _typos = templates.Swaps.GetValueOrDefault("typo", []);
    private readonly IReadOnlyList<Swap> _dialect = templates.Swaps.GetValueOrDefault("dialect", []);

    /// <param name="canBeForwarded">Only what somebody complains of is passed on.</param>
    public string Make(string text, bool canBeForwarded)
    {
        text = text.Trim().TrimStart(ClauseEnds.ToCharArray());
        text = Chance(8) ? SwapOne(text, _typos) : text;
        text = Chance(6) ? SwapAll(text, _dialect) : text;
        text = dice.Below(100) switch
        {
            < 30 => Punctuate(text, " "),
            < 38 => Punctuate(text, ""),
            < 42 when _fillers.Length > 0 && text.Length > 12 => Ramble(text),
            < 46 => text.TrimEnd('。') + "！！",
            < 49 => text.TrimEnd('。') + "。。。",
            _ => text.TrimEnd('。'),
        };
        text = Chance(6) && _emoji.Length > 0 ? text + Pick(_emoji) : text;
        text = canBeForwarded && Chance(4) && _forwards.Length > 0 ? Pick(_forwards).Replace("@", text, StringComparison.Ordinal) : text;
        return text.Trim();
    }

    private bool Chance(int percent) => dice.Below(100) < percent;

    private string Pick(string[] words) => words[dice.Below(words.Length)];

    private static string Punctuate(string text, string instead)
    {
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (ClauseEnds.Contains(c, StringComparison.Ordinal))
            {
                written.Append(instead);
            }
            else
            {
                written.Append(c);
            }
        }

        return written.ToString().TrimEnd();
    }

    /// <summary>As one speaks: fillers where the clauses meet, no stop anywhere.</summary>
    private string Ramble(string text)
    {
        var written = new StringBuilder(Pick(_fillers));
        foreach (var c in text)
        {
            written.Append(ClauseEnds.Contains(c, StringComparison.Ordinal) ? Pick(_fillers) : c.ToString());
        }

        return written.ToString();
    }

    private string SwapOne(string text, IReadOnlyList<Swap> swaps)
    {
        var fitting = swaps.Where(s => text.Contains(s.Word, StringComparison.Ordinal)).ToList();
        return fitting.Count == 0 ? text : Replace(text, fitting[dice.Below(fitting.Count)]);
    }

    private string SwapAll(string text, IReadOnlyList<Swap> swaps) => swaps.Aggregate(text, Replace);

    private string Replace(string text, Swap swap) =>
        text.Contains(swap.Word, StringComparison.Ordinal)
            ? text.Replace(swap.Word, swap.Instead[dice.Below(swap.Instead.Count)], StringComparison.Ordinal)
            : text;

    private static string[] Plain(LineTemplates templates, string slot) =>
        [.. templates.Slots.GetValueOrDefault(slot, []).Select(f => string.Concat(f.Pattern.Pieces.OfType<Piece.Words>().Select(w => w.Text)))];
}
