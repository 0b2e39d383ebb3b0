namespace GridBot.Core.Understanding.Training;

/// <summary>What a piece of text counts: the rarer it is, the more. On average over all texts it counts 1.</summary>
internal static class Rarity
{
    public static float[] Of(IReadOnlyList<FeatureRow> rows, int grams)
    {
        var occurs = new int[grams];
        foreach (var gram in rows.SelectMany(r => r.Grams))
        {
            occurs[gram]++;
        }

        double[] values = [.. occurs.Select(o => Math.Log(1 + (rows.Count / (o + 1.0))))];
        var (sum, count) = (0.0, 0L);
        for (var g = 0; g < grams; g++)
        {
            sum += occurs[g] * values[g] * values[g];
            count += occurs[g];
        }

        var usual = Math.Sqrt(sum / Math.Max(1, count));
        return [.. values.Select(v => (float)(v / usual))];
    }
}
