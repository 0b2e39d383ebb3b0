using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>A message by name, ready for comparing.</summary>
public sealed record NamedMatter(string Id, Matter Matter);

/// <summary>The ways in which one may ask about a pair of letters.</summary>
public enum PairForm
{
    TitlesAlone,
    TitlesAndDetails,

    /// <summary>A title and its details as one text.</summary>
    OneText,
}

/// <summary>Two messages of which somebody knows whether they tell of the same matter.</summary>
/// <param name="Apart">How far apart in time; null where nobody knows.</param>
public sealed record JudgedPair(NamedMatter One, NamedMatter Other, TimeSpan? Apart, bool Same)
{
    public PairForm Form { get; init; }

    /// <summary>How much it counts beside others; 1 is usual.</summary>
    public float Weight { get; init; } = 1;

    internal bool IsBrief => One.Matter.IsBrief && Other.Matter.IsBrief;
}
