using GridBot.Sandbox.Cards;

namespace GridBot.Sandbox.Phones;

/// <summary>One message in a chat. A stream's text and a card's look may change; Changed says when they last did.</summary>
internal sealed class Line(long seq, DateTimeOffset at, string from, string kind, string text)
{
    public long Seq { get; } = seq;

    public DateTimeOffset At { get; } = at;

    /// <summary>A user id, or one of bot, push, app.</summary>
    public string From { get; } = from;

    public string Kind { get; } = kind;

    public string Text { get; set; } = text;

    public Quote? Quote { get; init; }

    public string? Image { get; init; }

    public IReadOnlyList<string> Mentions { get; init; } = [];

    public SentCard? Card { get; init; }

    public long Changed { get; set; } = seq;

    public Feed? Feed { get; set; }
}
