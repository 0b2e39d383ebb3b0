using GridBot.Sandbox.Phones;

namespace GridBot.Sandbox.People;

/// <summary>What a person puts into a chat.</summary>
internal sealed record Saying(string Text, Quote? Quote = null, string? Image = null, string? Voice = null)
{
    public bool IsEmpty => Text.Length == 0 && Image is null && Voice is null;

    public string Kind => Voice is not null ? "voice" : Image is null ? "text" : Text.Length == 0 ? "image" : "mixed";
}
