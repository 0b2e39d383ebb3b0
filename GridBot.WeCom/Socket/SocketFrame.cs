using System.Text.Json;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;

namespace GridBot.WeCom.Socket;

/// <summary>One frame (WeCom doc 101463): a command with a body, or the answer to one, joined by the req_id.</summary>
/// <param name="Command">Null in an answer.</param>
/// <param name="Answer">What an answer says; null in a command.</param>
internal sealed record SocketFrame(string? Command, string RequestId, ApiAnswer? Answer)
{
    /// <summary>Null if this is no frame.</summary>
    public static SocketFrame? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            var frame = JsonElement.ParseValue(ref reader);
            if (frame.ValueKind != JsonValueKind.Object
                || !frame.TryGetProperty("headers", out var headers) || TextOf(headers, "req_id") is not { } requestId)
            {
                return null;
            }

            return TextOf(frame, "cmd") is { Length: > 0 } command
                ? new SocketFrame(command, requestId, null)
                : new SocketFrame(null, requestId, AnswerOf(frame));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="body">One JSON object, finished; empty for a command without a body.</param>
    public static byte[] Write(string command, string requestId, ReadOnlyMemory<byte> body) =>
        RawJson.Write(json =>
        {
            json.WriteString("cmd", command);
            json.WriteStartObject("headers");
            json.WriteString("req_id", requestId);
            json.WriteEndObject();
            if (!body.IsEmpty)
            {
                json.WritePropertyName("body");
                json.WriteRawValue(body.Span);
            }
        });

    /// <summary>The code stands beside the body here, and what was asked for inside it.</summary>
    private static ApiAnswer AnswerOf(JsonElement frame) =>
        frame.TryGetProperty("errcode", out var given) && given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out var code)
            ? new ApiAnswer.Read(code, frame.TryGetProperty("body", out var body) && body.ValueKind == JsonValueKind.Object ? body : frame)
            : new ApiAnswer.Missing(0, FateUnknown: true);

    private static string? TextOf(JsonElement fields, string name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
