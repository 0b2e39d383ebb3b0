using GridBot.Storage.Issues;

namespace GridBot.Handlers.Issues;

/// <summary>
/// Knows by heart where nothing of a class is open, so that most reports need no search for the same matter. Keeps the latest
/// opening by a hash of place and class: two that fall together cost a search, never a duplicate. Where other hosts
/// write to the store, too, it knows nothing and every report searches.
/// </summary>
public sealed class RecentMatters(IssueStore issues)
{
    /// <summary>4 MB; a busy week of a large sub-district fills a few in a hundred.</summary>
    private const int Slots = 1 << 20;

    private const string AnyClass = "";

    private readonly uint[] _openedAt = new uint[Slots];
    private readonly Lock _starting = new();
    private Task<bool>? _loading;

    /// <summary>Who reported before this host began to listen, the store knows alone.</summary>
    private uint _knowsReportersSince;

    /// <summary>False only when nothing of this class was opened there since then and is still open.</summary>
    public async ValueTask<bool> MayBeOpenAsync(string placeId, string category, DateTimeOffset since, CancellationToken cancellationToken) =>
        !await LoadedAsync().WaitAsync(cancellationToken) || Volatile.Read(ref SlotOf(placeId, category)) >= Seconds(since);

    /// <summary>False only when nothing of this second-level class was opened in the whole sub-district since then and is still open.</summary>
    public ValueTask<bool> MayBeOpenOfKindAsync(string subDistrictId, string category, string subcategory, DateTimeOffset since, CancellationToken cancellationToken) =>
        MayBeOpenAsync(subDistrictId, KindOf(category, subcategory), since, cancellationToken);

    /// <summary>False only when this person has reported nothing since then.</summary>
    public async ValueTask<bool> MayHaveReportedAsync(string userId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Interlocked.CompareExchange(ref _knowsReportersSince, Seconds(now), 0);
        return Seconds(since) <= _knowsReportersSince || await MayBeOpenAsync(userId.ToUpperInvariant(), AnyClass, since, cancellationToken);
    }

    public void Note(IReadOnlyList<Step> steps)
    {
        foreach (var issue in steps.Select(s => s.After).Where(i => i.Stage.IsOpen))
        {
            Note(issue.ReporterId.ToUpperInvariant(), AnyClass, issue.OpenedAt);
            Note(issue.SubDistrictId, issue.PlaceId, issue.Category, issue.Subcategory, issue.OpenedAt);
        }
    }

    private Task<bool> LoadedAsync()
    {
        lock (_starting)
        {
            return _loading is null or { IsFaulted: true } ? _loading = LoadAsync() : _loading;
        }
    }

    private async Task<bool> LoadAsync()
    {
        if (await issues.OpenMattersAsync() is not { } open)
        {
            return false;
        }

        foreach (var matter in open)
        {
            Note(matter.SubDistrictId, matter.PlaceId, matter.Category, matter.Subcategory, matter.OpenedAt);
        }

        return true;
    }

    private void Note(string subDistrictId, string placeId, string category, string? subcategory, DateTimeOffset openedAt)
    {
        Note(placeId, category, openedAt);
        if (subcategory is not null)
        {
            Note(subDistrictId, KindOf(category, subcategory), openedAt);
        }
    }

    private void Note(string placeId, string category, DateTimeOffset openedAt)
    {
        ref var slot = ref SlotOf(placeId, category);
        var seconds = Seconds(openedAt);
        for (var seen = Volatile.Read(ref slot); seen < seconds;)
        {
            var before = Interlocked.CompareExchange(ref slot, seconds, seen);
            seen = before == seen ? seconds : before;
        }
    }

    private ref uint SlotOf(string placeId, string category) =>
        ref _openedAt[HashCode.Combine(placeId, category) & (Slots - 1)];

    private static string KindOf(string category, string subcategory) => $"{category}/{subcategory}";

    private static uint Seconds(DateTimeOffset at) => (uint)Math.Clamp(at.ToUnixTimeSeconds(), 0, uint.MaxValue);
}
