namespace GridBot.Sandbox.Cards;

/// <summary>Puts a new look in the place of an old one, for all or for some, and marks the phones.</summary>
internal static class CardChange
{
    /// <summary>Users null means everybody. A card replaces the old one; else the text replaces its buttons.</summary>
    public static void Show(SandboxState state, SentCard sent, IReadOnlyList<string>? users, Card? card, string? greyed)
    {
        Card Change(Card old) => card ?? old.Greyed(greyed ?? "");
        if (users is null)
        {
            sent.ShowAll(Change);
        }
        else
        {
            foreach (var user in users)
            {
                sent.Show(user, Change);
            }
        }

        foreach (var line in sent.Lines)
        {
            state.Phones.Touch(line);
        }
    }
}
