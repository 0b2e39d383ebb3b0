namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// Lays one text along the other by the runs of letters that both have. Rare words that stand where the other has other
/// rare words were exchanged: two matters told in one pattern. Rare words where the other has nothing only say more.
/// </summary>
internal static class ExchangeSigns
{
    /// <summary>How many signs a pair of texts has.</summary>
    public const int Count = 5;

    private const int ShortestRun = 2;

    /// <summary>The rarity of a long name, all its pieces together.</summary>
    private const float Much = 30;

    public static void Write(TextProfile one, TextProfile other, Span<float> signs)
    {
        // Of runs of one length the first counts: which text is asked first must make no difference.
        var (first, second) = string.CompareOrdinal(one.Letters, other.Letters) <= 0 ? (one, other) : (other, one);
        signs[..Count].Clear();
        var (i, j) = Along(first, second, 0..first.Letters.Length, 0..second.Letters.Length, (0, 0), signs);
        Weigh(first, second, i..first.Letters.Length, j..second.Letters.Length, signs);
    }

    /// <summary>Weighs all that stands before, between and behind shared runs; returns where the last of these ends.</summary>
    /// <param name="done">Up to where everything is weighed.</param>
    private static (int One, int Other) Along(TextProfile one, TextProfile other, Range inOne, Range inOther, (int One, int Other) done, Span<float> signs)
    {
        var (length, start, otherStart) = LongestRun(one.Letters.AsSpan(inOne), other.Letters.AsSpan(inOther));
        if (length < ShortestRun)
        {
            return done;
        }

        var (i, j) = (inOne.Start.Value + start, inOther.Start.Value + otherStart);
        done = Along(one, other, inOne.Start..i, inOther.Start..j, done, signs);
        Weigh(one, other, done.One..i, done.Other..j, signs);
        return Along(one, other, (i + length)..inOne.End, (j + length)..inOther.End, (i + length, j + length), signs);
    }

    /// <summary>The most and all of what was exchanged, by the side that tells less; the most by the other side; the most and all of what was added.</summary>
    private static void Weigh(TextProfile one, TextProfile other, Range inOne, Range inOther, Span<float> signs)
    {
        var (a, b) = (RarityOf(one, inOne), RarityOf(other, inOther));
        var (less, more) = (Math.Min(a, b) / Much, Math.Max(a, b) / Much);
        if (IsEmpty(inOne) || IsEmpty(inOther))
        {
            signs[3] = Math.Max(signs[3], more);
            signs[4] += more;
            return;
        }

        signs[0] = Math.Max(signs[0], less);
        signs[1] += less;
        signs[2] = Math.Max(signs[2], more);
    }

    private static bool IsEmpty(Range range) => range.Start.Value == range.End.Value;

    /// <summary>How rare the letters of a range are together, with the neighbour on either side.</summary>
    private static float RarityOf(TextProfile text, Range range)
    {
        var sum = 0f;
        for (var i = Math.Max(0, range.Start.Value - 1); !IsEmpty(range) && i < Math.Min(range.End.Value, text.TrailRarities.Length); i++)
        {
            sum += Math.Max(0, text.TrailRarities[i] - Shared.Phrase);
        }

        return sum;
    }

    private static (int Length, int Start, int OtherStart) LongestRun(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<byte> runs = stackalloc byte[Matter.TitleAtMost + 1];
        runs.Clear();
        var (longest, start, otherStart) = (0, 0, 0);
        for (var i = 0; i < one.Length; i++)
        {
            for (var j = other.Length; j > 0; j--)
            {
                runs[j] = other[j - 1] == one[i] ? (byte)(runs[j - 1] + 1) : (byte)0;
                if (runs[j] > longest)
                {
                    (longest, start, otherStart) = (runs[j], i + 1 - runs[j], j - runs[j]);
                }
            }
        }

        return (longest, start, otherStart);
    }
}
