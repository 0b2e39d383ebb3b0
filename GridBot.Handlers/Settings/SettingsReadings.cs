using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;

namespace GridBot.Handlers.Settings;

/// <summary>All settings as their texts read, checked one by one and against each other.</summary>
public sealed record SettingsReadings(
    Loaded<RosterBook> Roster,
    Loaded<EscalationPolicy> Policies,
    Loaded<CategoryTree> Categories,
    Loaded<IReadOnlyDictionary<string, IReadOnlyList<string>>> Vocabulary)
{
    public IReadOnlyList<Fault> AllFaults =>
        [.. Roster.FaultsOrNone, .. Policies.FaultsOrNone, .. Categories.FaultsOrNone, .. Vocabulary.FaultsOrNone];

    /// <summary>The word lists as the understander takes them; only where they have no faults.</summary>
    public Vocabulary BuildVocabulary() => VocabularyBuilder.Build(Vocabulary.ValueOrDefault!);

    public IReadOnlyList<Fault> FaultsOf(SettingsKind kind) => kind switch
    {
        SettingsKind.Roster => Roster.FaultsOrNone,
        SettingsKind.Policies => Policies.FaultsOrNone,
        SettingsKind.Categories => Categories.FaultsOrNone,
        _ => Vocabulary.FaultsOrNone,
    };
}
