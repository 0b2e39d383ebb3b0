namespace GridBot.WeCom.Messages;

/// <summary>WeCom's times: whole seconds since 1970.</summary>
internal static class UnixTime
{
    private const long EndOf9999 = 253402300799;

    /// <summary>Null for zero, for what lies before 1970, and for what no calendar holds.</summary>
    public static DateTimeOffset? Read(long seconds) =>
        seconds is > 0 and <= EndOf9999 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
