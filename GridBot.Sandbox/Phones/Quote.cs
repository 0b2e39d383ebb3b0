namespace GridBot.Sandbox.Phones;

/// <summary>A quoted message as a callback carries it: kind and content, no sender, no time (doc 100719).</summary>
public sealed record Quote(string Kind, string Text)
{
    public static Quote OfText(string text) => new("text", text);

    /// <summary>A quoted picture; the text is a data: URL, or any label for a small built-in one.</summary>
    public static Quote OfImage(string image = "") => new("image", image);

    /// <summary>A quoted voice message, with its transcript.</summary>
    public static Quote OfVoice(string transcript) => new("voice", transcript);
}
