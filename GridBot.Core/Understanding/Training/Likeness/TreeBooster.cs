using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>
/// Learns a score as a sum of small trees, each mending what those before it left wrong (gradient boosting with the
/// logistic loss). Each is grown from a part of the rows and signs, by lot. The same rows in the same order give the same trees.
/// </summary>
internal sealed class TreeBooster
{
    private const float Rate = 0.06f;
    private const int Lots = 1000;

    private readonly Growth _growth;
    private readonly float[][] _rows;
    private readonly bool[] _same;
    private readonly float[] _weights;
    private readonly float[][] _bounds;
    private readonly byte[][] _bins;
    private readonly double[] _scores;
    private readonly double[] _slopes;
    private readonly double[] _curves;

    public TreeBooster(float[][] rows, bool[] same, float[] weights, Growth growth)
    {
        (_rows, _same, _weights, _growth) = (rows, same, weights, growth);
        _bounds = [.. Enumerable.Range(0, rows[0].Length).Select(sign => BoundsOf(rows, sign))];
        _bins = [.. rows.Select(row => row.Select((value, sign) => BinOf(_bounds[sign], value)).ToArray())];
        _scores = new double[rows.Length];
        _slopes = new double[rows.Length];
        _curves = new double[rows.Length];
    }

    public Forest Learn()
    {
        double all = _weights.Sum(), positive = _weights.Where((_, i) => _same[i]).Sum();
        var start = (float)Math.Log((positive + 0.5) / (all - positive + 0.5));
        Array.Fill(_scores, start);
        var grown = new List<DecisionTree>(_growth.Trees);
        int[] everything = [.. Enumerable.Range(0, _same.Length)];
        int[] signs = [.. Enumerable.Range(0, _bounds.Length)];
        var dice = new Dice(seed: 1);
        for (var t = 0; t < _growth.Trees; t++)
        {
            for (var i = 0; i < _same.Length; i++)
            {
                var likely = 1 / (1 + Math.Exp(-_scores[i]));
                _slopes[i] = _weights[i] * ((_same[i] ? 1 : 0) - likely);
                _curves[i] = _weights[i] * likely * (1 - likely);
            }

            var nodes = (2 << _growth.Depth) - 1;
            var tree = new DecisionTree(new short[nodes], new float[nodes]);
            Array.Fill(tree.Signs, (short)-1);
            dice.Shuffle(signs);
            int[] asked = [.. signs.Take((int)Math.Ceiling(_growth.SignShare * signs.Length)).Order()];
            var drawn = Array.FindAll(everything, _ => dice.Below(Lots) < _growth.RowShare * Lots);
            Grow(tree, 0, 0, drawn, SumsOf(drawn, asked));
            grown.Add(tree);
            for (var i = 0; i < _rows.Length; i++)
            {
                _scores[i] += tree.Add(_rows[i]);
            }
        }

        return new Forest(start, grown);
    }

    /// <param name="sums">Of the members; changed on the way.</param>
    private void Grow(DecisionTree tree, int node, int depth, int[] members, BinSums? sums)
    {
        if (sums?.BestSplit(_bounds) is { } split)
        {
            tree.Signs[node] = (short)split.Sign;
            tree.Values[node] = _bounds[split.Sign][split.Bin];
            var left = Array.FindAll(members, i => _bins[i][split.Sign] <= split.Bin);
            var right = Array.FindAll(members, i => _bins[i][split.Sign] > split.Bin);

            // Counted are the fewer; the others are what remains of all.
            var (fewer, isLeft) = left.Length < right.Length ? (left, true) : (right, false);
            var (counted, rest) = depth + 1 < _growth.Depth ? (SumsOf(fewer, sums.Signs), sums) : (null, null);
            rest?.Subtract(counted!);
            Grow(tree, (2 * node) + 1, depth + 1, left, isLeft ? counted : rest);
            Grow(tree, (2 * node) + 2, depth + 1, right, isLeft ? rest : counted);
            return;
        }

        double slope = 0, curve = 0;
        foreach (var i in members)
        {
            slope += _slopes[i];
            curve += _curves[i];
        }

        tree.Values[node] = (float)(Rate * slope / (curve + BinSums.Restraint));
    }

    private BinSums SumsOf(int[] members, int[] signs)
    {
        var sums = new BinSums(signs);
        foreach (var i in members)
        {
            sums.Add(_bins[i], _slopes[i], _curves[i]);
        }

        return sums;
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
        return [.. Enumerable.Range(1, BinSums.Bins - 1).Select(b => values[b * (values.Length - 1) / BinSums.Bins]).Distinct()];
    }
}
