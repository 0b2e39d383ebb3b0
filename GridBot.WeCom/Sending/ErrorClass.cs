namespace GridBot.WeCom.Sending;

/// <summary>What kind of trouble a failed call means (WeCom doc 90313).</summary>
public enum ErrorClass
{
    /// <summary>Busy, or not reached at all: again later.</summary>
    Transient,

    /// <summary>The access token is no longer good, and a new one did not help either.</summary>
    Token,

    /// <summary>Corp id or secret are wrong, or the app was stopped: nothing goes out until a person has mended it.</summary>
    Credentials,

    /// <summary>Too much in this minute, hour or day.</summary>
    Rate,

    /// <summary>The app may not do this: visible range, trusted address, agent id, verification.</summary>
    Access,

    /// <summary>This person cannot be reached.</summary>
    Receiver,

    /// <summary>The message itself is wrong: our fault.</summary>
    Content,

    /// <summary>The card cannot be changed or sent so; a used response_code among others.</summary>
    Card,

    /// <summary>The group that the app made.</summary>
    AppGroup,

    /// <summary>The push robot was removed or stopped, or its key is wrong.</summary>
    PushRobot,

    /// <summary>The smart robot's conversation or authorisation.</summary>
    Bot,

    /// <summary>A code nobody has told us about, or an answer that is not WeCom's.</summary>
    Other,
}
