namespace GridBot.Handlers.Settings;

/// <summary>The newest version of one kind, without its content.</summary>
public sealed record SettingHead(SettingsKind Kind, long Version, string Hash);
