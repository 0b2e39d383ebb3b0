using GridBot.Storage.Settings;

namespace GridBot.Handlers.Settings;

/// <summary>The table setting_version as the settings see it.</summary>
internal static class StoredVersions
{
    public static VersionStore Of(SettingVersions versions) => new(
        async cancellationToken =>
        {
            var heads = new List<SettingHead>();
            foreach (var kind in Enum.GetValues<SettingsKind>())
            {
                if (await versions.HeadAsync(NameOf(kind), cancellationToken) is { } head)
                {
                    heads.Add(new SettingHead(kind, head.Version, head.Hash));
                }
            }

            return heads;
        },
        async (kind, version, cancellationToken) => await versions.FindAsync(NameOf(kind), version, cancellationToken) is { } found
            ? new StoredSetting(kind, found.Version, found.Content)
            : null,
        (kind, hash, cancellationToken) => versions.KnowsAsync(NameOf(kind), hash, cancellationToken),
        async (added, cancellationToken) =>
            (await versions.AddAsync(NameOf(added.Kind), added.Content, added.By, added.At, cancellationToken)).Version);

    private static string NameOf(SettingsKind kind) => kind.ToString().ToLowerInvariant();
}
