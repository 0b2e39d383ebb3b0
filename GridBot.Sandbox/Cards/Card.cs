using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Cards;

/// <summary>A template card as a person sees it.</summary>
internal sealed record Card(
    string Type,
    string? TaskId,
    string Title,
    string Text,
    IReadOnlyList<CardRow> Rows,
    IReadOnlyList<CardButton> Buttons,
    string? Url,
    string? Replaced)
{
    /// <summary>True if a tap on something of this card calls the bot back.</summary>
    public bool CallsBack => Buttons.Any(b => b.Key.Length > 0);

    /// <summary>The same card with its buttons gone and this text in their place.</summary>
    public Card Greyed(string text) =>
        this with { Buttons = [], Replaced = text, Text = Text.Length == 0 ? text : Text + "\n" + text };

    public LogCard ForLog() =>
        new(TaskId, Title, Text, [.. Buttons.Where(b => b.Key.Length > 0).Select(b => new LogButton(b.Key, b.Text))]);
}

/// <summary>A line "name: value"; with a user id, a tap opens that person.</summary>
internal sealed record CardRow(string Name, string Value, string? UserId, string? Url);

/// <summary>A button with a key calls back, one with an address opens a page. Menu entries hide behind the card's corner.</summary>
internal sealed record CardButton(string Key, string Text, string? Url, int Style, bool InMenu);

/// <summary>What came of reading a card: the card, or WeCom's code and the reason for refusing it.</summary>
internal readonly record struct CardReading(Card? Card, int Code, string Problem)
{
    public static CardReading Good(Card card) => new(card, 0, "");

    public static CardReading Bad(int code, string problem) => new(null, code, problem);
}
