namespace GridBot.WeCom.Sending;

/// <summary>What WeCom's errcodes mean to a sender (WeCom doc 90313). The texts beside them change and are never read.</summary>
public static class WeComErrors
{
    /// <summary>errcode of a trusted-address fault: a new address counts about a minute after it was saved.</summary>
    public const int AddressNotTrusted = 60020;

    /// <summary>The same, as some of the calls say it.</summary>
    internal const int AddressNotTrustedEither = 301042;

    /// <summary>errcode of a chatid that is wrong, or in which nobody has written to the robot (WeCom doc 101463).</summary>
    public const int NoSuchChat = 93006;

    private const int TooManyAtOnce = 45033;

    public static ErrorClass ClassOf(int code) =>
        code switch
        {
            -1 or 6000 => ErrorClass.Transient,
            40014 or 42001 or 41001 => ErrorClass.Token,
            40001 or 40013 or 40091 or 41002 or 41004 => ErrorClass.Credentials,
            45009 or TooManyAtOnce or 41094 => ErrorClass.Rate,
            48002 or 48004 or 48005 or 48006 or 50002 or 50003 or 60011 or AddressNotTrusted or AddressNotTrustedEither or 301002 or 43009
                or 40056 or 41011 => ErrorClass.Access,
            40003 or 40031 or 46004 or 60111 or 60123 or 81013 or 82001 or 82002 or 82003 or 92000 => ErrorClass.Receiver,
            40004 or 40006 or 40007 or 40008 or 40009 or 40033 or 40035 or 40039 or 40058 or 40063 or 44001 or 44004
                or 45001 or 45002 or 45004 or 45007 or 45008 or 45022 or 45029 or 45032 => ErrorClass.Content,
            42014 or 42050 or 42051 or 42052 or 60140 => ErrorClass.Card,
            40050 or 86001 or 86003 or 86004 or 86005 or 86006 or 86007 or 86008 or 86101 or 86201 or 86207 or 86215
                or 86216 or 86217 or 86220 => ErrorClass.AppGroup,
            93000 or 93004 or 93008 => ErrorClass.PushRobot,
            NoSuchChat or 846605 or 846608 or 850001 or 851014 => ErrorClass.Bot,
            _ => ErrorClass.Other,
        };

    /// <summary>How long to wait at least before the same call makes sense again; null if it never does.</summary>
    internal static TimeSpan? WaitAfter(int code) =>
        ClassOf(code) switch
        {
            ErrorClass.Transient or ErrorClass.Token => TimeSpan.FromSeconds(2),
            ErrorClass.Rate => code == TooManyAtOnce ? TimeSpan.FromSeconds(5) : TimeSpan.FromMinutes(1),
            ErrorClass.Credentials => TimeSpan.FromMinutes(1),
            ErrorClass.Access when code == AddressNotTrusted => TimeSpan.FromMinutes(1),
            _ => null,
        };
}
