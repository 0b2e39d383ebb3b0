using GridBot.Core.Issues;
using GridBot.Handlers.Settings;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class SettingsWatcherTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly SettingsFolder _folder = new();
    private readonly MemoryVersions _versions = new();
    private readonly SettingsInForce _inForce;
    private readonly SettingsWatcher _watcher;
    private readonly List<SettingsSnapshot> _changes = [];

    public SettingsWatcherTests()
    {
        _inForce = new SettingsInForce(_versions.Store);
        _inForce.Changed += (_, next) => _changes.Add(next);
        _watcher = NewWatcher();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_step_stores_the_files_and_puts_them_in_force()
    {
        Assert.False(_inForce.IsLoaded);

        Assert.Equal(4, await RefreshAsync());

        Assert.Equal(4, _versions.Rows.Count);
        Assert.All(_versions.Rows, r => Assert.Equal(Now, r.At));
        Assert.Equal("吴建国", _inForce.Current.Roster.FindPerson("wu")!.Name);
        Assert.Equal(_inForce.Current.Versions[SettingsKind.Policies], _inForce.Current.Policy.Version);
        Assert.Null(_watcher.Health);
    }

    [Fact]
    public async Task A_step_without_a_change_does_nothing()
    {
        await RefreshAsync();

        Assert.Equal(0, await RefreshAsync());
        Assert.Single(_changes);
        Assert.Equal(4, _versions.Rows.Count);
    }

    [Fact]
    public async Task A_good_change_takes_effect()
    {
        await RefreshAsync();
        WriteRoster("吴建国", "吴爱国");

        Assert.Equal(1, await RefreshAsync());
        Assert.Equal("吴爱国", _inForce.Current.Roster.FindPerson("wu")!.Name);
        Assert.Equal(2, _changes.Count);
    }

    [Fact]
    public async Task A_change_of_one_file_leaves_the_book_of_another_as_it_is()
    {
        await RefreshAsync();
        var book = _inForce.Current.Roster;
        File.WriteAllText(_folder.Files.Policies, Samples.Replaced(Samples.Policies, "window: 90s", "window: 7m"));

        Assert.Equal(1, await RefreshAsync());
        Assert.Same(book, _inForce.Current.Roster);
    }

    [Fact]
    public async Task A_faulty_change_is_refused_as_a_whole_and_the_last_good_one_stays()
    {
        await RefreshAsync();
        var before = _inForce.Current;
        File.WriteAllText(
            _folder.Files.Roster,
            Samples.Roster.Replace("吴建国", "吴爱国", StringComparison.Ordinal).Replace("[wu]", "[nobody]", StringComparison.Ordinal));

        Assert.Equal(0, await RefreshAsync());

        Assert.Same(before, _inForce.Current);
        Assert.Equal(4, _versions.Rows.Count);
        Assert.Contains("nobody", Assert.Single(_watcher.Faults).Text, StringComparison.Ordinal);
        Assert.Contains("roster.yaml 第19行", _watcher.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_does_not_hold_up_the_others_and_is_forgotten_once_repaired()
    {
        await RefreshAsync();
        File.WriteAllText(_folder.Files.Policies, "steps: [");
        WriteRoster("吴建国", "吴爱国");

        Assert.Equal(1, await RefreshAsync());
        Assert.Equal("吴爱国", _inForce.Current.Roster.FindPerson("wu")!.Name);
        Assert.NotNull(_watcher.Health);

        File.WriteAllText(_folder.Files.Policies, Samples.Policies);
        Assert.Equal(0, await RefreshAsync());
        Assert.Null(_watcher.Health);
    }

    [Fact]
    public async Task A_file_that_disappears_changes_nothing_but_health()
    {
        await RefreshAsync();
        File.Delete(_folder.Files.Roster);

        Assert.Equal(0, await RefreshAsync());
        Assert.True(_inForce.IsLoaded);
        Assert.Contains("找不到文件", _watcher.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_that_is_taken_back_takes_effect_as_well()
    {
        await RefreshAsync();
        WriteRoster("吴建国", "吴爱国");
        await RefreshAsync();
        File.WriteAllText(_folder.Files.Roster, Samples.Roster);

        Assert.Equal(1, await RefreshAsync());
        Assert.Equal("吴建国", _inForce.Current.Roster.FindPerson("wu")!.Name);
        Assert.Equal(6, _versions.Rows.Count);
    }

    [Fact]
    public async Task An_import_takes_effect_and_an_old_file_does_not_undo_it_at_the_next_start()
    {
        await RefreshAsync();
        var imported = new SettingsSource("import", Samples.Replaced(Samples.Roster, "吴建国", "吴爱国"));
        await _versions.AddAsync(
            new NewSetting(SettingsKind.Roster, imported.Content, imported.Hash, "admin", Now), TestContext.Current.CancellationToken);

        Assert.Equal(1, await RefreshAsync());
        Assert.Equal("吴爱国", _inForce.Current.Roster.FindPerson("wu")!.Name);

        var restarted = NewWatcher();
        await restarted.RefreshAsync(Now, TestContext.Current.CancellationToken);
        Assert.Equal("吴爱国", _inForce.Current.Roster.FindPerson("wu")!.Name);
        Assert.Contains("以前的版本", restarted.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_version_that_cannot_be_read_leaves_the_last_good_one()
    {
        await RefreshAsync();
        await _versions.AddAsync(
            new NewSetting(SettingsKind.Roster, "places: [", "00", "admin", Now), TestContext.Current.CancellationToken);

        Assert.Equal(0, await RefreshAsync());
        Assert.Equal(0, await RefreshAsync());
        Assert.Equal("吴建国", _inForce.Current.Roster.FindPerson("wu")!.Name);
        Assert.Contains("YAML", _watcher.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_database_missed_is_taken_in_when_it_is_back()
    {
        await RefreshAsync();
        WriteRoster("吴建国", "吴爱国");
        _versions.IsAway = true;
        await Assert.ThrowsAsync<IOException>(RefreshAsync);

        _versions.IsAway = false;
        Assert.Equal(1, await RefreshAsync());
        Assert.Equal("吴爱国", _inForce.Current.Roster.FindPerson("wu")!.Name);
    }

    [Fact]
    public async Task Files_that_were_never_good_leave_nothing_in_force_and_say_so()
    {
        File.WriteAllText(_folder.Files.Policies, "steps: []");

        Assert.Equal(0, await RefreshAsync());
        Assert.False(_inForce.IsLoaded);
        Assert.Throws<InvalidOperationException>(() => _inForce.Current);
        Assert.Contains("还没有能用的版本", _watcher.Health, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_that_no_longer_fit_each_other_still_let_the_service_start()
    {
        await RefreshAsync();
        File.WriteAllText(_folder.Files.Categories, Samples.Replaced(Samples.Categories, "code: noise", "code: din"));
        Assert.Equal(1, await RefreshAsync());
        Assert.Contains("noise", _watcher.Health, StringComparison.Ordinal);

        var fresh = new SettingsInForce(_versions.Store);
        var restarted = new SettingsWatcher(_folder.Files, _versions.Store, fresh, NullLogger<SettingsWatcher>.Instance);
        Assert.Equal(4, await restarted.RefreshAsync(Now, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_issue_finds_the_policy_and_the_categories_it_was_opened_with()
    {
        await RefreshAsync();
        var (policy, categories) = (_inForce.Current.Policy.Version, _inForce.Current.Versions[SettingsKind.Categories]);
        File.WriteAllText(_folder.Files.Policies, Samples.Replaced(Samples.Policies, "window: 90s", "window: 7m"));
        File.WriteAllText(_folder.Files.Categories, Samples.Replaced(Samples.Categories, "噪音扰民", "吵闹"));
        await RefreshAsync();

        var old = await _inForce.PolicyAsync(policy, TestContext.Current.CancellationToken);
        var oldTree = await _inForce.CategoriesAsync(categories, TestContext.Current.CancellationToken);

        Assert.Equal(policy, old.Version);
        Assert.Equal(TimeSpan.FromSeconds(90), old.Default.Steps[0].Window.Span);
        Assert.Equal("噪音扰民", oldTree["noise"].Name);
        Assert.Same(_inForce.Current.Policy, await _inForce.PolicyAsync(999, TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromMinutes(7), _inForce.Current.Policy.LadderFor("other", Urgency.Normal).Steps[0].Window.Span);
    }

    private SettingsWatcher NewWatcher() => new(_folder.Files, _versions.Store, _inForce, NullLogger<SettingsWatcher>.Instance);

    private Task<int> RefreshAsync() => _watcher.RefreshAsync(Now, TestContext.Current.CancellationToken);

    private void WriteRoster(string what, string with) =>
        File.WriteAllText(_folder.Files.Roster, Samples.Replaced(Samples.Roster, what, with));
}
