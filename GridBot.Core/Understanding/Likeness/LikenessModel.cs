namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// How likely it is that two messages tell of the same matter. Learned from messages that people judged; compared are the
/// words alone, so that place and class stay the caller's. Safe to share between threads.
/// </summary>
public sealed class LikenessModel
{
    /// <summary>From so many characters on a message tells its story: a forwarded complaint, not a remark.</summary>
    private const int Long = 40;

    /// <summary>The signs of the first words, those of all words, and how far apart in time.</summary>
    internal const int Signs = (2 * PairSigns.Count) + 1;

    internal LikenessModel(PieceRarity rarity, Forest pairs, Forest links, float same, float link) =>
        (Rarity, Pairs, Links, Same, Link) = (rarity, pairs, links, same, link);

    public PieceRarity Rarity { get; }

    /// <summary>From this score on two given messages are the same, as likely as not.</summary>
    public float Same { get; }

    /// <summary>From this score on a message is linked to the likest of those before it.</summary>
    public float Link { get; }

    internal Forest Pairs { get; }

    internal Forest Links { get; }

    public Matter Prepare(string text, string? detail = null) => Matter.Of(text, detail, Rarity);

    /// <summary>Of two given messages; 0 to 1.</summary>
    public float Score(Matter one, Matter other)
    {
        Span<float> signs = stackalloc float[Signs];
        SignsOf(one, other, null, signs);
        return Pairs.Score(signs);
    }

    /// <summary>Of a message and one that looks like it among many, so far apart in time; 0 to 1.</summary>
    public float LinkScore(Matter one, Matter other, TimeSpan apart)
    {
        Span<float> signs = stackalloc float[Signs];
        SignsOf(one, other, apart, signs);
        return Links.Score(signs);
    }

    /// <summary>
    /// True when two long messages tell of the same. In short ones a word more or less is all the difference there is;
    /// they are told apart by place and class.
    /// </summary>
    public bool IsSameLong(string one, string other, TimeSpan apart) =>
        one.Length >= Long && other.Length >= Long && LinkScore(Prepare(one), Prepare(other), apart) >= Link;

    internal static void SignsOf(Matter one, Matter other, TimeSpan? apart, Span<float> signs)
    {
        PairSigns.Write(one.Head, other.Head, signs[..PairSigns.Count]);
        PairSigns.Write(one.Whole, other.Whole, signs[PairSigns.Count..^1]);
        signs[^1] = apart is { } span ? MathF.Log(1 + (float)Math.Abs(span.TotalDays)) : -1;
    }
}
