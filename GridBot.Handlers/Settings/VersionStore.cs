namespace GridBot.Handlers.Settings;

/// <summary>What the settings need of the table setting_version, which is the truth; files are doors to it.</summary>
/// <param name="HeadsAsync">The newest version of each kind; asked often, so it carries no content.</param>
/// <param name="FindAsync">One version with its content; null when there is none such.</param>
/// <param name="KnowsAsync">True when some version of this kind, new or old, has this hash.</param>
/// <param name="AddAsync">
/// Makes a content the newest version and returns its number. An older version may bear the same hash: a file was taken back.
/// When the newest already bears it, another host was quicker, and its number is returned.
/// </param>
public sealed record VersionStore(
    Func<CancellationToken, Task<IReadOnlyList<SettingHead>>> HeadsAsync,
    Func<SettingsKind, long, CancellationToken, Task<StoredSetting?>> FindAsync,
    Func<SettingsKind, string, CancellationToken, Task<bool>> KnowsAsync,
    Func<NewSetting, CancellationToken, Task<long>> AddAsync);
