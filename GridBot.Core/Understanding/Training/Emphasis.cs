namespace GridBot.Core.Understanding.Training;

/// <summary>
/// How readily a feature is listened to: the more unevenly it is shared out between the two sides, the more (the log-count
/// ratios of Wang and Manning, 2012).
/// </summary>
internal static class Emphasis
{
    /// <summary>Each feature is taken as seen once more, shared out as all features are: seen once, it tells nothing for certain.</summary>
    private const double Doubt = 1;

    /// <summary>The part of the emphasis that hangs on the ratio; the rest is the same for all.</summary>
    private const double Part = 0.5;

    /// <returns>For each feature; over all that is read, its square is 1 on average.</returns>
    public static float[] Of(ExampleMatrix examples, int[] asked, sbyte[] sides, float[] weights)
    {
        var (near, far) = (new double[examples.Features], new double[examples.Features]);
        foreach (var i in asked)
        {
            examples.CountInto(sides[i] > 0 ? near : far, i, weights[i]);
        }

        var (nearSum, farSum) = (near.Sum(), far.Sum());
        var share = nearSum + farSum > 0 ? nearSum / (nearSum + farSum) : 0;
        double[] ratios = [.. near.Zip(far, (n, f) => Ratio(n, f, share))];
        var usual = ratios.Average();
        double[] mixed = [.. ratios.Select(r => (Part * r) + ((1 - Part) * usual))];
        var (squares, count) = (0.0, 0.0);
        for (var f = 0; f < mixed.Length; f++)
        {
            squares += (near[f] + far[f]) * mixed[f] * mixed[f];
            count += near[f] + far[f];
        }

        var scale = squares > 0 ? Math.Sqrt(count / squares) : 1;
        return [.. mixed.Select(m => (float)(m * scale))];
    }

    /// <param name="share">The near side's share of all features.</param>
    private static double Ratio(double near, double far, double share) => share is <= 0 or >= 1
        ? 0
        : Math.Abs(Math.Log((near + (Doubt * share)) / share / ((far + (Doubt * (1 - share))) / (1 - share))));
}
