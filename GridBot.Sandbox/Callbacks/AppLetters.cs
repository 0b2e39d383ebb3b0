using System.Globalization;
using System.Xml.Linq;

namespace GridBot.Sandbox.Callbacks;

/// <summary>Writes what the app's door receives (doc 90239, 90240).</summary>
internal sealed class AppLetters(SandboxState state)
{
    public const string System = "sys";

    public Letter Text(string user, string text) => Message(user, "text", new XElement("Content", new XCData(text)));

    public Letter Image(string user, string mediaId) => Message(
        user, "image",
        new XElement("PicUrl", new XCData(new Uri(state.ApiBase ?? new Uri("http://sandbox.invalid/"), "/sandbox-media/" + mediaId).ToString())),
        new XElement("MediaId", new XCData(mediaId)));

    /// <summary>The app gets no transcript.</summary>
    public Letter Voice(string user, string mediaId) => Message(
        user, "voice", new XElement("MediaId", new XCData(mediaId)), new XElement("Format", new XCData("amr")));

    public Letter EnterAgent(string user) => Event(user, "enter_agent", new XElement("EventKey", new XCData("")));

    /// <summary>By WeCom itself (doc 90240).</summary>
    public Letter Announce(string name) => Event(
        System, name, new XElement("EffectTime", (state.Seconds + 604_800).ToString(CultureInfo.InvariantCulture)));

    public Letter Click(string user, string key, string taskId, string cardType, string responseCode) => Event(
        user, "template_card_event",
        new XElement("EventKey", new XCData(key)),
        new XElement("TaskId", new XCData(taskId)),
        new XElement("CardType", new XCData(cardType)),
        new XElement("ResponseCode", new XCData(responseCode)));

    private Letter Message(string user, string type, params XElement[] content) => Letter(
        user, [new XElement("MsgType", new XCData(type)), .. content, new XElement("MsgId", state.Dice.Digits(19)[..18])]);

    private Letter Event(string user, string name, params XElement[] content) => Letter(
        user, [new XElement("MsgType", new XCData("event")), new XElement("Event", new XCData(name)), .. content]);

    private Letter Letter(string user, XElement[] content) => new(
        Xml(user, content),
        Xml(user, [new XElement("MsgType", new XCData("event")), new XElement("Event", new XCData("brand_new_event_2027"))]),
        OnlyOnce: false,
        state.Options.AppRedeliveries);

    private string Xml(string user, XElement[] content) => new XElement(
        "xml",
        new XElement("ToUserName", new XCData(state.Town.CorpId)),
        new XElement("FromUserName", new XCData(user)),
        new XElement("CreateTime", state.Seconds.ToString(CultureInfo.InvariantCulture)),
        content,
        new XElement("AgentID", state.Town.App.AgentId.ToString(CultureInfo.InvariantCulture))).ToString(SaveOptions.DisableFormatting);
}
