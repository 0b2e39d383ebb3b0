namespace GridBot.Core.Wording;

/// <summary>A card in words, for whoever sees no cards (WeCom through WeChat's plugin): the last line says what to write instead of tapping.</summary>
public static class CardWords
{
    private static readonly string[] Writable = ["ack", "solved", "unsolved", "resolve"];

    public static string Of(Card card)
    {
        var facts = string.Join(' ', card.Facts.Select(f => $"{f.Name}:{f.Value}"));
        var replies = card.Buttons.Select(b => b.Key.Split(':')).Where(k => k.Length == 2 && Writable.Contains(k[0]))
            .Select(k => Phrases.Example(k[0], long.TryParse(k[1], out var number) ? number : 0)).ToList();
        return string.Join('\n', new[] { card.Title, card.Line, card.Text, facts, replies.Count > 0 ? Phrases.JustReply(replies) : "" }
            .Where(l => l.Length > 0));
    }
}
