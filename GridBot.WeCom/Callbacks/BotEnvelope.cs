using System.Text;
using System.Text.Json;
using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Callbacks;

/// <summary>The JSON around a sealed message of the smart robot (WeCom doc 101033).</summary>
internal static class BotEnvelope
{
    /// <summary>The base64 text, or null if this is no such envelope.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            byte[]? encrypt = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isEncrypt = reader.ValueTextEquals("encrypt"u8) || reader.ValueTextEquals("Encrypt"u8);
                reader.Read();
                if (isEncrypt && reader.TokenType == JsonTokenType.String)
                {
                    encrypt = TextOf(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            return reader.Read() ? null : encrypt;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static byte[] Write(SealedMessage message, long timestamp, string nonce) =>
        RawJson.Write(json =>
        {
            json.WriteString("encrypt", message.Encrypt);
            json.WriteString("msgsignature", message.Signature);
            json.WriteNumber("timestamp", timestamp);
            json.WriteString("nonce", nonce);
        });

    private static byte[]? TextOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.ValueSpan.ToArray();
        }

        try
        {
            // Some writers escape every slash, and base64 is full of them.
            return Encoding.UTF8.GetBytes(reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
