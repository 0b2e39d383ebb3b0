using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Pairs as numbers, each with the parts of the messages that its two belong to.</summary>
internal sealed record SignRows(float[][] Signs, bool[] Same, float[] Weights, (int One, int Other)[] Folds)
{
    public static SignRows Of(IReadOnlyList<JudgedPair> pairs, Folds folds)
    {
        var signs = new float[pairs.Count][];
        Parallel.For(0, pairs.Count, i =>
        {
            signs[i] = new float[LikenessModel.Signs];
            LikenessModel.SignsOf(pairs[i].One.Matter, pairs[i].Other.Matter, pairs[i].Apart, signs[i]);
        });
        return new SignRows(
            signs, [.. pairs.Select(p => p.Same)], [.. pairs.Select(p => p.Weight)], [.. pairs.Select(p => (folds.Of(p.One.Id), folds.Of(p.Other.Id)))]);
    }

    /// <summary>Trees of all pairs that have no message in one part; where there are no pairs, nothing is ever likely.</summary>
    public Forest Grow(int without, Growth growth)
    {
        int[] seen = [.. Enumerable.Range(0, Same.Length).Where(i => Folds[i].One != without && Folds[i].Other != without)];
        return seen.Length == 0
            ? new Forest(float.NegativeInfinity, [])
            : new TreeBooster([.. seen.Select(i => Signs[i])], [.. seen.Select(i => Same[i])], [.. seen.Select(i => Weights[i])], growth).Learn();
    }
}
