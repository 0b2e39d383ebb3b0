namespace GridBot.Core.Understanding.Likeness;

/// <summary>What somebody reported, ready for comparing: its first words, and everything they wrote.</summary>
public sealed class Matter
{
    /// <summary>A text of more letters tells a story, whose first words are its title.</summary>
    public const int TitleAtMost = 40;

    private const int FirstWords = 30;

    private Matter(TextProfile head, TextProfile whole, bool isLetter) =>
        (Head, Whole, IsLetter, Manners) = (head, whole, isLetter, Manners.Of(head.Letters));

    internal TextProfile Head { get; }

    internal TextProfile Whole { get; }

    /// <summary>Of its first words.</summary>
    internal Manners Manners { get; }

    /// <summary>Nothing but a title, or as short as one.</summary>
    internal bool IsBrief => ReferenceEquals(Head, Whole);

    /// <summary>With a title of its own beside the details: it names place and matter in few words.</summary>
    internal bool IsLetter { get; }

    /// <param name="text">The message, or its title.</param>
    /// <param name="detail">What follows the title; null where there is only a message.</param>
    public static Matter Of(string text, string? detail, TextSense sense)
    {
        var (letters, isLetter) = (Pieces.Letters(text), !string.IsNullOrEmpty(detail));
        var title = letters.Length > TitleAtMost ? letters[..FirstWords] : letters;
        var head = TextProfile.Of(title, sense);
        return new Matter(head, isLetter || title != letters ? TextProfile.Of(Pieces.Letters(text + detail), sense) : head, isLetter);
    }
}
