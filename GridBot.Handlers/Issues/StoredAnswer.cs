using System.Text.Json;
using System.Text.Json.Serialization;
using GridBot.Core.Wording;

namespace GridBot.Handlers.Issues;

/// <summary>An answer as the inbox keeps it, so that a repeat of the message gets the same one.</summary>
internal static partial class StoredAnswer
{
    public static string? Write(Answer? answer) => answer switch
    {
        Answer.Text a => JsonSerializer.Serialize(new Kept("text", a.Words, null, null), KeptJson.Default.Kept),
        Answer.NewCard a => JsonSerializer.Serialize(new Kept("card", null, a.Card, null), KeptJson.Default.Kept),
        Answer.ChangedCard a => JsonSerializer.Serialize(new Kept("change", null, a.Card, a.OnlyFor), KeptJson.Default.Kept),
        _ => null,
    };

    public static Answer Read(string? stored) =>
        (stored is null ? null : JsonSerializer.Deserialize(stored, KeptJson.Default.Kept)) switch
        {
            { Form: "text", Words: { } words } => new Answer.Text(words),
            { Form: "card", Card: { } card } => new Answer.NewCard(card),
            { Form: "change", Card: { } card } kept => new Answer.ChangedCard(card, kept.OnlyFor),
            _ => new Answer.Nothing(),
        };

    internal sealed record Kept(string Form, string? Words, Card? Card, string? OnlyFor);

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Kept))]
    private sealed partial class KeptJson : JsonSerializerContext;
}
