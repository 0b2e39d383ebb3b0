namespace GridBot.Core.Wording;

/// <summary>A card with one-tap buttons, as GridBot thinks of it; each channel fits it to its own limits.</summary>
/// <param name="TaskId">Unique over app and robot.</param>
/// <param name="Title">The problem: 26 characters.</param>
/// <param name="Line">Where and when: 30 characters.</param>
/// <param name="Text">What happens next: 112 characters.</param>
/// <param name="Facts">Up to six; one with a user id can be tapped to reach that person.</param>
/// <param name="Buttons">Empty for a card that only tells.</param>
/// <param name="Done">Set when the buttons are replaced by this word.</param>
public sealed record Card(
    string TaskId, string Title, string Line, string Text, IReadOnlyList<CardFact> Facts, IReadOnlyList<CardButton> Buttons,
    string? Done = null);

public sealed record CardFact(string Name, string Value, string? UserId = null);

/// <summary>A button; the key starts with its verb and names the issue: "ack:128".</summary>
public sealed record CardButton(string Text, string Key, ButtonTone Tone = ButtonTone.Plain);

public enum ButtonTone
{
    Plain,
    Main,
    Warning,
}
