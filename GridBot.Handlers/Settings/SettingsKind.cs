namespace GridBot.Handlers.Settings;

/// <summary>The files a person edits; each has versions of its own.</summary>
public enum SettingsKind
{
    Roster,
    Policies,
    Categories,
    Vocabulary,
}
