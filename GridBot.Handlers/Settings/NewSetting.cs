namespace GridBot.Handlers.Settings;

/// <summary>A checked content that is to become the newest version.</summary>
/// <param name="By">A userid, or "file:" and the host's name.</param>
public sealed record NewSetting(SettingsKind Kind, string Content, string Hash, string By, DateTimeOffset At);
