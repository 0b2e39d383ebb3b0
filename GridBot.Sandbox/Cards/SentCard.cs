using GridBot.Sandbox.Phones;

namespace GridBot.Sandbox.Cards;

/// <summary>One card that went out, and which version of it everybody sees now.</summary>
internal sealed class SentCard(Card card, bool fromBot, string? chatId, IEnumerable<string> receivers)
{
    private readonly Dictionary<string, Card> own = new(StringComparer.OrdinalIgnoreCase);
    private Card everyone = card;

    public string? TaskId { get; } = card.TaskId;

    public bool FromBot { get; } = fromBot;

    /// <summary>The group it hangs in, or null for a 1:1 card.</summary>
    public string? ChatId { get; } = chatId;

    /// <summary>Those who got it: the members of the group, or the receivers.</summary>
    public HashSet<string> Receivers { get; } = new(receivers, StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines on phones that show it.</summary>
    public List<Line> Lines { get; } = [];

    public Card ViewOf(string userId) => own.GetValueOrDefault(userId, everyone);

    public void ShowAll(Func<Card, Card> change)
    {
        everyone = change(everyone);
        foreach (var user in own.Keys.ToList())
        {
            own[user] = change(own[user]);
        }
    }

    public void Show(string userId, Func<Card, Card> change) => own[userId] = change(ViewOf(userId));
}
