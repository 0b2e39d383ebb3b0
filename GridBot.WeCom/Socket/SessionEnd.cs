namespace GridBot.WeCom.Socket;

/// <summary>Why a session is over.</summary>
public enum SessionEnd
{
    /// <summary>The network, or WeCom without a reason, or pings that nobody answered.</summary>
    Lost,

    /// <summary>Somebody else subscribed for this robot, and WeCom allows one: who comes back at once fights.</summary>
    PushedOut,

    /// <summary>We left.</summary>
    Left,
}
