namespace GridBot.Core.Understanding.Likeness;

/// <summary>A small tree of questions "is this sign at most so much?" whose leaves add to a score. A split at i leads to 2i+1 and 2i+2.</summary>
/// <param name="Signs">Which sign each split asks for; -1 for a leaf.</param>
/// <param name="Values">The bound of a split, or what a leaf adds.</param>
internal sealed record DecisionTree(short[] Signs, float[] Values)
{
    public float Add(ReadOnlySpan<float> signs)
    {
        var at = 0;
        while (Signs[at] >= 0)
        {
            at = (2 * at) + (signs[Signs[at]] <= Values[at] ? 1 : 2);
        }

        return Values[at];
    }
}
