using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Callbacks;

/// <summary>The smart robot's door (WeCom docs 100719, 101033): JSON, receiveid empty.</summary>
/// <param name="crypto">Null when the robot comes by the long connection: then whatever knocks here is refused.</param>
public sealed class BotDoor(CallbackCrypto? crypto) : CallbackDoor(crypto)
{
    private readonly CallbackCrypto? crypto = crypto;

    /// <summary>Not application/json: WeCom's own plugin answers so and says that the reference asks for it.</summary>
    public override string ContentType => "text/plain; charset=utf-8";

    public override Incoming? Read(ReadOnlySpan<byte> plaintext) => BotMessages.Read(plaintext);

    /// <summary>Opens a picture or file that was fetched from a callback's media address; null if it is not ours to open.</summary>
    public byte[]? OpenMedia(byte[] cipher) => crypto?.OpenMedia(cipher);

    private protected override byte[]? ReadEnvelope(ReadOnlySpan<byte> body) => BotEnvelope.Read(body);

    private protected override byte[] WriteEnvelope(SealedMessage message, long timestamp, string nonce) =>
        BotEnvelope.Write(message, timestamp, nonce);
}
