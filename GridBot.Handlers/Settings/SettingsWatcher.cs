using GridBot.Core.Roster;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Settings;

/// <summary>
/// Takes changed files in as new versions and puts the newest versions in force. Its one step is called at the start, before
/// the first message, and then every few seconds; one caller at a time.
/// </summary>
public sealed class SettingsWatcher(
    SettingsFiles files, VersionStore versions, SettingsInForce inForce, ILogger<SettingsWatcher> logger)
{
    private static readonly SettingsKind[] Kinds = Enum.GetValues<SettingsKind>();

    private readonly Dictionary<SettingsKind, string> _seen = [];
    private readonly Dictionary<SettingsKind, string> _lastGood = [];
    private readonly Dictionary<SettingsKind, IReadOnlyList<Fault>> _fileFaults = [];
    private readonly Dictionary<SettingsKind, (long Version, IReadOnlyList<Fault> Faults)> _unreadable = [];
    private volatile IReadOnlyList<Fault> _faults = [];
    private (string Hash, Loaded<RosterBook> Roster)? _lastRoster;

    /// <summary>What keeps files, or stored versions, from being in force right now.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    /// <summary>One line for health and the page; null when all is well.</summary>
    public string? Health => _faults is { Count: > 0 } faults
        ? $"设置有 {faults.Count} 处问题，{(inForce.IsLoaded ? "改动没有生效，仍用上一个好的版本" : "还没有能用的版本")}：{faults[0]}"
        : null;

    /// <summary>One pass; returns how many settings came into force.</summary>
    public async Task<int> RefreshAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await TakeInChangedFilesAsync(now, cancellationToken);
            return await ApplyNewestAsync(cancellationToken);
        }
        finally
        {
            Report();
        }
    }

    private async Task TakeInChangedFilesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var texts = files.Read();
        if (Kinds.All(kind => SignOf(texts[kind]) == _seen.GetValueOrDefault(kind)))
        {
            return;
        }

        // One changed file has all of them looked at again, since they lean on each other.
        var readings = SettingsCheck.Read(texts, readRoster: ReadRoster);
        var heads = await versions.HeadsAsync(cancellationToken);
        foreach (var kind in Kinds)
        {
            var newest = heads.FirstOrDefault(h => h.Kind == kind)?.Hash;
            _fileFaults[kind] = readings.FaultsOf(kind) is { Count: > 0 } faults
                ? faults
                : await TakeInAsync(kind, texts[kind].ValueOrDefault!, newest, now, cancellationToken);

            // Remembered last: when the database was away, the next pass tries again.
            _seen[kind] = SignOf(texts[kind]);
        }
    }

    private static string SignOf(Loaded<SettingsSource> text) =>
        text.ValueOrDefault?.Hash ?? string.Join('\n', text.FaultsOrNone);

    private async Task<IReadOnlyList<Fault>> TakeInAsync(
        SettingsKind kind, SettingsSource source, string? newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Content that was in force once before comes back only when somebody took it back in the very file the newest version
        // came from. A host that starts with, or is handed, an old copy must not undo what another host or the page has done.
        var tookBack = newest is not null && _lastGood.GetValueOrDefault(kind) == newest;
        var isNew = newest != source.Hash && (tookBack || !await versions.KnowsAsync(kind, source.Hash, cancellationToken));
        if (isNew)
        {
            var added = new NewSetting(kind, source.Content, source.Hash, $"file:{Environment.MachineName}", now);
            var version = await versions.AddAsync(added, cancellationToken);
            logger.SettingTakenIn(kind, version);
        }

        _lastGood[kind] = source.Hash;
        return isNew || newest == source.Hash
            ? []
            : [new Fault(source.Name, 0, "", "文件内容是以前的版本，生效的版本更新；要恢复它，请改动文件（加一行注释即可）再保存")];
    }

    private async Task<int> ApplyNewestAsync(CancellationToken cancellationToken)
    {
        var heads = await versions.HeadsAsync(cancellationToken);
        var current = inForce.IsLoaded ? inForce.Current : null;
        var changed = heads
            .Where(h => current?.Versions[h.Kind] != h.Version && _unreadable.GetValueOrDefault(h.Kind).Version != h.Version)
            .ToList();
        if (changed.Count == 0 || (current is null && heads.Count < Kinds.Length))
        {
            return 0;
        }

        var stored = new Dictionary<SettingsKind, StoredSetting>();
        foreach (var kind in Kinds)
        {
            var version = heads.FirstOrDefault(h => h.Kind == kind)?.Version ?? current!.Versions[kind];
            if (await versions.FindAsync(kind, version, cancellationToken) is { } found)
            {
                stored.Add(kind, found);
            }
        }

        return Apply(current, stored, changed);
    }

    private int Apply(SettingsSnapshot? current, Dictionary<SettingsKind, StoredSetting> stored, List<SettingHead> changed)
    {
        var texts = new SettingsTexts(
            TextOf(stored, SettingsKind.Roster),
            TextOf(stored, SettingsKind.Policies),
            TextOf(stored, SettingsKind.Categories),
            TextOf(stored, SettingsKind.Vocabulary));
        var readings = SettingsCheck.Read(texts, acrossFiles: false, ReadRoster);
        foreach (var head in changed)
        {
            _unreadable.Remove(head.Kind);
            if (readings.FaultsOf(head.Kind) is { Count: > 0 } faults)
            {
                _unreadable[head.Kind] = (head.Version, faults);
            }
        }

        if (new SettingsMerge(current, readings, stored).Snapshot() is not { } next)
        {
            return 0;
        }

        inForce.Replace(next);
        var came = changed.Where(h => next.Versions[h.Kind] == h.Version).ToList();
        foreach (var head in came)
        {
            logger.SettingInForce(head.Kind, head.Version);
        }

        return came.Count;
    }

    /// <summary>The same content is read once, whether it comes from the file or from the database.</summary>
    private Loaded<RosterBook> ReadRoster(SettingsSource source)
    {
        if (_lastRoster is not { } last || last.Hash != source.Hash)
        {
            _lastRoster = last = (source.Hash, RosterReader.Read(source));
        }

        return last.Roster;
    }

    private static Loaded<SettingsSource> TextOf(Dictionary<SettingsKind, StoredSetting> stored, SettingsKind kind) =>
        stored.GetValueOrDefault(kind) is { } version
            ? new Loaded<SettingsSource>.Good(new SettingsSource($"{kind} v{version.Version}", version.Content))
            : new Loaded<SettingsSource>.Faulty([new Fault($"{kind}", 0, "", "数据库里找不到生效的版本，请检查数据库")]);

    private void Report()
    {
        Fault[] faults = [.. Kinds.SelectMany(k => _fileFaults.GetValueOrDefault(k, [])), .. _unreadable.Values.SelectMany(u => u.Faults)];
        foreach (var fault in faults.Except(_faults))
        {
            logger.SettingRefused(fault);
        }

        _faults = faults;
    }
}
