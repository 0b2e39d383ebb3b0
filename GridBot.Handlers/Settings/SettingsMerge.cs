namespace GridBot.Handlers.Settings;

/// <summary>Makes the next snapshot: what reads well replaces what was in force, and what doesn't leaves it in place.</summary>
internal sealed record SettingsMerge(
    SettingsSnapshot? Current, SettingsReadings Readings, IReadOnlyDictionary<SettingsKind, StoredSetting> Stored)
{
    /// <summary>Null as long as some part has never been readable.</summary>
    public SettingsSnapshot? Snapshot()
    {
        var roster = Readings.Roster.ValueOrDefault ?? Current?.Roster;
        var policy = Readings.Policies.ValueOrDefault is { } read
            ? read with { Version = Stored[SettingsKind.Policies].Version }
            : Current?.Policy;
        var categories = Readings.Categories.ValueOrDefault ?? Current?.Categories;
        var words = Readings.Vocabulary.ValueOrDefault ?? Current?.Words;
        return roster is null || policy is null || categories is null || words is null
            ? null
            : new SettingsSnapshot(
                roster, policy, categories, words, Enum.GetValues<SettingsKind>().ToDictionary(kind => kind, VersionOf));
    }

    private long VersionOf(SettingsKind kind) => Readings.FaultsOf(kind).Count == 0 ? Stored[kind].Version : Current!.Versions[kind];
}
