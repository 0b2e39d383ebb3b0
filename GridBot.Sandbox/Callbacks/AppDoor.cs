using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace GridBot.Sandbox.Callbacks;

/// <summary>The self-built app's door: XML, sealed for the corp (doc 90238).</summary>
internal sealed class AppDoor(SandboxState state, HttpClient http)
    : Door("app", state.Town.App.Token, state.Town.App.EncodingAesKey, state.Town.CorpId, state, http)
{
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    protected override Uri? Address => State.AppCallback;

    protected override string MediaType => "text/xml";

    public override Opened Open(string body, string nonce)
    {
        if (body.Length == 0)
        {
            return Opened.Nothing;
        }

        if (Read(body) is not { Name.LocalName: "xml" } xml)
        {
            return new Opened(null, "the reply is neither empty nor an <xml> envelope");
        }

        var timestamp = xml.Element("TimeStamp")?.Value ?? "";
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? OpenParts(xml.Element("Encrypt")?.Value, xml.Element("MsgSignature")?.Value, timestamp, xml.Element("Nonce")?.Value)
            : new Opened(null, "the reply's TimeStamp is no integer of seconds");
    }

    /// <summary>The root element, or null if this is no well-formed XML.</summary>
    public static XElement? Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Careful);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    protected override string Wrap(string encrypt) => new XElement(
        "xml",
        new XElement("ToUserName", new XCData(State.Town.CorpId)),
        new XElement("AgentID", new XCData(State.Town.App.AgentId.ToString(CultureInfo.InvariantCulture))),
        new XElement("Encrypt", new XCData(encrypt))).ToString(SaveOptions.DisableFormatting);
}
