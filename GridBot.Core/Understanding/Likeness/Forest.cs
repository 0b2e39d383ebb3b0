namespace GridBot.Core.Understanding.Likeness;

/// <summary>Trees whose sum tells how likely something is.</summary>
internal sealed record Forest(float Start, IReadOnlyList<DecisionTree> Trees)
{
    /// <summary>0 to 1.</summary>
    public float Score(ReadOnlySpan<float> signs)
    {
        var score = Start;
        foreach (var tree in Trees)
        {
            score += tree.Add(signs);
        }

        return 1 / (1 + MathF.Exp(-score));
    }
}
