using System.Globalization;
using System.Text.Json;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom.Sending;

/// <summary>Composes calls: finished bodies, cut to WeCom's limits. The same words give the same bytes.</summary>
public sealed class WeComRequests(IOptionsMonitor<WeComOptions> options)
{
    /// <summary>Bytes of a push, app or group text.</summary>
    public const int LongestText = 2048;

    /// <summary>Persons in one app message.</summary>
    public const int MostReceivers = 1000;

    /// <summary>WeCom does not deliver the same body to the same persons again within so long (message/send only).</summary>
    public static readonly TimeSpan DuplicateWindow = TimeSpan.FromMinutes(30);

    private long AgentId => long.Parse(options.CurrentValue.App.AgentId, CultureInfo.InvariantCulture);

    /// <summary>A text in a group, with mentions. Goes out with the robot's key.</summary>
    public static WeComRequest Push(PushText text) =>
        new(WeComApi.Push, RawJson.Write(json =>
        {
            json.WriteString("msgtype", "text");
            json.WriteStartObject("text");
            json.WriteString("content", Shorten.ToBytes(text.Content, LongestText));
            WriteMentions(json, "mentioned_list", text.MentionedUserIds);
            WriteMentions(json, "mentioned_mobile_list", text.MentionedMobiles);
            json.WriteEndObject();
        }));

    /// <summary>
    /// A text to persons, 1:1. The same text to the same persons within <see cref="DuplicateWindow"/> is shown once only,
    /// so a reminder should say something new.
    /// </summary>
    public WeComRequest AppText(IReadOnlyList<string> userIds, string content) =>
        new(WeComApi.AppMessage, RawJson.Write(json =>
        {
            json.WriteString("touser", Joined(userIds));
            json.WriteString("msgtype", "text");
            json.WriteNumber("agentid", AgentId);
            json.WriteStartObject("text");
            json.WriteString("content", Shorten.ToBytes(content, LongestText));
            json.WriteEndObject();
            WriteDuplicateCheck(json);
        }));

    /// <summary>A card to persons, 1:1. Each card needs a new task_id.</summary>
    public WeComRequest AppCard(IReadOnlyList<string> userIds, TemplateCard card) =>
        new(WeComApi.AppMessage, RawJson.Write(json =>
        {
            json.WriteString("touser", Joined(userIds));
            json.WriteString("msgtype", "template_card");
            json.WriteNumber("agentid", AgentId);
            json.WriteAppCard(card);
            WriteDuplicateCheck(json);
        }));

    /// <summary>Greys the buttons of an app card and shows a text on them (WeCom doc 94888).</summary>
    public WeComRequest GreyButtons(string responseCode, IReadOnlyList<string> userIds, string replaceName) =>
        new(WeComApi.AppCardUpdate, RawJson.Write(json =>
        {
            WriteUpdateHead(json, responseCode, userIds);
            json.WriteStartObject("button");
            json.WriteString("replace_name", Shorten.ToCharacters(replaceName, CardLimits.App.ReplaceText));
            json.WriteEndObject();
        }));

    /// <summary>Puts another card in the place of an app card (WeCom doc 94888).</summary>
    public WeComRequest ReplaceCard(string responseCode, IReadOnlyList<string> userIds, TemplateCard card) =>
        new(WeComApi.AppCardUpdate, RawJson.Write(json =>
        {
            WriteUpdateHead(json, responseCode, userIds);
            json.WriteAppCard(card);
        }));

    /// <summary>A text in a group that the app made (WeCom doc 90248); clients before 5.0.6 show no mention.</summary>
    public static WeComRequest AppChatText(string chatId, string content, IReadOnlyList<string> mentionedUserIds) =>
        new(WeComApi.AppChat, RawJson.Write(json =>
        {
            json.WriteString("chatid", chatId);
            json.WriteString("msgtype", "text");
            json.WriteStartObject("text");
            json.WriteString("content", Shorten.ToBytes(content, LongestText));
            WriteMentions(json, "mentioned_list", mentionedUserIds);
            json.WriteEndObject();
            json.WriteNumber("safe", 0);
        }));

    /// <summary>The robot's late answer in markdown, in groups the only kind there is (WeCom doc 101138). Goes out to the response_url.</summary>
    public static WeComRequest LateAnswer(string markdown) =>
        new(WeComApi.LateAnswer, RawJson.Write(json =>
        {
            json.WriteString("msgtype", "markdown");
            json.WriteStartObject("markdown");
            json.WriteString("content", Shorten.ToBytes(markdown, BotReply.LongestText));
            json.WriteEndObject();
        }));

    private static void WriteMentions(Utf8JsonWriter json, string name, IReadOnlyList<string> mentions)
    {
        if (mentions.Count > 0)
        {
            json.WriteStrings(name, mentions);
        }
    }

    private static void WriteDuplicateCheck(Utf8JsonWriter json)
    {
        json.WriteNumber("enable_duplicate_check", 1);
        json.WriteNumber("duplicate_check_interval", (int)DuplicateWindow.TotalSeconds);
    }

    /// <summary>Receivers are one text here, and an array in updates.</summary>
    private static string Joined(IReadOnlyList<string> userIds)
    {
        ArgumentOutOfRangeException.ThrowIfZero(userIds.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(userIds.Count, MostReceivers);
        return userIds.All(id => id.Length > 0 && !id.Contains('|', StringComparison.Ordinal))
            ? string.Join('|', userIds)
            : throw new ArgumentException("A userid is neither empty nor holds a bar.", nameof(userIds));
    }

    private void WriteUpdateHead(Utf8JsonWriter json, string responseCode, IReadOnlyList<string> userIds)
    {
        json.WriteStrings("userids", userIds);
        json.WriteNumber("agentid", AgentId);
        json.WriteString("response_code", responseCode);
    }
}
