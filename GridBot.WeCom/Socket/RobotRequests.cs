using System.Text.Json;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;

namespace GridBot.WeCom.Socket;

/// <summary>
/// Composes what the robot says by itself over the long connection (aibot_send_msg, WeCom doc 101463): to a chat in which
/// somebody has already written to it. A robot can mention nobody.
/// </summary>
public static class RobotRequests
{
    private const int Single = 1;
    private const int Group = 2;

    /// <summary>A text in markdown, cut at 20480 bytes.</summary>
    /// <param name="chatId">A group's chatid, or the userid of a 1:1 chat.</param>
    public static WeComRequest Text(string chatId, bool inGroup, string markdown) =>
        new(WeComApi.RobotMessage, RawJson.Write(json =>
        {
            WriteHead(json, chatId, inGroup, "markdown");
            json.WriteStartObject("markdown");
            json.WriteString("content", Shorten.ToBytes(markdown, BotReply.LongestText));
            json.WriteEndObject();
        }));

    /// <summary>A card; its task_id is new.</summary>
    /// <param name="chatId">A group's chatid, or the userid of a 1:1 chat.</param>
    public static WeComRequest Card(string chatId, bool inGroup, TemplateCard card) =>
        new(WeComApi.RobotMessage, RawJson.Write(json =>
        {
            WriteHead(json, chatId, inGroup, "template_card");
            json.WriteBotCard(card);
        }));

    /// <summary>A late answer by the req_id of the message that it answers.</summary>
    /// <param name="messageId">Names the stream that a text is sent as.</param>
    public static WeComRequest Answer(BotReply reply, string messageId) => new(WeComApi.RobotAnswer, reply.Compose(messageId));

    /// <summary>Reads the chat_type of a finished body.</summary>
    public static bool IsToGroup(int? chatType) => chatType == Group;

    private static void WriteHead(Utf8JsonWriter json, string chatId, bool inGroup, string kind)
    {
        json.WriteString("chatid", chatId);
        json.WriteNumber("chat_type", inGroup ? Group : Single);
        json.WriteString("msgtype", kind);
    }
}
