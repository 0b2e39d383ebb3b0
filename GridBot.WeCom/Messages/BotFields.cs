using System.Text;
using System.Text.Json;
using static GridBot.WeCom.Messages.JsonSteps;

namespace GridBot.WeCom.Messages;

/// <summary>One message, one quoted message, or one part of a mixed message: all have the same shape.</summary>
internal sealed partial class BotFields
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
    private List<BotFields>? parts;
    private BotFields? quote;
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
