using System.Text;
using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Callbacks;

/// <summary>The XML around a sealed message of the app (WeCom doc 90238).</summary>
internal sealed class AppEnvelope : XmlLeaves
{
    private byte[]? encrypt;

    /// <summary>The base64 text, or null if this is no such envelope.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> body)
    {
        var envelope = new AppEnvelope();
        return envelope.TryRead(body) ? envelope.encrypt : null;
    }

    public static byte[] Write(SealedMessage message, long timestamp, string nonce) =>
        Encoding.UTF8.GetBytes(new StringBuilder(message.Encrypt.Length + nonce.Length + 256)
            .Append("<xml>")
            .Element("Encrypt", message.Encrypt)
            .Element("MsgSignature", message.Signature)
            .Element("TimeStamp", timestamp)
            .Element("Nonce", nonce)
            .Append("</xml>")
            .ToString());

    protected override void Take(int depth, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        if (depth == 1 && name.SequenceEqual("Encrypt"u8))
        {
            encrypt = value.ToArray();
        }
    }

    protected override void Forget() => encrypt = null;
}
