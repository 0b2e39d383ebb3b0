namespace GridBot.Host.Learning;

/// <summary>The kinds of labelled files; each is told by its header or its fields.</summary>
internal enum FileKind
{
    /// <summary>Tickets of a hotline: id, text, cat, intent, head …</summary>
    Hotline,

    /// <summary>Titles of letters: id, text, cat, alt.</summary>
    Titles,

    /// <summary>Letters in the classes of their own city: id, title, label, detail.</summary>
    Letters,

    /// <summary>Talk without any problem: id, text.</summary>
    Chitchat,

    /// <summary>Lines of group chats: one JSON object a line, or as the lines of this repository.</summary>
    Chat,
}

/// <summary>A labelled message as its file says it. Empty where the file says nothing.</summary>
/// <param name="Head">The words that show the intent, where they are not the text itself.</param>
/// <param name="OtherIntent">An intent that is right too.</param>
/// <param name="Categories">The right classes, the best first.</param>
/// <param name="Before">The line before it in its thread.</param>
internal sealed record Labelled(
    FileKind Kind, string Id, string Text, string Head, string Group, string Role, string Before, string Intent, string OtherIntent,
    IReadOnlyList<string> Categories, string Urgency, string Label)
{
    /// <summary>The places that it names; null where the file doesn't mark them.</summary>
    public IReadOnlyList<(int Start, int End, string Type)>? Places { get; init; }

    /// <summary>The office that a ticket went to.</summary>
    public string Office { get; init; } = "";
}
