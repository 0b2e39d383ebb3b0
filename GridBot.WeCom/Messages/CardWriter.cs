using System.Text;
using System.Text.Json;

namespace GridBot.WeCom.Messages;

/// <summary>Writes a card the way each channel wants it.</summary>
internal static class CardWriter
{
    private const int OpensPage = 1;
    private const int ShowsMember = 3;

    /// <summary>For the robot (WeCom doc 101032): template_card, its buttons without type.</summary>
    public static void WriteBotCard(this Utf8JsonWriter json, TemplateCard card)
    {
        var fitted = card.FitTo(CardLimits.Bot);
        json.WriteStartObject("template_card");
        WriteCommon(json, fitted);
        if (fitted.Buttons.Any(button => button.Url is null))
        {
            json.WriteStartArray("button_list");
            foreach (var button in fitted.Buttons.Where(button => button.Url is null))
            {
                json.WriteStartObject();
                json.WriteString("text", button.Text);
                json.WriteNumber("style", button.Style);
                json.WriteString("key", button.Key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>For the app (WeCom docs 90236 and 94888): template_card, its buttons with type, and the text that may replace them.</summary>
    public static void WriteAppCard(this Utf8JsonWriter json, TemplateCard card)
    {
        var fitted = card.FitTo(CardLimits.App);
        json.WriteStartObject("template_card");
        WriteCommon(json, fitted);
        if (fitted.Buttons.Count > 0)
        {
            json.WriteStartArray("button_list");
            foreach (var button in fitted.Buttons)
            {
                json.WriteStartObject();
                json.WriteNumber("type", button.Url is null ? 0 : OpensPage);
                json.WriteString("text", button.Text);
                json.WriteNumber("style", button.Style);
                json.WriteString(button.Url is null ? "key" : "url", button.Url ?? button.Key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteOptional("replace_text", fitted.ReplaceText);
        json.WriteEndObject();
    }

    /// <summary>For the app's answer to a click (WeCom doc 90241): TemplateCard in XML, lists as repeated elements.</summary>
    public static StringBuilder AppCard(this StringBuilder xml, TemplateCard card)
    {
        var fitted = card.FitTo(CardLimits.App);
        xml.Append("<TemplateCard>").Element("CardType", NameOf(fitted.Kind));
        if (fitted.Source is { } source)
        {
            xml.Append("<Source>").Element("IconUrl", source.IconUrl).Element("Desc", source.Desc)
                .Element("DescColor", source.DescColor).Append("</Source>");
        }

        xml.Append("<MainTitle>").Element("Title", fitted.Title.Title).Element("Desc", fitted.Title.Desc).Append("</MainTitle>");
        if (fitted.Quote is { } quote)
        {
            xml.Append("<QuoteArea>").Element("Type", quote.Url is null ? 0 : OpensPage).Element("Url", quote.Url)
                .Element("Title", quote.Title).Element("QuoteText", quote.Text).Append("</QuoteArea>");
        }

        xml.Element("SubTitleText", fitted.SubTitle);
        foreach (var line in fitted.Lines)
        {
            xml.Append("<HorizontalContentList>").Element("KeyName", line.KeyName).Element("Value", line.Value)
                .Element("Type", TypeOf(line)).Element("Url", line.Url).Element("UserId", line.UserId)
                .Append("</HorizontalContentList>");
        }

        if (fitted.Action is { } action)
        {
            xml.Append("<CardAction>").Element("Type", OpensPage).Element("Url", action.Url).Append("</CardAction>");
        }

        xml.Element("TaskId", fitted.TaskId);
        AppendSelection(xml, fitted.Selection);
        foreach (var button in fitted.Buttons)
        {
            xml.Append("<ButtonList>").Element("Type", button.Url is null ? 0 : OpensPage).Element("Text", button.Text)
                .Element("Style", button.Style).Element(button.Url is null ? "Key" : "Url", button.Url ?? button.Key)
                .Append("</ButtonList>");
        }

        return xml.Element("ReplaceText", fitted.ReplaceText).Append("</TemplateCard>");
    }

    private static string NameOf(CardKind kind) =>
        kind switch
        {
            CardKind.ButtonInteraction => "button_interaction",
            CardKind.TextNotice => "text_notice",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of card."),
        };

    private static int? TypeOf(CardLine line) =>
        line switch
        {
            { UserId: not null } => ShowsMember,
            { Url: not null } => OpensPage,
            _ => null,
        };

    private static void WriteCommon(Utf8JsonWriter json, TemplateCard card)
    {
        json.WriteString("card_type", NameOf(card.Kind));
        if (card.Source is { } source)
        {
            json.WriteStartObject("source");
            json.WriteOptional("icon_url", source.IconUrl);
            json.WriteString("desc", source.Desc);
            json.WriteOptional("desc_color", source.DescColor);
            json.WriteEndObject();
        }

        json.WriteStartObject("main_title");
        json.WriteString("title", card.Title.Title);
        json.WriteOptional("desc", card.Title.Desc);
        json.WriteEndObject();

        if (card.Quote is { } quote)
        {
            json.WriteStartObject("quote_area");
            json.WriteNumber("type", quote.Url is null ? 0 : OpensPage);
            json.WriteOptional("url", quote.Url);
            json.WriteOptional("title", quote.Title);
            json.WriteString("quote_text", quote.Text);
            json.WriteEndObject();
        }

        json.WriteOptional("sub_title_text", card.SubTitle);
        WriteLines(json, card.Lines);
        if (card.Action is { } action)
        {
            json.WriteStartObject("card_action");
            json.WriteNumber("type", OpensPage);
            json.WriteString("url", action.Url);
            json.WriteEndObject();
        }

        json.WriteOptional("task_id", card.TaskId);
        WriteSelection(json, card.Selection);
    }

    private static void WriteLines(Utf8JsonWriter json, IReadOnlyList<CardLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        json.WriteStartArray("horizontal_content_list");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("keyname", line.KeyName);
            json.WriteOptional("value", line.Value);
            json.WriteOptional("type", TypeOf(line));
            json.WriteOptional("url", line.Url);
            json.WriteOptional("userid", line.UserId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSelection(Utf8JsonWriter json, CardSelection? selection)
    {
        if (selection is null)
        {
            return;
        }

        json.WriteStartObject("button_selection");
        json.WriteString("question_key", selection.QuestionKey);
        json.WriteOptional("title", selection.Title);
        if (selection.Disabled)
        {
            json.WriteBoolean("disable", true);
        }

        json.WriteStartArray("option_list");
        foreach (var option in selection.Options)
        {
            json.WriteStartObject();
            json.WriteString("id", option.Id);
            json.WriteString("text", option.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteOptional("selected_id", selection.SelectedId);
        json.WriteEndObject();
    }

    private static void AppendSelection(StringBuilder xml, CardSelection? selection)
    {
        if (selection is null)
        {
            return;
        }

        xml.Append("<ButtonSelection>").Element("QuestionKey", selection.QuestionKey).Element("Title", selection.Title);
        foreach (var option in selection.Options)
        {
            xml.Append("<OptionList>").Element("Id", option.Id).Element("Text", option.Text).Append("</OptionList>");
        }

        xml.Element("SelectedId", selection.SelectedId);
        if (selection.Disabled)
        {
            xml.Append("<Disable>true</Disable>");
        }

        xml.Append("</ButtonSelection>");
    }
}
