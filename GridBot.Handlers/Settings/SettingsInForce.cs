using System.Collections.Concurrent;
using GridBot.Core.Issues;

namespace GridBot.Handlers.Settings;

/// <summary>Holds the settings that are in force, and finds the older ones that open issues were given.</summary>
public sealed class SettingsInForce(VersionStore versions)
{
    private readonly ConcurrentDictionary<long, EscalationPolicy> _policies = new();
    private readonly ConcurrentDictionary<long, CategoryTree> _categories = new();
    private volatile SettingsSnapshot? _current;

    /// <summary>Raised after a new snapshot holds, on the thread that brought it.</summary>
    public event EventHandler<SettingsSnapshot>? Changed;

    public bool IsLoaded => _current is not null;

    /// <summary>Take it once per decision, and don't keep it.</summary>
    public SettingsSnapshot Current =>
        _current ?? throw new InvalidOperationException("No settings are in force yet: the watcher's first step must come before the first message.");

    public void Replace(SettingsSnapshot next)
    {
        _current = next;
        Changed?.Invoke(this, next);
    }

    /// <summary>The policy an issue was opened with; the current one when that version is gone or can no longer be read.</summary>
    public async ValueTask<EscalationPolicy> PolicyAsync(long version, CancellationToken cancellationToken)
    {
        var current = Current.Policy;
        if (current.Version == version)
        {
            return current;
        }

        if (_policies.TryGetValue(version, out var known))
        {
            return known;
        }

        return await FindAsync(SettingsKind.Policies, version, cancellationToken) is { } source
            && PolicyReader.Read(source).ValueOrDefault is { } policy
                ? _policies.GetOrAdd(version, policy with { Version = version })
                : current;
    }

    /// <summary>The categories of a version, with limits in today's working hours; the current ones when that version is gone.</summary>
    public async ValueTask<CategoryTree> CategoriesAsync(long version, CancellationToken cancellationToken)
    {
        var current = Current;
        if (current.Versions[SettingsKind.Categories] == version)
        {
            return current.Categories;
        }

        if (_categories.TryGetValue(version, out var known))
        {
            return known;
        }

        return await FindAsync(SettingsKind.Categories, version, cancellationToken) is { } source
            && CategoryReader.Read(source, current.Policy.WorkingHours).ValueOrDefault is { } tree
                ? _categories.GetOrAdd(version, tree)
                : current.Categories;
    }

    private async Task<SettingsSource?> FindAsync(SettingsKind kind, long version, CancellationToken cancellationToken) =>
        await versions.FindAsync(kind, version, cancellationToken) is { } stored
            ? new SettingsSource($"{kind} v{version}", stored.Content)
            : null;
}
