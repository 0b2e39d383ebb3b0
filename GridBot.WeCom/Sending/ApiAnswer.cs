using System.Text.Json;

namespace GridBot.WeCom.Sending;

/// <summary>What came back from a call.</summary>
internal abstract record ApiAnswer
{
    /// <summary>WeCom's JSON, its errcode included; a success may leave the errcode out.</summary>
    public sealed record Read(int Code, JsonElement Fields) : ApiAnswer;

    /// <summary>No answer, or none of WeCom's.</summary>
    /// <param name="Code">The HTTP status, or 0.</param>
    /// <param name="FateUnknown">The call may have had its effect.</param>
    public sealed record Missing(int Code, bool FateUnknown) : ApiAnswer;

    private ApiAnswer()
    {
    }

    /// <summary>Reads the body of an HTTP 200, which is where WeCom reports errors too.</summary>
    public static ApiAnswer From(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var fields = JsonElement.ParseValue(ref reader);
            return fields.ValueKind == JsonValueKind.Object && TryReadCode(fields, out var code)
                ? new Read(code, fields)
                : Unreadable;
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static Missing Unreadable { get; } = new(200, FateUnknown: true);

    private static bool TryReadCode(JsonElement fields, out int code)
    {
        code = 0;
        return !fields.TryGetProperty("errcode", out var given)
            || (given.ValueKind == JsonValueKind.Number && given.TryGetInt32(out code));
    }
}
