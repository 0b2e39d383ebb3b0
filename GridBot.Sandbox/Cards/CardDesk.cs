namespace GridBot.Sandbox.Cards;

/// <summary>Every card that can call back, by its task_id: unique over robot and app. Use it under the state's gate.</summary>
internal sealed class CardDesk
{
    private readonly Dictionary<string, SentCard> byTaskId = new(StringComparer.Ordinal);

    public SentCard? Find(string taskId) => byTaskId.GetValueOrDefault(taskId);

    public bool IsTaken(string? taskId) => taskId is not null && byTaskId.ContainsKey(taskId);

    public SentCard Place(Card card, bool fromBot, string? chatId, IEnumerable<string> receivers)
    {
        var sent = new SentCard(card, fromBot, chatId, receivers);
        if (card.TaskId is not null)
        {
            byTaskId.Add(card.TaskId, sent);
        }

        return sent;
    }
}
