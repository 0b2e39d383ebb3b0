namespace GridBot.Handlers.Settings;

/// <summary>One version of one kind of settings as the database keeps it.</summary>
public sealed record StoredSetting(SettingsKind Kind, long Version, string Content);
