using System.Buffers.Text;
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

            var fields = new Fields();
            fields.ReadMessage(ref reader);
            return !reader.Read() && fields.MsgType is { Length: > 0 } ? fields.ToIncoming(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One message, one quoted message, or one part of a mixed message: all have the same shape.</summary>
    private sealed class Fields
    {
        private string? msgId;
        private string? chatId;
        private string? chatType;
        private string? from;
        private string? responseUrl;
        private string? requestId;
        private long createTime;
        private string? text;
        private MediaRef? media;
        private List<Fields>? parts;
        private Fields? quote;
        private string? eventType;
        private string? eventKey;
        private string? taskId;
        private string? cardType;
        private List<Selection>? selections;

        public string? MsgType { get; private set; }

        public Incoming ToIncoming(ReadOnlySpan<byte> json)
        {
            var origin = new Origin(
                Door.Bot,
                string.IsNullOrEmpty(msgId) ? MessageId.OfContent(json) : MessageId.Of(msgId),
                from ?? "",
                chatType == "single" || string.IsNullOrEmpty(chatId) ? null : chatId,
                UnixTime.Read(createTime),
                responseUrl,
                requestId);

            return MsgType switch
            {
                "text" => new Incoming.Text(origin, text ?? "", ToQuote()),
                "mixed" => new Incoming.Mixed(origin, AllText() ?? "", AllMedia(), ToQuote()),
                "image" => new Incoming.Image(origin, media ?? new MediaRef()),
                "voice" => new Incoming.Voice(origin, text, media ?? new MediaRef()),
                "video" => new Incoming.Video(origin, media ?? new MediaRef()),
                "file" => new Incoming.File(origin, media ?? new MediaRef()),
                "event" => ToEvent(origin),
                _ => new Incoming.Other(origin, MsgType!),
            };
        }

        public void ReadMessage(ref Utf8JsonReader reader)
        {
            while (NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("msgid"u8)) { msgId = Text(ref reader); }
                else if (reader.ValueTextEquals("chatid"u8)) { chatId = Text(ref reader); }
                else if (reader.ValueTextEquals("chattype"u8)) { chatType = Text(ref reader); }
                else if (reader.ValueTextEquals("msgtype"u8)) { MsgType = Text(ref reader); }
                else if (reader.ValueTextEquals("response_url"u8)) { responseUrl = Text(ref reader); }
                else if (reader.ValueTextEquals("create_time"u8)) { createTime = Seconds(ref reader); }
                else if (reader.ValueTextEquals("from"u8)) { ReadFrom(ref reader); }
                else if (reader.ValueTextEquals("quote"u8)) { quote = ReadPart(ref reader); }
                else if (reader.ValueTextEquals("mixed"u8)) { ReadMixed(ref reader); }
                else if (reader.ValueTextEquals("event"u8)) { ReadEvent(ref reader); }
                else if (reader.ValueTextEquals("text"u8) || reader.ValueTextEquals("voice"u8) || reader.ValueTextEquals("image"u8)
                    || reader.ValueTextEquals("file"u8) || reader.ValueTextEquals("video"u8)) { ReadContent(ref reader); }
                else if (reader.ValueTextEquals("headers"u8)) { ReadHeaders(ref reader); }
                else if (reader.ValueTextEquals("body"u8)) { ReadBody(ref reader); }
                else { Pass(ref reader); }
            }
        }

        private static Fields? ReadPart(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return null;
            }

            var part = new Fields();
            part.ReadMessage(ref reader);
            return part;
        }

        private static bool NextProperty(ref Utf8JsonReader reader) =>
            reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

        private static bool EntersObject(ref Utf8JsonReader reader) => Enters(ref reader, JsonTokenType.StartObject);

        /// <summary>Steps from a property's name to its value; what is not of the wanted kind is passed over.</summary>
        private static bool Enters(ref Utf8JsonReader reader, JsonTokenType wanted)
        {
            reader.Read();
            if (reader.TokenType == wanted)
            {
                return true;
            }

            reader.Skip();
            return false;
        }

        private static void Pass(ref Utf8JsonReader reader)
        {
            reader.Read();
            reader.Skip();
        }

        private static string? Text(ref Utf8JsonReader reader)
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

        private static string TextOf(ref Utf8JsonReader reader)
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

        private static long Seconds(ref Utf8JsonReader reader)
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
        private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name, ReadOnlySpan<byte> without) =>
            reader.ValueTextEquals(name) || reader.ValueTextEquals(without);

        private static List<string> ReadOptionIds(ref Utf8JsonReader reader)
        {
            var ids = new List<string>();
            if (!EntersObject(ref reader))
            {
                return ids;
            }

            while (NextProperty(ref reader))
            {
                if (!IsNamed(ref reader, "option_id"u8, "optionid"u8))
                {
                    Pass(ref reader);
                    continue;
                }

                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    ids.Add(TextOf(ref reader));
                }
                else if (reader.TokenType == JsonTokenType.StartArray)
                {
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        if (reader.TokenType == JsonTokenType.String)
                        {
                            ids.Add(TextOf(ref reader));
                        }
                        else
                        {
                            reader.Skip();
                        }
                    }
                }
                else
                {
                    reader.Skip();
                }
            }

            return ids;
        }

        private void ReadFrom(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            while (NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("userid"u8)) { from = Text(ref reader); }
                else { Pass(ref reader); }
            }
        }

        private void ReadHeaders(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            while (NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("req_id"u8)) { requestId = Text(ref reader); }
                else { Pass(ref reader); }
            }
        }

        private void ReadBody(ref Utf8JsonReader reader)
        {
            if (EntersObject(ref reader))
            {
                ReadMessage(ref reader);
            }
        }

        private void ReadContent(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            string? url = null, key = null, name = null;
            while (NextProperty(ref reader))
            {
                if (reader.ValueTextEquals("content"u8)) { text = Text(ref reader); }
                else if (reader.ValueTextEquals("url"u8)) { url = Text(ref reader); }
                else if (reader.ValueTextEquals("aeskey"u8)) { key = Text(ref reader); }
                else if (reader.ValueTextEquals("filename"u8)) { name = Text(ref reader); }
                else { Pass(ref reader); }
            }

            if (url is not null)
            {
                media = new MediaRef(url, AesKey: key, Name: name);
            }
        }

        private void ReadMixed(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            while (NextProperty(ref reader))
            {
                if (!IsNamed(ref reader, "msg_item"u8, "msgitem"u8))
                {
                    Pass(ref reader);
                }
                else if (Enters(ref reader, JsonTokenType.StartArray))
                {
                    ReadParts(ref reader);
                }
            }
        }

        private void ReadParts(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    var part = new Fields();
                    part.ReadMessage(ref reader);
                    (parts ??= []).Add(part);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        private void ReadEvent(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            while (NextProperty(ref reader))
            {
                if (IsNamed(ref reader, "eventtype"u8, "event_type"u8)) { eventType = Text(ref reader); }
                else if (reader.ValueTextEquals("template_card_event"u8)) { ReadClick(ref reader); }
                else { Pass(ref reader); }
            }
        }

        private void ReadClick(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            while (NextProperty(ref reader))
            {
                if (IsNamed(ref reader, "card_type"u8, "cardtype"u8)) { cardType = Text(ref reader); }
                else if (IsNamed(ref reader, "event_key"u8, "eventkey"u8)) { eventKey = Text(ref reader); }
                else if (IsNamed(ref reader, "task_id"u8, "taskid"u8)) { taskId = Text(ref reader); }
                else if (IsNamed(ref reader, "selected_items"u8, "selecteditems"u8)) { ReadSelections(ref reader); }
                else { Pass(ref reader); }
            }
        }

        private void ReadSelections(ref Utf8JsonReader reader)
        {
            if (!EntersObject(ref reader))
            {
                return;
            }

            while (NextProperty(ref reader))
            {
                if (!IsNamed(ref reader, "selected_item"u8, "selecteditem"u8))
                {
                    Pass(ref reader);
                    continue;
                }

                reader.Read();
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    ReadSelection(ref reader);
                }
                else if (reader.TokenType == JsonTokenType.StartArray)
                {
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        if (reader.TokenType == JsonTokenType.StartObject) { ReadSelection(ref reader); }
                        else { reader.Skip(); }
                    }
                }
            }
        }

        private void ReadSelection(ref Utf8JsonReader reader)
        {
            string? question = null;
            IReadOnlyList<string> options = [];
            while (NextProperty(ref reader))
            {
                if (IsNamed(ref reader, "question_key"u8, "questionkey"u8)) { question = Text(ref reader); }
                else if (IsNamed(ref reader, "option_ids"u8, "optionids"u8)) { options = ReadOptionIds(ref reader); }
                else { Pass(ref reader); }
            }

            (selections ??= []).Add(new Selection(question ?? "", options));
        }

        private Incoming ToEvent(Origin origin) => eventType switch
        {
            "template_card_event" =>
                new Incoming.Click(origin, taskId ?? "", eventKey ?? "", cardType, ResponseCode: null, (IReadOnlyList<Selection>?)selections ?? []),
            "enter_chat" => new Incoming.Entered(origin, eventType),
            _ => new Incoming.Other(origin, eventType ?? "event", eventKey),
        };

        private Quote? ToQuote() =>
            quote is { MsgType: { } kind } ? new Quote(kind, quote.AllText(), quote.AllMedia()) : null;

        private string? AllText()
        {
            if (parts is null)
            {
                return text;
            }

            StringBuilder? all = null;
            foreach (var part in parts)
            {
                if (part.text is { } words)
                {
                    all = all is null ? new StringBuilder(words) : all.Append('\n').Append(words);
                }
            }

            return all?.ToString() ?? text;
        }

        private List<MediaRef> AllMedia()
        {
            if (parts is null)
            {
                return media is null ? [] : [media];
            }

            var all = new List<MediaRef>(parts.Count);
            foreach (var part in parts)
            {
                if (part.media is { } found)
                {
                    all.Add(found);
                }
            }

            return all;
        }
    }
}
