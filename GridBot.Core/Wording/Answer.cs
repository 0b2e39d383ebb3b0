namespace GridBot.Core.Wording;

/// <summary>What whoever wrote or tapped sees at once.</summary>
public abstract record Answer
{
    public sealed record Text(string Words) : Answer;

    /// <summary>A new card, where the channel can show one; else its text.</summary>
    public sealed record NewCard(Card Card) : Answer;

    /// <summary>The tapped card changes.</summary>
    /// <param name="OnlyFor">The one who sees the change; null for all.</param>
    public sealed record ChangedCard(Card Card, string? OnlyFor) : Answer;

    public sealed record Nothing : Answer;

    private Answer()
    {
    }
}
