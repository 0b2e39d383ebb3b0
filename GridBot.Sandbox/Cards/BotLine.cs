using GridBot.Sandbox.Phones;

namespace GridBot.Sandbox.Cards;

/// <summary>What the smart robot says, as it comes to phones: in a group to all its members, else to one person.</summary>
internal static class BotLine
{
    public static Line Show(SandboxState state, string? chatId, string user, string kind, string text, Card? card, Quote? quote = null)
    {
        var receivers = chatId is { } id ? state.Folk.Chat(id)!.Members : [user];
        var sent = card is null ? null : state.Cards.Place(card, fromBot: true, chatId, receivers);
        var line = state.Phones.NewLine("bot", kind, text, quote, card: sent);
        sent?.Lines.Add(line);
        if (chatId is { } chat)
        {
            state.Phones.InGroup(chat, line);
        }
        else
        {
            state.Phones.WithBot(user, line);
        }

        return line;
    }
}
