using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Callbacks;

/// <summary>What became of a callback at its door.</summary>
public abstract record CallbackOutcome
{
    /// <param name="Message">What was said or done.</param>
    /// <param name="Plaintext">The opened message as WeCom wrote it, for those who keep it and read it again later.</param>
    public sealed record Accepted(Incoming Message, ReadOnlyMemory<byte> Plaintext) : CallbackOutcome;

    public sealed record Refused(RefusedBecause Why) : CallbackOutcome;

    private CallbackOutcome()
    {
    }
}
