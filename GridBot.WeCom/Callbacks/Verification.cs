namespace GridBot.WeCom.Callbacks;

/// <summary>The answer to WeCom's question whether this address is ours (the GET with echostr).</summary>
public abstract record Verification
{
    /// <param name="Echo">
    /// To be sent back exactly, without quotes, byte order mark or line break, within one second (WeCom doc 90238).
    /// A long row of digits: never read it as a number.
    /// </param>
    public sealed record Proven(string Echo) : Verification;

    public sealed record Refused(RefusedBecause Why) : Verification;

    private Verification()
    {
    }
}
