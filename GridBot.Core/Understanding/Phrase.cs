namespace GridBot.Core.Understanding;

/// <summary>
/// One entry of a word list: "坏了"; "电梯…困" (both in this order, a few characters apart); "^转" (opens the
/// message); "=好的" (is the whole message, apart from numbers, names and particles); "~电梯" (names a thing of
/// this class, and says nothing of whether something is wrong with it).
/// </summary>
internal sealed record Phrase(IReadOnlyList<string> Parts, bool Whole, bool Opening, bool Weak)
{
    public static Phrase Parse(string entry)
    {
        var (whole, opening, weak) = (entry.StartsWith('='), entry.StartsWith('^'), entry.StartsWith('~'));
        var words = whole || opening || weak ? entry[1..] : entry;
        var parts = words.Split('…', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new Phrase([.. parts.Select(Normaliser.Normalise)], whole, opening, weak);
    }

    public int Length => Parts.Sum(p => p.Length);
}
