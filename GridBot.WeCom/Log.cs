using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;

namespace GridBot.WeCom;

/// <summary>Everything GridBot.WeCom may log. Numbers 1000 to 1999. Never an address: keys and tokens stand in them.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1101, Level = LogLevel.Information, Message = "A new access token is good for {GoodFor}")]
    public static partial void TokenGranted(this ILogger logger, TimeSpan goodFor);

    [LoggerMessage(EventId = 1102, Level = LogLevel.Warning, Message = "No access token: code {Code}, {ErrorClass}; asking again in {After}")]
    public static partial void TokenNotGranted(this ILogger logger, int code, ErrorClass errorClass, TimeSpan after);

    [LoggerMessage(
        EventId = 1103,
        Level = LogLevel.Error,
        Message = "WeCom refuses the corp id or the secret with code {Code}: nothing can be sent by the app. Check WeCom:CorpId and WeCom:App:Secret, and that the app is enabled; asking again in {After}")]
    public static partial void CredentialsRefused(this ILogger logger, int code, TimeSpan after);

    [LoggerMessage(EventId = 1201, Level = LogLevel.Warning, Message = "{Api} failed: code {Code}, {ErrorClass}, fate unknown: {FateUnknown}")]
    public static partial void CallFailed(this ILogger logger, WeComApi api, int code, ErrorClass errorClass, bool fateUnknown);

    [LoggerMessage(
        EventId = 1203,
        Level = LogLevel.Error,
        Message = "WeCom refuses calls from the address {Address} (60020): the app sends nothing. Enter it at the app's 企业可信IP (应用管理 → the app → 企业可信IP); it counts after about a minute")]
    public static partial void AddressNotTrusted(this ILogger logger, string address);

    [LoggerMessage(EventId = 1301, Level = LogLevel.Warning, Message = "A frame of {Length} bytes over the long connection could not be read")]
    public static partial void FrameUnreadable(this ILogger logger, int length);

    [LoggerMessage(EventId = 1302, Level = LogLevel.Warning, Message = "{Count} pings over the long connection got no answer; the line counts as dead")]
    public static partial void PingsUnanswered(this ILogger logger, int count);
}
