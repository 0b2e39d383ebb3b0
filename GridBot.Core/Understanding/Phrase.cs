namespace GridBot.Core.Understanding;

/// <summary>
/// One entry of a word list: "坏了"; "电梯…困" (both in this order, a few characters apart); "老人……叫不醒" (farther apart,
/// also over a full stop); "老人&amp;叫不醒" (the same in either order); "^转" (opens the message); "=好的" (is the whole
/// message, apart from numbers, names and particles); "~电梯" (names a thing of this class, and says nothing of
/// whether something is wrong with it; of a danger: is often said of something else); "!红色预警" (of a danger: is one whatever
/// the model thinks). A part may name a group of words: "&lt;人&gt;…&lt;倒下&gt;", "&lt;气&gt;味".
/// </summary>
/// <param name="Reaches">For each part but the last, how many characters may stand between it and the next.</param>
internal sealed record Phrase(IReadOnlyList<string> Parts, IReadOnlyList<int> Reaches, bool Whole, bool Opening, bool Weak, bool Certain)
{
    private const int Near = 10;

    /// <summary>A sentence later is still the same accident.</summary>
    private const int Far = 24;

    private const char Either = '&';

    public int Length { get; } = Parts.Sum(p => p.Length);

    public static bool CrossesFullStop(int reach) => reach > Near;

    public static IEnumerable<Phrase> Parse(string entry)
    {
        var mark = entry.Length > 0 && entry[0] is '=' or '^' or '~' or '!' ? entry[0] : ' ';
        var words = mark == ' ' ? entry : entry[1..];
        return words.Split(Either) is [var one, var other]
            ? [InOrder($"{one}……{other}", mark), InOrder($"{other}……{one}", mark)]
            : [InOrder(words, mark)];
    }

    private static Phrase InOrder(string words, char mark)
    {
        var (parts, reaches, far) = (new List<string>(), new List<int>(), false);
        foreach (var part in words.Split('…', StringSplitOptions.TrimEntries))
        {
            if (part.Length == 0)
            {
                far = true;
                continue;
            }

            if (parts.Count > 0)
            {
                reaches.Add(far ? Far : Near);
            }

            parts.Add(Normaliser.Normalise(part));
            far = false;
        }

        return new Phrase(parts, reaches, mark == '=', mark == '^', mark == '~', mark == '!');
    }
}
