namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// How likely it is that two messages tell of the same matter. Learned from messages that people judged; compared are the
/// words alone, so that place and class stay the caller's. Safe to share between threads.
/// </summary>
public sealed class LikenessModel
{
    /// <summary>From so many characters on a message tells its story: a forwarded complaint, not a remark.</summary>
    private const int Long = 40;

    /// <summary>The signs of the first words, what of these is missing or exchanged, how they speak; the signs of all words; how far apart in time.</summary>
    internal const int Signs = (2 * PairSigns.Count) + MissingSigns.Count + ExchangeSigns.Count + Manners.Count + 1;

    internal LikenessModel(TextSense sense, Forests forests, LikenessThresholds thresholds) => (Sense, Forests, Thresholds) = (sense, forests, thresholds);

    public TextSense Sense { get; }

    public LikenessThresholds Thresholds { get; }

    internal Forests Forests { get; }

    public Matter Prepare(string text, string? detail = null) => Matter.Of(text, detail, Sense);

    /// <summary>Of two given messages; 0 to 1.</summary>
    public float Score(Matter one, Matter other)
    {
        Span<float> signs = stackalloc float[Signs];
        SignsOf(one, other, null, signs);
        return Forests.Pairs.Score(signs);
    }

    /// <summary>Whether a score tells that two given messages are the same.</summary>
    public bool IsSame(Matter one, Matter other, float score) => score >= Thresholds.SameOf(one, other);

    /// <summary>Whether a score tells that a message is to be linked to the likest before it.</summary>
    public bool IsLink(Matter one, Matter other, float score) => score >= Thresholds.LinkOf(one, other);

    /// <summary>Of a message and one that looks like it among many, so far apart in time; 0 to 1.</summary>
    public float LinkScore(Matter one, Matter other, TimeSpan apart)
    {
        Span<float> signs = stackalloc float[Signs];
        SignsOf(one, other, apart, signs);
        return Forests.LinksOf(one, other).Score(signs);
    }

    /// <summary>
    /// True when two long messages surely tell of the same. In short ones a word more or less is all the difference there is;
    /// they are told apart by place and class.
    /// </summary>
    public bool IsSameLong(string one, string other) =>
        one.Length >= Long && other.Length >= Long && Score(Prepare(one), Prepare(other)) >= Thresholds.Surely;

    internal static void SignsOf(Matter one, Matter other, TimeSpan? apart, Span<float> signs)
    {
        PairSigns.Write(one.Head, other.Head, signs);
        signs = signs[PairSigns.Count..];
        MissingSigns.Write(one.Head, other.Head, signs);
        signs = signs[MissingSigns.Count..];
        ExchangeSigns.Write(one.Head, other.Head, signs);
        signs = signs[ExchangeSigns.Count..];
        Manners.Write(one.Manners, other.Manners, signs);
        signs = signs[Manners.Count..];
        PairSigns.Write(one.Whole, other.Whole, signs);
        signs[^1] = apart is { } span ? MathF.Log(1 + (float)Math.Abs(span.TotalDays)) : -1;
    }
}
