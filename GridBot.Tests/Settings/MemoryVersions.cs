using GridBot.Handlers.Settings;

namespace GridBot.Tests.Settings;

/// <summary>The table setting_version as a list.</summary>
internal sealed class MemoryVersions
{
    private readonly List<(NewSetting Setting, long Version)> _rows = [];

    public MemoryVersions() => Store = new VersionStore(HeadsAsync, FindAsync, KnowsAsync, AddAsync);

    public VersionStore Store { get; }

    public bool IsAway { get; set; }

    public IReadOnlyList<NewSetting> Rows => [.. _rows.Select(r => r.Setting)];

    public Task<long> AddAsync(NewSetting setting, CancellationToken cancellationToken)
    {
        Reach();
        _rows.Add((setting, _rows.Count + 1));
        return Task.FromResult(_rows[^1].Version);
    }

    private Task<IReadOnlyList<SettingHead>> HeadsAsync(CancellationToken cancellationToken)
    {
        Reach();
        return Task.FromResult<IReadOnlyList<SettingHead>>(
            [.. _rows.GroupBy(r => r.Setting.Kind).Select(g => g.Last()).Select(r => new SettingHead(r.Setting.Kind, r.Version, r.Setting.Hash))]);
    }

    private Task<StoredSetting?> FindAsync(SettingsKind kind, long version, CancellationToken cancellationToken)
    {
        Reach();
        return Task.FromResult(_rows
            .Where(r => r.Setting.Kind == kind && r.Version == version)
            .Select(r => new StoredSetting(kind, version, r.Setting.Content))
            .FirstOrDefault());
    }

    private Task<bool> KnowsAsync(SettingsKind kind, string hash, CancellationToken cancellationToken)
    {
        Reach();
        return Task.FromResult(_rows.Exists(r => r.Setting.Kind == kind && r.Setting.Hash == hash));
    }

    private void Reach()
    {
        if (IsAway)
        {
            throw new IOException("The database is away.");
        }
    }
}
