using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Handlers.Settings;

/// <summary>Everything that holds at one moment. Whoever decides takes one snapshot and stays with it.</summary>
/// <param name="Words">vocabulary.yaml as <see cref="WordsReader"/> gives it.</param>
/// <param name="Versions">The stored version behind each part.</param>
public sealed record SettingsSnapshot(
    RosterBook Roster,
    EscalationPolicy Policy,
    CategoryTree Categories,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words,
    IReadOnlyDictionary<SettingsKind, long> Versions);
