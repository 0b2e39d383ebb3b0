using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Settings;

/// <summary>In which zone people read the clock. Bound to the root of the configuration.</summary>
public sealed class ClockOptions
{
    public const string Default = "Asia/Shanghai";

    public string TimeZone { get; set; } = Default;

    /// <summary>China has one time and no summer time, so it needs no zone database.</summary>
    public TimeZoneInfo Zone() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone)
            ? zone
            : TimeZoneInfo.CreateCustomTimeZone(Default, TimeSpan.FromHours(8), Default, Default);
}

/// <summary>A zone that this machine doesn't know stops the start.</summary>
public sealed class ClockOptionsCheck : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options) =>
        options.TimeZone == ClockOptions.Default || TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"TimeZone：不认识时区“{options.TimeZone}”，请填 {ClockOptions.Default} 这样的名字。");
}
