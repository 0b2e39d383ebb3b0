using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Settings;

/// <summary>Everything the settings may log. Numbers 3900 to 3909.</summary>
internal static partial class SettingsLog
{
    [LoggerMessage(EventId = 3900, Level = LogLevel.Information, Message = "Settings {Kind} version {Version} was taken in from its file")]
    public static partial void SettingTakenIn(this ILogger logger, SettingsKind kind, long version);

    [LoggerMessage(EventId = 3901, Level = LogLevel.Information, Message = "Settings {Kind} version {Version} is in force")]
    public static partial void SettingInForce(this ILogger logger, SettingsKind kind, long version);

    [LoggerMessage(EventId = 3902, Level = LogLevel.Error, Message = "Settings refused, the last good version stays: {Fault}")]
    public static partial void SettingRefused(this ILogger logger, Fault fault);
}
