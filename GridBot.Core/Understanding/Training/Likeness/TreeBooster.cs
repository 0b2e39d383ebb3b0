using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>
/// Learns a score as a sum of small trees, each mending what those before it left wrong (gradient boosting with the
/// logistic loss). The same rows in the same order give the same trees.
/// </summary>
internal sealed class TreeBooster
{
    private const int Depth = 3;
    private const float Rate = 0.06f;
    private const float Restraint = 4;
    private const int FewestInLeaf = 20;
    private const int Bins = 48;

    private readonly bool[] _same;
    private readonly float[][] _bounds;
    private readonly byte[][] _bins;
    private readonly double[] _scores;
    private readonly double[] _slopes;
    private readonly double[] _curves;

    public TreeBooster(float[][] rows, bool[] same)
    {
        _same = same;
        _bounds = [.. Enumerable.Range(0, rows[0].Length).Select(sign => BoundsOf(rows, sign))];
        _bins = [.. _bounds.Select((bounds, sign) => rows.Select(r => BinOf(bounds, r[sign])).ToArray())];
        _scores = new double[rows.Length];
        _slopes = new double[rows.Length];
        _curves = new double[rows.Length];
    }

    public Forest Learn(int trees)
    {
        var positive = _same.Count(s => s);
        var start = (float)Math.Log((positive + 0.5) / (_same.Length - positive + 0.5));
        Array.Fill(_scores, start);
        var grown = new List<DecisionTree>(trees);
        for (var t = 0; t < trees; t++)
        {
            for (var i = 0; i < _same.Length; i++)
            {
                var likely = 1 / (1 + Math.Exp(-_scores[i]));
                _slopes[i] = (_same[i] ? 1 : 0) - likely;
                _curves[i] = likely * (1 - likely);
            }

            var tree = new DecisionTree(new short[(2 << Depth) - 1], new float[(2 << Depth) - 1]);
            Array.Fill(tree.Signs, (short)-1);
            Grow(tree, 0, 0, [.. Enumerable.Range(0, _same.Length)]);
            grown.Add(tree);
        }

        return new Forest(start, grown);
    }

    private void Grow(DecisionTree tree, int node, int depth, int[] members)
    {
        var (slope, curve) = Sum(members);
        if (depth < Depth && BestSplit(members, slope, curve) is { } split)
        {
            var bins = _bins[split.Sign];
            tree.Signs[node] = (short)split.Sign;
            tree.Values[node] = _bounds[split.Sign][split.Bin];
            Grow(tree, (2 * node) + 1, depth + 1, Array.FindAll(members, i => bins[i] <= split.Bin));
            Grow(tree, (2 * node) + 2, depth + 1, Array.FindAll(members, i => bins[i] > split.Bin));
            return;
        }

        var leaf = (float)(Rate * slope / (curve + Restraint));
        tree.Values[node] = leaf;
        foreach (var i in members)
        {
            _scores[i] += leaf;
        }
    }

    private (int Sign, int Bin)? BestSplit(int[] members, double slope, double curve)
    {
        (int, int)? best = null;
        var (bestGain, here) = (1e-6, slope * slope / (curve + Restraint));
        Span<double> slopes = stackalloc double[Bins + 1];
        Span<double> curves = stackalloc double[Bins + 1];
        Span<int> counts = stackalloc int[Bins + 1];
        for (var sign = 0; sign < _bounds.Length; sign++)
        {
            var bins = _bins[sign];
            slopes.Clear();
            curves.Clear();
            counts.Clear();
            foreach (var i in members)
            {
                slopes[bins[i]] += _slopes[i];
                curves[bins[i]] += _curves[i];
                counts[bins[i]]++;
            }

            double left = 0, leftCurve = 0;
            var leftCount = 0;
            for (var bin = 0; bin < _bounds[sign].Length; bin++)
            {
                left += slopes[bin];
                leftCurve += curves[bin];
                leftCount += counts[bin];
                if (leftCount < FewestInLeaf || members.Length - leftCount < FewestInLeaf)
                {
                    continue;
                }

                var (right, rightCurve) = (slope - left, curve - leftCurve);
                var gain = (left * left / (leftCurve + Restraint)) + (right * right / (rightCurve + Restraint)) - here;
                if (gain > bestGain)
                {
                    (bestGain, best) = (gain, (sign, bin));
                }
            }
        }

        return best;
    }

    private (double Slope, double Curve) Sum(int[] members)
    {
        double slope = 0, curve = 0;
        foreach (var i in members)
        {
            slope += _slopes[i];
            curve += _curves[i];
        }

        return (slope, curve);
    }

    private static byte BinOf(float[] bounds, float value)
    {
        var bin = Array.BinarySearch(bounds, value);
        return (byte)(bin < 0 ? ~bin : bin);
    }

    /// <summary>Bounds that part a sign's values into bins of about the same size.</summary>
    private static float[] BoundsOf(float[][] rows, int sign)
    {
        var values = rows.Select(r => r[sign]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(b => values[b * (values.Length - 1) / Bins]).Distinct()];
    }
}
