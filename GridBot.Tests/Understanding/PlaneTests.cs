using GridBot.Core.Understanding.Training;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class PlaneTests
{
    /// <summary>Feature 0 is on the near side alone, 1 on the far side alone, 2 on both.</summary>
    private static readonly FeatureRow[] _rows =
    [
        new([0, 2], []), new([0], []), new([0, 2], []), new([1, 2], []), new([1], []), new([1, 2], []),
    ];

    private static readonly ExampleMatrix _matrix = new(_rows, [1, 1, 1], signals: 0, signalValue: 1);
    private static readonly sbyte[] _sides = [1, 1, 1, -1, -1, -1];

    [Fact]
    public void Every_example_comes_to_its_side()
    {
        var plane = Between(_sides, Ones(6));
        Assert.All(Enumerable.Range(0, 6), i => Assert.True(_sides[i] * Score(i, plane) > 0));
    }

    [Fact]
    public void What_stands_on_both_sides_decides_nothing()
    {
        var plane = Between(_sides, Ones(6));
        Assert.True(Math.Abs(plane[2]) < plane[0] / 5, $"{plane[2]} beside {plane[0]}");
    }

    /// <summary>The best plane is where its own size and what its examples cost are in balance: no step makes the sum smaller.</summary>
    [Fact]
    public void No_other_plane_nearby_costs_less()
    {
        float[] weights = [1, 2, 1, 0.5f, 1, 1];
        sbyte[] sides = [1, 1, -1, -1, -1, 1];
        var emphasis = Emphasis.Of(_matrix, [0, 1, 2, 3, 4, 5], sides, weights);
        var plane = Between(sides, weights);
        var cost = Cost(plane);
        foreach (var feature in Enumerable.Range(0, plane.Length))
        {
            foreach (var step in (float[])[-0.05f, 0.05f])
            {
                float[] other = [.. plane];
                other[feature] += step;
                Assert.True(Cost(other) > cost - 1e-4, $"{feature} {step}: {Cost(other)} < {cost}");
            }
        }

        double Cost(float[] tried)
        {
            var size = tried.Select((w, f) => f < 3 ? w / emphasis[f] : w).Sum(w => w * w) / 2;
            return size + Enumerable.Range(0, 6).Sum(i => 0.4 * weights[i] * Math.Pow(Math.Max(0, 1 - (sides[i] * Score(i, tried))), 2));
        }
    }

    [Fact]
    public void An_example_that_counts_for_nothing_or_is_not_asked_moves_nothing()
    {
        var plane = Between([1, 1, 0, -1, -1, -1], [1, 1, 1, 1, 1, 0]);
        var fewer = new ExampleMatrix([_rows[0], _rows[1], _rows[3], _rows[4]], [1, 1, 1], signals: 0, signalValue: 1);
        Assert.All(Plane.Between(fewer, [1, 1, -1, -1], Ones(4), 0.4f, seed: 1).Zip(plane), p => Assert.Equal(p.First, p.Second, 0.01f));
    }

    [Fact]
    public void A_feature_is_listened_to_the_more_the_more_unevenly_it_is_shared_out()
    {
        var emphasis = Emphasis.Of(_matrix, [0, 1, 2, 3, 4, 5], _sides, Ones(6));
        Assert.True(emphasis[0] > emphasis[2] && emphasis[1] > emphasis[2], string.Join(' ', emphasis));
    }

    private static float[] Between(sbyte[] sides, float[] weights) => Plane.Between(_matrix, sides, weights, 0.4f, seed: 1);

    private static double Score(int row, float[] plane) => _matrix.Times(row, plane) + plane[^1];

    private static float[] Ones(int count) => [.. Enumerable.Repeat(1f, count)];
}
