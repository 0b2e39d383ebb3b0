namespace GridBot.Core.Understanding.Training;

/// <summary>
/// A plane between the examples that an answer fits and all others: a linear support vector machine with a squared hinge,
/// found by dual coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan, 2008). One thread and a fixed order: the
/// same examples and seed give the same plane to the last bit.
/// </summary>
internal static class Plane
{
    private const int MostRounds = 100;

    /// <summary>When no example pulls harder than this, one way or the other, the plane stands.</summary>
    private const double Rest = 0.02;

    /// <param name="sides">1 for an example on the near side, -1 on the far side, 0 for one that isn't asked.</param>
    /// <param name="weights">How much each example counts.</param>
    /// <param name="cost">What it costs when an example of weight 1 is on the wrong side; above 0.</param>
    /// <returns>A weight for each feature, and the bias as the last.</returns>
    public static float[] Between(ExampleMatrix examples, sbyte[] sides, float[] weights, float cost, int seed)
    {
        var plane = new float[examples.Features + 1];
        var asked = Enumerable.Range(0, sides.Length).Where(i => sides[i] != 0 && weights[i] > 0).ToArray();
        var emphasis = Emphasis.Of(examples, asked, sides, weights);
        var (pulls, slopes, gives) = (new double[sides.Length], new double[sides.Length], new double[sides.Length]);
        foreach (var i in asked)
        {
            // The dearer an example, the less the plane gives way to it.
            gives[i] = 1 / (2.0 * weights[i] * cost);
            slopes[i] = examples.Square(i, emphasis) + 1 + gives[i];
        }

        var dice = new Dice(seed);
        var (round, most) = (0, double.MaxValue);
        while (round++ < MostRounds && most > Rest)
        {
            dice.Shuffle(asked);
            most = 0;
            foreach (var i in asked)
            {
                var gap = (sides[i] * (examples.Times(i, plane) + plane[^1])) - 1 + (gives[i] * pulls[i]);
                most = Math.Max(most, pulls[i] == 0 ? -gap : Math.Abs(gap));
                var pull = Math.Max(0, pulls[i] - (gap / slopes[i]));
                if (pull != pulls[i])
                {
                    var moved = (float)((pull - pulls[i]) * sides[i]);
                    examples.AddTo(plane, i, moved, emphasis);
                    plane[^1] += moved;
                    pulls[i] = pull;
                }
            }
        }

        return plane;
    }
}
