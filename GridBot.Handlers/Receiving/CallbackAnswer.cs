using GridBot.WeCom.Callbacks;

namespace GridBot.Handlers.Receiving;

/// <summary>What the door answers over HTTP.</summary>
public abstract record CallbackAnswer
{
    /// <param name="Body">Sealed; empty when there is nothing to say, which WeCom takes as accepted.</param>
    public sealed record Accepted(byte[] Body, string ContentType) : CallbackAnswer;

    public sealed record Refused(RefusedBecause Why) : CallbackAnswer;

    /// <summary>It could not even be kept: WeCom must send it again.</summary>
    public sealed record NotKept : CallbackAnswer;

    private CallbackAnswer()
    {
    }
}
