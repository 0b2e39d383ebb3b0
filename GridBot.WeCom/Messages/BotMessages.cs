using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace GridBot.WeCom.Messages;

/// <summary>
/// Reads what the smart robot is told, by callback or in a frame of the long connection (WeCom docs 100719,
/// 101027, 101463): JSON.
/// </summary>
public static class BotMessages
{
    /// <summary>The message in an opened callback, or in a whole frame of the long connection; null if it is not one.</summary>
    /// <param name="json">UTF-8.</param>
    public static Incoming? Read(ReadOnlySpan<byte> json)
    {
        // A broken character in somebody's message becomes a question mark, not a lost message.
        if (!Utf8.IsValid(json))
        {
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        }

        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            var fields = new BotFields();
            fields.ReadMessage(ref reader);
            return !reader.Read() && fields.MsgType is { Length: > 0 } ? fields.ToIncoming(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
