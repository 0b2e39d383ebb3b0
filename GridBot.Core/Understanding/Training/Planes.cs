namespace GridBot.Core.Understanding.Training;

/// <summary>
/// Learns a question of which there are many examples of one kind: for each answer a plane between the examples it fits
/// and all others.
/// </summary>
internal static class Planes
{
    /// <param name="gramValues">What each piece of text counts.</param>
    public static LinearModel Learn(
        IReadOnlyList<FeatureRow> rows, float[] gramValues, int signals, PlaneRates rates, IReadOnlyList<Example.Answer> answers, int codes, int seed)
    {
        var matrix = new ExampleMatrix(rows, gramValues, signals, rates.SignalValue);
        float[] weights = [.. answers.Select(a => a.Weight)];
        var planes = new float[codes][];

        // Each is found apart, by one thread in its order: two threads find what one would.
        Parallel.For(0, codes, k => planes[k] = Plane.Between(matrix, [.. answers.Select(a => Side(a.Right, k))], weights, rates.Cost, seed));
        return new LinearModel(codes, gramValues.Length, signals, (row, answer) => planes[answer][row] * ValueOf(row));

        float ValueOf(int row) => row < gramValues.Length ? gramValues[row] : row < gramValues.Length + signals ? rates.SignalValue : 1;
    }

    /// <summary>Where several answers are right, nothing is known of each of them, but that all others are wrong.</summary>
    private static sbyte Side(ulong right, int answer) =>
        right == 0 ? (sbyte)0 : (right >> answer & 1) == 0 ? (sbyte)-1 : ulong.IsPow2(right) ? (sbyte)1 : (sbyte)0;
}
