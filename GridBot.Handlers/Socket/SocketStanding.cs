namespace GridBot.Handlers.Socket;

/// <summary>How this host stands to the robot's long connection.</summary>
public enum SocketStanding
{
    /// <summary>The robot is called back over HTTP.</summary>
    NotUsed,

    /// <summary>This host holds it.</summary>
    Connected,

    /// <summary>Another of our hosts holds it; this one takes over when that one is gone.</summary>
    StandingBy,

    /// <summary>The network or WeCom does not let us just now; tried again and again.</summary>
    Unreachable,

    /// <summary>A program that is none of ours has subscribed for this robot. We step back for a while: no fight.</summary>
    PushedOut,

    /// <summary>WeCom does not take the robot's id or secret: somebody must mend the settings.</summary>
    Refused,
}
