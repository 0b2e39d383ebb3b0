using System.Text.Json.Serialization;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;

namespace GridBot.Host.Learning;

/// <summary>What was understood of one message, in the codes of labelled files.</summary>
/// <param name="Intent">
/// As labelled chats write it; for a text worded as a hotline's ticket as labelled tickets do (report, inquiry, followup, suggest, thanks, transfer).
/// </param>
/// <param name="Intent6">The same in the six codes of tickets, whatever the text is worded like.</param>
/// <param name="Category">The likeliest class, whatever the intent.</param>
/// <param name="Confidence">The class's share of what the two likeliest have, 0 to 1.</param>
/// <param name="Urgency">Empty when it is no issue.</param>
/// <param name="Spans">Where it names places.</param>
/// <param name="References">Where it names issues by their numbers.</param>
internal sealed record Understood(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("is_issue")] bool IsIssue,
    [property: JsonPropertyName("intent")] string Intent,
    [property: JsonPropertyName("intent6")] string Intent6,
    [property: JsonPropertyName("intent_confidence")] double IntentConfidence,
    [property: JsonPropertyName("category")] string Category,
    [property: JsonPropertyName("top3")] IReadOnlyList<string> Top3,
    [property: JsonPropertyName("confidence")] double Confidence,
    [property: JsonPropertyName("sure")] bool Sure,
    [property: JsonPropertyName("urgency")] string Urgency,
    [property: JsonPropertyName("emergency")] bool Emergency,
    [property: JsonPropertyName("spans")] IReadOnlyList<Understood.Span> Spans,
    [property: JsonPropertyName("references")] IReadOnlyList<Understood.Span> References)
{
    internal sealed record Span(
        [property: JsonPropertyName("start")] int Start,
        [property: JsonPropertyName("end")] int End,
        [property: JsonPropertyName("type")] string Type,
        [property: JsonPropertyName("text")] string Text);

    public static Understood Of(string id, string text, Reading reading)
    {
        var judged = reading.Judgement!;
        var intent = judged.TicketIntent ?? Codes.CodeOf(reading.Intent);
        var spans = reading.Spans.ToLookup(s => s.Kind == "reference", s => new Span(s.Start, s.End, s.Kind, text[s.Start..s.End]));
        return new Understood(
            id, judged.IsIssue, intent, judged.TicketIntent ?? TicketIntentOf(intent), Math.Round(reading.Confidence, 4), judged.Categories[0],
            judged.Categories, Math.Round(judged.CategoryConfidence, 4), judged.CategoryIsSure,
            judged.IsIssue ? Codes.Urgencies[(int)judged.Urgency] : "", judged.IsEmergency,
            [.. spans[false]], [.. spans[true]]);
    }

    /// <summary>Whoever speaks of what was told before follows it up.</summary>
    private static string TicketIntentOf(string intent) => intent switch
    {
        "inquiry" or "suggest" or "thanks" or "transfer" => intent,
        "query" or "reopen" or "supplement" or "withdraw" or "confirm" => "followup",
        _ => "report",
    };
}
