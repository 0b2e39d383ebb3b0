namespace GridBot.WeCom.Messages;

/// <summary>
/// What the robot answers to a callback, or (the same body) over the long connection (WeCom docs 101031 and 101463).
/// A robot's answer can mention nobody.
/// </summary>
public abstract record BotReply
{
    /// <summary>Bytes of a text.</summary>
    public const int LongestText = 20480;

    /// <summary>Bytes of a welcome; WeCom states no limit, so this is that of its other plain texts.</summary>
    public const int LongestWelcome = 2048;

    /// <summary>To a message: a text in markdown, sent as a stream that is finished at once, for want of a plain text.</summary>
    public sealed record Text(string Content) : BotReply;

    /// <summary>To a message, or to somebody who entered: a card, in groups too.</summary>
    public sealed record Card(TemplateCard Template) : BotReply;

    /// <summary>To a click, within 5 s: another card in the place of the one that was tapped.</summary>
    /// <param name="Template">The new card; its task_id is the old one's.</param>
    /// <param name="UserIds">Who sees it, in the callback's form of ids; null = everybody who saw the old one.</param>
    public sealed record CardUpdate(TemplateCard Template, IReadOnlyList<string>? UserIds = null) : BotReply;

    /// <summary>To somebody who entered our 1:1 chat.</summary>
    public sealed record Welcome(string Content) : BotReply;

    /// <summary>An empty body: heard, nothing to say.</summary>
    public sealed record Nothing : BotReply;

    private BotReply()
    {
    }

    /// <summary>The answer before it is sealed, cut to WeCom's limits; empty if there is nothing to say.</summary>
    /// <param name="messageId">The id of what is answered; names the stream, which must be new each time.</param>
    public byte[] Compose(string messageId) =>
        this switch
        {
            Text text => RawJson.Write(json =>
            {
                json.WriteString("msgtype", "stream");
                json.WriteStartObject("stream");
                json.WriteString("id", messageId);
                json.WriteBoolean("finish", true);
                json.WriteString("content", Shorten.ToBytes(text.Content, LongestText));
                json.WriteEndObject();
            }),
            Card card => RawJson.Write(json =>
            {
                json.WriteString("msgtype", "template_card");
                json.WriteBotCard(card.Template);
            }),
            CardUpdate update => RawJson.Write(json =>
            {
                json.WriteString("response_type", "update_template_card");
                if (update.UserIds is { } userIds)
                {
                    json.WriteStrings("userids", userIds);
                }

                json.WriteBotCard(update.Template);
            }),
            Welcome welcome => RawJson.Write(json =>
            {
                json.WriteString("msgtype", "text");
                json.WriteStartObject("text");
                json.WriteString("content", Shorten.ToBytes(welcome.Content, LongestWelcome));
                json.WriteEndObject();
            }),
            _ => [],
        };
}
