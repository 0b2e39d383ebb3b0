using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Callbacks;

/// <summary>The self-built app's door (WeCom doc 90238): XML, receiveid = CorpID.</summary>
/// <param name="crypto">Null when the app has no callback address: then whatever knocks here is refused.</param>
public sealed class AppDoor(CallbackCrypto? crypto) : CallbackDoor(crypto)
{
    public override string ContentType => "text/xml; charset=utf-8";

    public override Incoming? Read(ReadOnlySpan<byte> plaintext) => AppMessages.Read(plaintext);

    private protected override byte[]? ReadEnvelope(ReadOnlySpan<byte> body) => AppEnvelope.Read(body);

    private protected override byte[] WriteEnvelope(SealedMessage message, long timestamp, string nonce) =>
        AppEnvelope.Write(message, timestamp, nonce);
}
