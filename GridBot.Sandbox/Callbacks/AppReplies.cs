using System.Xml.Linq;
using GridBot.Sandbox.Api;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Callbacks;

/// <summary>Applies what the app replied in the callback's response; an update reaches the clicking person alone (doc 90241).</summary>
internal sealed class AppReplies(SandboxState state)
{
    public LogEntry? Apply(string user, SentCard? tapped, string reply)
    {
        if (AppDoor.Read(reply) is not { } xml)
        {
            return Drop("the opened reply is no XML");
        }

        if (!string.Equals(xml.Element("ToUserName")?.Value, user, StringComparison.OrdinalIgnoreCase)
            || xml.Element("FromUserName")?.Value != state.Town.CorpId)
        {
            return Drop("a reply goes ToUserName the person, FromUserName the corp");
        }

        lock (state.Gate)
        {
            return (xml.Element("MsgType")?.Value, tapped) switch
            {
                ("text", null) => Text(user, xml.Element("Content")?.Value ?? ""),
                ("update_button", { } card) => Grey(user, card, xml.Element("Button")?.Element("ReplaceName")?.Value),
                ("update_template_card", { } card) => Update(user, card, xml.Element("TemplateCard")),
                ("image" or "voice" or "video" or "news", null) and var (kind, _) => Show(user, kind!, $"[{kind}]"),
                var (kind, card) => Drop($"{(card is null ? "a message" : "a click")} may not be answered by {kind ?? "this"}"),
            };
        }
    }

    private LogEntry? Text(string user, string text)
    {
        if (text.Length == 0)
        {
            return Drop("an empty text");
        }

        var cut = Words.Cut(text, 2048);
        if (cut.Length < text.Length)
        {
            state.Findings.Truncate();
        }

        return Show(user, "text", cut);
    }

    private LogEntry? Show(string user, string kind, string text)
    {
        if (!state.Options.CountsOnly)
        {
            state.Phones.WithApp(user, state.Phones.NewLine("app", kind, text));
        }

        return state.Log.Add(Channel.AppAnswer, null, [user], [], kind, text, null);
    }

    private LogEntry? Grey(string user, SentCard card, string? text) => string.IsNullOrEmpty(text)
        ? Drop("update_button needs Button/ReplaceName")
        : Change(user, card, "update_button", null, text);

    private LogEntry? Update(string user, SentCard sent, XElement? xml)
    {
        if (xml is null)
        {
            return Drop("update_template_card needs TemplateCard");
        }

        var reading = state.CardReader.Read(CardXml.ToJson(xml), new CardOrigin(FromBot: false, IsUpdate: true));
        return reading.Card is not { } card ? Drop(reading.Problem)
            : card.TaskId is { } taskId && taskId != sent.TaskId
                ? Drop($"app card update: task_id {taskId} is not that of the card, {sent.TaskId}")
                : Change(user, sent, "update_template_card", card with { TaskId = sent.TaskId }, null);
    }

    private LogEntry? Change(string user, SentCard sent, string kind, Card? card, string? greyed)
    {
        CardChange.Show(state, sent, [user], card, greyed);
        var view = sent.ViewOf(user);
        return state.Log.Add(Channel.AppUpdate, null, [user], [], kind, view.Replaced ?? "", view.ForLog());
    }

    private LogEntry? Drop(string why)
    {
        state.Findings.Violation("app: " + why);
        return null;
    }
}
