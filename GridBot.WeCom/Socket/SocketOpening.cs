namespace GridBot.WeCom.Socket;

/// <summary>What became of an attempt to connect and subscribe.</summary>
public abstract record SocketOpening
{
    /// <summary>Subscribed. Whoever gets it disposes of it.</summary>
    public sealed record Opened(BotSession Session) : SocketOpening;

    /// <summary>WeCom does not take this robot's id and secret. A person must mend that: it is no use to try again.</summary>
    /// <param name="Code">WeCom's errcode.</param>
    public sealed record Refused(int Code) : SocketOpening;

    /// <summary>Not now: no network, no answer, busy, or too many attempts.</summary>
    /// <param name="Code">WeCom's errcode; 0 if no answer came.</param>
    public sealed record NotNow(int Code) : SocketOpening;

    private SocketOpening()
    {
    }
}
