using System.Text.Json.Serialization;
using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Phones;

/// <summary>What one phone shows, or what changed on it since a version. Put each message in place by its seq.</summary>
public sealed record PhoneView(string User, string Name, long Version, bool Changed, IReadOnlyList<PhoneChat> Chats);

/// <summary>Chat is the chat id of a group, "bot" for the robot 1:1, null for the app 1:1: as POST /demo/say takes it.</summary>
public sealed record PhoneChat(
    string? Chat, string Kind, string Name, IReadOnlyList<string> Members, IReadOnlyList<PhoneMessage> Messages);

/// <summary>Rings if this person is @-mentioned, or if the app or the robot writes to this person alone.</summary>
public sealed record PhoneMessage(
    long Seq,
    [property: JsonConverter(typeof(BeijingTimeConverter))] DateTimeOffset At,
    string From,
    string FromName,
    bool Mine,
    string Kind,
    string Text,
    Quote? Quote,
    string? Image,
    IReadOnlyList<string> Mentions,
    bool Mentioned,
    bool Rings,
    PhoneCard? Card)
{
    internal static PhoneMessage Of(Line line, TownPerson reader, string chatKind, Townsfolk folk)
    {
        var mine = string.Equals(line.From, reader.UserId, StringComparison.OrdinalIgnoreCase);
        var mentioned = line.Mentions.Any(m => m == "@all" || string.Equals(m, reader.UserId, StringComparison.OrdinalIgnoreCase));
        var name = line.From switch
        {
            "bot" or "push" => folk.Town.Bot.Name,
            "app" => folk.Town.App.Name,
            _ => folk.Person(line.From)?.Name ?? line.From,
        };
        return new PhoneMessage(
            line.Seq, line.At, line.From, name, mine, line.Kind, line.Text, line.Quote, line.Image, line.Mentions, mentioned,
            mentioned || (chatKind != "group" && !mine), line.Card is { } card ? PhoneCard.Of(card.ViewOf(reader.UserId)) : null);
    }
}

/// <summary>A card as this person sees it now. Replaced is the grey text in the place of its buttons.</summary>
public sealed record PhoneCard(
    [property: JsonPropertyName("task_id")] string? TaskId,
    string Type,
    string Title,
    string Text,
    IReadOnlyList<PhoneCardRow> Rows,
    IReadOnlyList<PhoneCardButton> Buttons,
    string? Url,
    string? Replaced)
{
    internal static PhoneCard Of(Card card) => new(
        card.TaskId, card.Type, card.Title, card.Text,
        [.. card.Rows.Select(r => new PhoneCardRow(r.Name, r.Value, r.UserId, r.Url))],
        [.. card.Buttons.Select(b => new PhoneCardButton(b.Key, b.Text, b.Url, b.Style, b.InMenu))],
        card.Url, card.Replaced);
}

public sealed record PhoneCardRow(string Name, string Value, string? UserId, string? Url);

public sealed record PhoneCardButton(string Key, string Text, string? Url, int Style, bool InMenu);
