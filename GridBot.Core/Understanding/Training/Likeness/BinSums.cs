namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>For each of some signs and each bin of its values: how many pairs fall there, and what is wrong with their scores together.</summary>
internal sealed class BinSums(int[] signs)
{
    public const int Bins = 48;

    /// <summary>Draws what few pairs say towards nothing.</summary>
    public const float Restraint = 4;

    private const int FewestInLeaf = 20;

    private readonly Sum[] _sums = new Sum[signs.Length * Bins];

    public int[] Signs => signs;

    public void Add(byte[] bins, double slope, double curve)
    {
        var sums = _sums.AsSpan();
        for (var s = 0; s < signs.Length; s++)
        {
            ref var sum = ref sums[(s * Bins) + bins[signs[s]]];
            sum.Slope += slope;
            sum.Curve += curve;
            sum.Count++;
        }
    }

    public void Subtract(BinSums other)
    {
        for (var i = 0; i < _sums.Length; i++)
        {
            _sums[i].Slope -= other._sums[i].Slope;
            _sums[i].Curve -= other._sums[i].Curve;
            _sums[i].Count -= other._sums[i].Count;
        }
    }

    /// <summary>The bin up to which a sign best parts what is too low from what is too high; null where nothing is gained.</summary>
    public (int Sign, int Bin)? BestSplit(float[][] bounds)
    {
        (int, int)? best = null;
        var all = new Sum();
        foreach (var sum in _sums.AsSpan(0, Bins))
        {
            all.Add(sum);
        }

        var (bestGain, here) = (1e-6, all.Gain);
        for (var s = 0; s < signs.Length; s++)
        {
            var left = new Sum();
            for (var bin = 0; bin < bounds[signs[s]].Length; bin++)
            {
                left.Add(_sums[(s * Bins) + bin]);
                var right = new Sum { Slope = all.Slope - left.Slope, Curve = all.Curve - left.Curve, Count = all.Count - left.Count };
                if (left.Count >= FewestInLeaf && right.Count >= FewestInLeaf && left.Gain + right.Gain - here > bestGain)
                {
                    (bestGain, best) = (left.Gain + right.Gain - here, (signs[s], bin));
                }
            }
        }

        return best;
    }

    private struct Sum
    {
        public double Slope;
        public double Curve;
        public int Count;

        public readonly double Gain => Slope * Slope / (Curve + Restraint);

        public void Add(Sum other)
        {
            Slope += other.Slope;
            Curve += other.Curve;
            Count += other.Count;
        }
    }
}
