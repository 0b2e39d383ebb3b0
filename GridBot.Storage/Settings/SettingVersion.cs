namespace GridBot.Storage.Settings;

/// <summary>One valid state of a file that a person edits.</summary>
/// <param name="Kind">roster, policies, categories …</param>
public sealed record SettingVersion(string Kind, long Version, string Content, string Hash, string By, DateTimeOffset At);
