using System.ComponentModel.DataAnnotations;

namespace GridBot.Handlers.Settings;

/// <summary>Where the files lie that a person edits, and what was learned. Bound to the root of the configuration.</summary>
public sealed class SettingsFiles
{
    [Required]
    public string Roster { get; set; } = "config/roster.yaml";

    [Required]
    public string Policies { get; set; } = "config/policies.yaml";

    [Required]
    public string Categories { get; set; } = "config/categories.yaml";

    [Required]
    public string Vocabulary { get; set; } = "config/vocabulary.yaml";

    /// <summary>What the command train wrote; empty: only word lists and rules. Also looked for beside the program.</summary>
    public string Model { get; set; } = "config/models/understanding.weights";

    /// <summary>What train learned of messages that tell of the same; empty: shared words decide alone. Also looked for beside the program.</summary>
    public string Likeness { get; set; } = "config/models/likeness.weights";

    public string PathOf(SettingsKind kind) => kind switch
    {
        SettingsKind.Roster => Roster,
        SettingsKind.Policies => Policies,
        SettingsKind.Categories => Categories,
        _ => Vocabulary,
    };

    /// <summary>All four as they lie on the disk now.</summary>
    public SettingsTexts Read() => new(
        SettingsSource.Read(Roster), SettingsSource.Read(Policies), SettingsSource.Read(Categories), SettingsSource.Read(Vocabulary));
}
