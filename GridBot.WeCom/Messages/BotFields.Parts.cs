using System.Text.Json;
using static GridBot.WeCom.Messages.JsonSteps;

namespace GridBot.WeCom.Messages;

/// <content>The objects within a message, each from its property's name on; what isn't known is passed over.</content>
internal sealed partial class BotFields
{
    private static BotFields? ReadPart(ref Utf8JsonReader reader)
    {
        if (!EntersObject(ref reader))
        {
            return null;
        }

        var part = new BotFields();
        part.ReadMessage(ref reader);
        return part;
    }

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
                var part = new BotFields();
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
}
