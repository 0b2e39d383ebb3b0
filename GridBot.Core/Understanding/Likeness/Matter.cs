namespace GridBot.Core.Understanding.Likeness;

/// <summary>What somebody reported, ready for comparing: its first words, and everything they wrote.</summary>
public sealed class Matter
{
    private Matter(TextProfile head, TextProfile whole) => (Head, Whole) = (head, whole);

    internal TextProfile Head { get; }

    internal TextProfile Whole { get; }

    /// <param name="text">The message, or its title.</param>
    /// <param name="detail">What follows the title; null where there is only a message.</param>
    public static Matter Of(string text, string? detail, PieceRarity rarity)
    {
        var head = TextProfile.Of(text, rarity);
        return new Matter(head, string.IsNullOrEmpty(detail) ? head : TextProfile.Of(text + detail, rarity));
    }
}
