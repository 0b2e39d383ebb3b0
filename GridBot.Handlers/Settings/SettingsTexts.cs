namespace GridBot.Handlers.Settings;

/// <summary>The texts of all settings, each with the reason when it couldn't be had.</summary>
public sealed record SettingsTexts(
    Loaded<SettingsSource> Roster, Loaded<SettingsSource> Policies, Loaded<SettingsSource> Categories, Loaded<SettingsSource> Vocabulary)
{
    public Loaded<SettingsSource> this[SettingsKind kind] => kind switch
    {
        SettingsKind.Roster => Roster,
        SettingsKind.Policies => Policies,
        SettingsKind.Categories => Categories,
        _ => Vocabulary,
    };
}
