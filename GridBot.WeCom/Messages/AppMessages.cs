using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace GridBot.WeCom.Messages;

/// <summary>Reads what the self-built app's callback brings (WeCom docs 90239 and 90240): XML.</summary>
public static class AppMessages
{
    /// <summary>The message in an opened callback, or null if it is not one.</summary>
    /// <param name="xml">The opened message, UTF-8.</param>
    public static Incoming? Read(ReadOnlySpan<byte> xml)
    {
        var fields = new Fields();
        return fields.TryRead(xml) && fields.MsgType is { Length: > 0 } ? fields.ToIncoming(xml) : null;
    }

    private sealed class Fields : XmlLeaves
    {
        private string? from;
        private string? msgId;
        private string? content;
        private string? @event;
        private string? eventKey;
        private string? taskId;
        private string? cardType;
        private string? responseCode;
        private string? mediaId;
        private string? pictureUrl;
        private string? fileName;
        private string? title;
        private string? description;
        private string? url;
        private string? label;
        private double latitude;
        private double longitude;
        private long createTime;
        private List<(string QuestionKey, List<string> OptionIds)>? selections;

        public string? MsgType { get; private set; }

        public Incoming ToIncoming(ReadOnlySpan<byte> xml)
        {
            var isEvent = MsgType == "event";
            var origin = new Origin(Door.App, isEvent ? EventId() : IdOfMessage(xml), from ?? "", ChatId: null, SentAt());
            return MsgType switch
            {
                "event" => ToEvent(origin),
                "text" => new Incoming.Text(origin, content ?? ""),
                "image" => new Incoming.Image(origin, new MediaRef(pictureUrl, mediaId)),
                "voice" => new Incoming.Voice(origin, Transcript: null, new MediaRef(MediaId: mediaId)),
                "video" => new Incoming.Video(origin, new MediaRef(MediaId: mediaId)),
                "file" => new Incoming.File(origin, new MediaRef(MediaId: mediaId, Name: fileName)),
                "location" => new Incoming.Location(origin, latitude, longitude, label),
                "link" => new Incoming.Link(origin, title, description, url),
                _ => new Incoming.Other(origin, MsgType!),
            };
        }

        protected override void Forget()
        {
            MsgType = from = msgId = content = @event = eventKey = taskId = cardType = responseCode = null;
            mediaId = pictureUrl = fileName = title = description = url = label = null;
            latitude = longitude = 0;
            createTime = 0;
            selections = null;
        }

        protected override void Take(int depth, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            if (depth == 1)
            {
                TakeField(name, value);
            }
            else if (name.SequenceEqual("QuestionKey"u8))
            {
                (selections ??= []).Add((Text(value), []));
            }
            else if (name.SequenceEqual("OptionId"u8) && selections is [.., var last])
            {
                last.OptionIds.Add(Text(value));
            }
        }

        private static string Text(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value);

        private static double Degrees(ReadOnlySpan<byte> value) =>
            double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : 0;

        private void TakeField(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
        {
            switch (name)
            {
                case var n when n.SequenceEqual("FromUserName"u8): from = Text(value); break;
                case var n when n.SequenceEqual("CreateTime"u8): _ = Utf8Parser.TryParse(value, out createTime, out _); break;
                case var n when n.SequenceEqual("MsgType"u8): MsgType = Text(value); break;
                case var n when n.SequenceEqual("MsgId"u8): msgId = Text(value); break;
                case var n when n.SequenceEqual("Content"u8): content = Text(value); break;
                case var n when n.SequenceEqual("Event"u8): @event = Text(value); break;
                case var n when n.SequenceEqual("EventKey"u8): eventKey = Text(value); break;
                case var n when n.SequenceEqual("TaskId"u8): taskId = Text(value); break;
                case var n when n.SequenceEqual("CardType"u8): cardType = Text(value); break;
                case var n when n.SequenceEqual("ResponseCode"u8): responseCode = Text(value); break;
                case var n when n.SequenceEqual("MediaId"u8): mediaId = Text(value); break;
                case var n when n.SequenceEqual("PicUrl"u8): pictureUrl = Text(value); break;
                case var n when n.SequenceEqual("FileName"u8): fileName = Text(value); break;
                case var n when n.SequenceEqual("Title"u8): title = Text(value); break;
                case var n when n.SequenceEqual("Description"u8): description = Text(value); break;
                case var n when n.SequenceEqual("Url"u8): url = Text(value); break;
                case var n when n.SequenceEqual("Label"u8): label = Text(value); break;
                case var n when n.SequenceEqual("Location_X"u8): latitude = Degrees(value); break;
                case var n when n.SequenceEqual("Location_Y"u8): longitude = Degrees(value); break;
            }
        }

        private Incoming ToEvent(Origin origin) => @event switch
        {
            "template_card_event" or "template_card_menu_event" =>
                new Incoming.Click(origin, taskId ?? "", eventKey ?? "", cardType, responseCode, Selections()),
            "enter_agent" or "subscribe" => new Incoming.Entered(origin, @event),
            _ => new Incoming.Other(origin, @event ?? "event", eventKey),
        };

        private Selection[] Selections()
        {
            if (selections is null)
            {
                return [];
            }

            var picked = new Selection[selections.Count];
            for (var i = 0; i < picked.Length; i++)
            {
                picked[i] = new Selection(selections[i].QuestionKey, selections[i].OptionIds);
            }

            return picked;
        }

        private string IdOfMessage(ReadOnlySpan<byte> xml) =>
            string.IsNullOrEmpty(msgId) ? MessageId.OfContent(xml) : MessageId.Of(msgId);

        private string EventId() =>
            MessageId.Of(string.Create(CultureInfo.InvariantCulture, $"{from}|{createTime}|{@event}|{eventKey}|{taskId}"));

        private DateTimeOffset? SentAt() => UnixTime.Read(createTime);
    }
}
