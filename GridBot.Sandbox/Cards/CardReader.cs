using System.Text;
using System.Text.Json;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Cards;

/// <summary>Reads a template card and draws it; refuses what breaks a limit (doc 101032, 90236).</summary>
internal sealed class CardReader(Townsfolk folk, Findings findings)
{
    public CardReading Read(JsonElement card, CardOrigin origin)
    {
        if (CardRules.Check(card, origin, folk) is { } fault)
        {
            return fault;
        }

        Advise(card, origin);
        var replaced = origin.IsUpdate ? card.String("replace_text") : null;
        var main = card.Object("main_title");
        var buttons = replaced is null ? Buttons(card) : [];
        return CardReading.Good(new Card(
            card.String("card_type")!,
            card.String("task_id"),
            main?.String("title") ?? "",
            VisibleText(card, replaced),
            [.. card.Items("horizontal_content_list").Select(Row)],
            buttons,
            card.Object("card_action")?.String("url"),
            replaced));
    }

    private static CardRow Row(JsonElement item) => new(
        item.String("keyname") ?? "", item.String("value") ?? "",
        item.Int("type") == 3 ? item.String("userid") : null, item.Int("type") == 1 ? item.String("url") : null);

    private static List<CardButton> Buttons(JsonElement card)
    {
        var buttons = card.Items("button_list")
            .Select(b => new CardButton(
                b.Int("type") == 1 ? "" : b.String("key") ?? "", b.String("text") ?? "",
                b.Int("type") == 1 ? b.String("url") : null, b.Int("style") ?? 1, InMenu: false))
            .ToList();
        if (card.Object("submit_button") is { } submit)
        {
            buttons.Add(new CardButton(submit.String("key") ?? "", submit.String("text") ?? "", null, 1, InMenu: false));
        }

        buttons.AddRange((card.Object("action_menu") ?? default).Items("action_list")
            .Select(a => new CardButton(a.String("key") ?? "", a.String("text") ?? "", null, 2, InMenu: true)));
        return buttons;
    }

    private static string VisibleText(JsonElement card, string? replaced)
    {
        var text = new StringBuilder();
        void Add(string? line)
        {
            if (!string.IsNullOrEmpty(line))
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(line);
            }
        }

        Add(card.Object("main_title")?.String("desc"));
        Add(card.Object("emphasis_content")?.String("title"));
        Add(card.Object("emphasis_content")?.String("desc"));
        Add(card.Object("quote_area")?.String("title"));
        Add(card.Object("quote_area")?.String("quote_text"));
        Add(card.String("sub_title_text"));
        foreach (var item in card.Items("horizontal_content_list"))
        {
            Add($"{item.String("keyname")}:{item.String("value")}");
        }

        foreach (var item in card.Items("vertical_content_list"))
        {
            Add(item.String("title"));
            Add(item.String("desc"));
        }

        foreach (var item in card.Items("jump_list"))
        {
            Add(item.String("title"));
        }

        Add(card.Object("source")?.String("desc"));
        Add(replaced);
        return text.ToString();
    }

    private void Advise(JsonElement card, CardOrigin origin)
    {
        void Length(string part, string? text, int advised)
        {
            if (text is not null && text.EnumerateRunes().Count() is var length && length > advised)
            {
                findings.Advise($"{origin.Name}: {part} has {length} characters, advised {advised}: {text}");
            }
        }

        Length("main_title.title", card.Object("main_title")?.String("title"), origin.FromBot ? 26 : 36);
        Length("main_title.desc", card.Object("main_title")?.String("desc"), origin.FromBot ? 30 : 44);
        Length("sub_title_text", card.String("sub_title_text"), origin.FromBot ? 112 : 160);
        Length("source.desc", card.Object("source")?.String("desc"), origin.FromBot ? 13 : 20);
        foreach (var item in card.Items("horizontal_content_list"))
        {
            Length("horizontal keyname", item.String("keyname"), 5);
            Length("horizontal value", item.String("value"), 26);
        }

        foreach (var button in card.Items("button_list"))
        {
            Length("button text", button.String("text"), 10);
        }
    }
}

/// <summary>Where a card comes from: the robot or the app, newly sent or in the place of an older one.</summary>
internal readonly record struct CardOrigin(bool FromBot, bool IsUpdate)
{
    public string Name => (FromBot ? "robot card" : "app card") + (IsUpdate ? " update" : "");
}
