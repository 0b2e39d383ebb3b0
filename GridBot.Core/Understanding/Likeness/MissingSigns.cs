namespace GridBot.Core.Understanding.Likeness;

/// <summary>What of each text the other one doesn't have. A whole name that only one has speaks against one matter, however much is shared.</summary>
internal static class MissingSigns
{
    /// <summary>How many signs a pair of texts has.</summary>
    public const int Count = 6;

    private const float Most = 8;

    public static void Write(TextProfile one, TextProfile other, Span<float> signs)
    {
        var (a, b) = (MissingIn(other, one), MissingIn(one, other));
        signs[0] = Math.Min(a.Share, b.Share);
        signs[1] = Math.Max(a.Share, b.Share);
        signs[2] = Math.Min(a.Longest, b.Longest);
        signs[3] = Math.Max(a.Longest, b.Longest);
        signs[4] = Math.Min(a.Names, b.Names);
        signs[5] = Math.Max(a.Names, b.Names);
    }

    /// <summary>The share that is missing by rarity, the rarest run of neighbours that are missing, and how many pieces of names.</summary>
    private static (float Share, float Longest, float Names) MissingIn(TextProfile other, TextProfile one)
    {
        var (all, missing, run, longest, names) = (0f, 0f, 0f, 0f, 0);
        for (var i = 0; i < one.Trail.Length; i++)
        {
            var rarity = one.TrailRarities[i];
            all += rarity;
            if (Array.BinarySearch(other.Pairs.Pieces, one.Trail[i]) >= 0)
            {
                run = 0;
                continue;
            }

            missing += rarity;
            names += rarity >= Shared.Name ? 1 : 0;
            run += Math.Max(0, rarity - Shared.Phrase);
            longest = Math.Max(longest, run);
        }

        return (all > 0 ? missing / all : 0, longest / 30, Math.Min(names, Most) / Most);
    }
}
