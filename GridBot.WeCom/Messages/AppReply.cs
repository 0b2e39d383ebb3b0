using System.Text;

namespace GridBot.WeCom.Messages;

/// <summary>
/// What the app answers in the response to a callback (WeCom doc 90241). An update changes the card of the one who
/// tapped, and of nobody else.
/// </summary>
public abstract record AppReply
{
    /// <summary>Bytes of a text; WeCom cuts what is longer.</summary>
    public const int LongestText = 2048;

    public sealed record Text(string Content) : AppReply;

    /// <summary>To a click: the buttons turn grey and show this text.</summary>
    public sealed record UpdateButton(string ReplaceName) : AppReply;

    /// <summary>To a click: another card.</summary>
    public sealed record UpdateCard(TemplateCard Template) : AppReply;

    /// <summary>An empty body: heard, nothing to say.</summary>
    public sealed record Nothing : AppReply;

    private AppReply()
    {
    }

    /// <summary>The answer before it is sealed, cut to WeCom's limits; empty if there is nothing to say.</summary>
    /// <param name="toUser">Whom it answers, as in the callback.</param>
    /// <param name="corpId">Who answers.</param>
    /// <param name="now">Our time.</param>
    public byte[] Compose(string toUser, string corpId, DateTimeOffset now)
    {
        if (this is Nothing)
        {
            return [];
        }

        var xml = new StringBuilder("<xml>")
            .Element("ToUserName", toUser)
            .Element("FromUserName", corpId)
            .Element("CreateTime", now.ToUnixTimeSeconds());

        var body = this switch
        {
            Text text => xml.Element("MsgType", "text").Element("Content", Shorten.ToBytes(text.Content, LongestText)),
            UpdateButton button => xml.Element("MsgType", "update_button").Append("<Button>")
                .Element("ReplaceName", Shorten.ToCharacters(button.ReplaceName, CardLimits.App.ReplaceText)).Append("</Button>"),
            UpdateCard update => xml.Element("MsgType", "update_template_card").AppCard(update.Template),
            _ => throw new InvalidOperationException("No such answer."),
        };

        return Encoding.UTF8.GetBytes(body.Append("</xml>").ToString());
    }
}
