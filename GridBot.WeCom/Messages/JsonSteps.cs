using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace GridBot.WeCom.Messages;

/// <summary>Steps through what WeCom sends as JSON: a value of an unexpected kind is passed over, and the rest counts.</summary>
internal static class JsonSteps
{
    public static bool NextProperty(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static bool EntersObject(ref Utf8JsonReader reader) => Enters(ref reader, JsonTokenType.StartObject);

    /// <summary>Steps from a property's name to its value; what is not of the wanted kind is passed over.</summary>
    public static bool Enters(ref Utf8JsonReader reader, JsonTokenType wanted)
    {
        reader.Read();
        if (reader.TokenType == wanted)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    public static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    public static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return TextOf(ref reader);
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    public static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half an emoji, written as an escape. The words around it count.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    public static long Seconds(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
        {
            return Utf8Parser.TryParse(reader.ValueSpan, out long seconds, out _) ? seconds : 0;
        }

        reader.Skip();
        return 0;
    }

    /// <summary>WeCom's tables leave out the underscores that its examples and its traffic have (WeCom doc 101027).</summary>
    public static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> without) =>
        reader.ValueTextEquals(name) || reader.ValueTextEquals(without);
}
