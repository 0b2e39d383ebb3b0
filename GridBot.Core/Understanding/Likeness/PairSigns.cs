namespace GridBot.Core.Understanding.Likeness;

/// <summary>The signs by which two messages are judged, as numbers between about 0 and 1.</summary>
internal static class PairSigns
{
    /// <summary>How many signs a pair of texts has.</summary>
    public const int Count = 20;

    public static void Write(TextProfile one, TextProfile other, Span<float> signs)
    {
        var singles = one.Singles.With(other.Singles);
        var pairs = one.Pairs.With(other.Pairs);
        var triples = one.Triples.With(other.Triples);
        var around = one.Around.With(other.Around);
        var (fewer, more) = one.Pairs.Total < other.Pairs.Total ? (one, other) : (other, one);

        signs[0] = Cosine(singles.Product, one.Singles.Norm, other.Singles.Norm);
        signs[1] = Cosine(pairs.Product, one.Pairs.Norm, other.Pairs.Norm);
        signs[2] = Cosine(triples.Product, one.Triples.Norm, other.Triples.Norm);
        signs[3] = Cosine(around.Product, one.Around.Norm, other.Around.Norm);
        signs[4] = Part(pairs.Smaller, fewer.Pairs.Total);
        signs[5] = Part(pairs.Smaller, more.Pairs.Total);
        signs[6] = Band(pairs.NameProduct, one.Pairs, other.Pairs, Shared.Name, float.MaxValue);
        signs[7] = Band(pairs.MatterProduct, one.Pairs, other.Pairs, Shared.Phrase, Shared.Name);
        signs[8] = Band(pairs.PhraseProduct, one.Pairs, other.Pairs, 0, Shared.Phrase);
        signs[9] = pairs.Rarest / 12;
        signs[10] = Math.Min(pairs.Names, 8) / 8f;
        signs[11] = Math.Min(triples.Names, 8) / 8f;
        signs[12] = LongestShared(one.Letters, other.Letters);
        signs[13] = Differ(one.Numbers, other.Numbers);
        signs[14] = Differ(one.Districts, other.Districts);
        signs[15] = Band(singles.MatterProduct, one.Singles, other.Singles, Shared.Phrase, Shared.Name);
        signs[16] = Math.Min(one.Letters.Length, other.Letters.Length) / 60f;
        signs[17] = Math.Abs(one.Letters.Length - other.Letters.Length) / 60f;
        signs[18] = signs[6] * signs[7];
        signs[19] = one.Topic.With(other.Topic);
    }

    private static float Cosine(float product, float one, float other) => one * other > 0 ? product / (one * other) : 0;

    private static float Part(float shared, float all) => all > 0 ? shared / all : 0;

    private static float Band(float product, PieceBag one, PieceBag other, float from, float to) =>
        product > 0 ? Cosine(product, one.NormOf(from, to), other.NormOf(from, to)) : 0;

    /// <summary>1 where both name some and none is the same; 0.5 where one names none; 0 where they share one.</summary>
    private static float Differ(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0.5f : one.Any(other.Contains) ? 0 : 1;

    /// <summary>The longest run of letters that both have, in twelfths, at most 2.</summary>
    private static float LongestShared(string one, string other)
    {
        const int Reach = 200;
        var a = one.AsSpan(0, Math.Min(Reach, one.Length));
        var b = other.AsSpan(0, Math.Min(Reach, other.Length));
        Span<byte> runs = stackalloc byte[Reach + 1];
        runs.Clear();
        var longest = 0;
        foreach (var letter in a)
        {
            for (var j = b.Length; j > 0; j--)
            {
                runs[j] = b[j - 1] == letter ? (byte)Math.Min(byte.MaxValue, runs[j - 1] + 1) : (byte)0;
                longest = Math.Max(longest, runs[j]);
            }
        }

        return Math.Min(longest, 24) / 12f;
    }
}
