using System.Globalization;
using GridBot.Core.Issues;
using GridBot.Demo.Day;
using GridBot.Demo.Play;
using GridBot.Handlers.Settings;
using GridBot.Handlers.Socket;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Town;
using GridBot.Sandbox;
using GridBot.Storage.Issues;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GridBot.Tests.Stories;

/// <summary>
/// A conversation with the whole product over real HTTP, on a clock that only the story moves. Whatever the town
/// sees must be expected: a message that the story doesn't name fails it.
/// </summary>
internal sealed class Story : IAsyncDisposable
{
    public const string Wu = "wu.jianguo";
    public const string Zhou = "zhou.guilan";
    public const string Li = "li.qiang";
    public const string Chen = "chen.jing";
    public const string Liu = "liu.zhiyuan";
    public const string SubDistrict = "dongjie";

    private readonly DemoApp _demo;
    private readonly Transcript _transcript;
    private long _told;

    private Story(DemoApp demo)
    {
        _demo = demo;
        _transcript = new Transcript(demo.Sandbox.Town);
    }

    public SandboxWeCom WeCom => _demo.Sandbox;

    public DemoApp App => _demo;

    public SocketLine Line => _demo.Services.GetRequiredService<SocketLine>();

    public DateTimeOffset Now => _demo.Clock.GetUtcNow();

    /// <summary>The grid group of 金龙社区3网格, with the building leaders, the grid worker, the community and the duty leader in it.</summary>
    public string Group => Town.Chats[0].ChatId;

    public SandboxTown Town => WeCom.Town;

    /// <summary>Tells a story that begins on 24 November 2026, a Tuesday, at this time of day in Beijing.</summary>
    public static async Task TellAsync(string clock, Func<Story, Task> story, IReadOnlyDictionary<string, string?>? settings = null)
    {
        await using var told = await StartAsync(clock, settings);
        await story(told);
        told.Expect();
        Assert.Empty(told.WeCom.Findings.Violations);
        Assert.Equal(0, told.WeCom.Findings.Dropped);
        Assert.Equal(0, told.WeCom.Findings.Truncated);
    }

    public static async Task<Story> StartAsync(string clock, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var start = DateTimeOffset.Parse($"2026-11-24T{clock}+08:00", CultureInfo.InvariantCulture);
        return new Story(await DemoApp.StartAsync(
            new DemoOptions(null, "http://127.0.0.1:0", null, start, Frozen: true), settings, TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => _demo.DisposeAsync();

    /// <summary>Somebody @-mentions the robot in the grid group.</summary>
    public Task InGroupAsync(string user, string words, Quote? quote = null, string? image = null) =>
        SayAsync(user, Group, $"@网格助手 {words}".TrimEnd(), quote, image);

    public Task ToAppAsync(string user, string words) => SayAsync(user, null, words);

    public Task ToRobotAsync(string user, string words) => SayAsync(user, "bot", words);

    public async Task SayAsync(string user, string? chat, string words, Quote? quote = null, string? image = null, string? voice = null)
    {
        await WeCom.SayAsync(user, chat, words, quote, image, voice);
        await _demo.Driver.DrainAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Taps the newest card in the grid group that shows this button.</summary>
    public Task TapInGroupAsync(string user, string key) => TapCardAsync(user, CardOf(key, e => e.Chat == Group), key);

    /// <summary>Taps the newest of one's own 1:1 cards that shows this button.</summary>
    public Task TapAsync(string user, string key) => TapCardAsync(user, CardOf(key, e => e.Chat is null && e.To.Contains(user)), key);

    public async Task TapCardAsync(string user, string taskId, string key)
    {
        await WeCom.TapAsync(user, taskId, key);
        await _demo.Driver.DrainAsync(TestContext.Current.CancellationToken);
    }

    public string CardOf(string key, Func<LogEntry, bool> where) =>
        WeCom.Log.Since(0).Last(e => where(e) && e.Card is { TaskId: not null } card && card.Buttons.Any(b => b.Key == key)).Card!.TaskId!;

    public Task PassAsync(TimeSpan span) => _demo.Driver.AdvanceAsync(span, asOutage: false, TestContext.Current.CancellationToken);

    public Task PassMinutesAsync(double minutes) => PassAsync(TimeSpan.FromMinutes(minutes));

    public Task OutageAsync(TimeSpan span) => _demo.Driver.AdvanceAsync(span, asOutage: true, TestContext.Current.CancellationToken);

    public Task DrainAsync() => _demo.Driver.DrainAsync(TestContext.Current.CancellationToken);

    /// <summary>Somebody edits the roster's file.</summary>
    public async Task EditRosterAsync(Func<string, string> edit)
    {
        var file = _demo.Services.GetRequiredService<SettingsFiles>().Roster;
        await File.WriteAllTextAsync(file, edit(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken);
        await _demo.Services.GetRequiredService<SettingsWatcher>().RefreshAsync(Now, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the service has noticed that its long connection is gone: that happens on the wire, not on the town's clock.</summary>
    public async Task LineIsLostAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (Line.IsOpen)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Exactly these lines were seen since the last time, in any order within; see <see cref="Transcript"/>.</summary>
    public void Expect(params string[] lines)
    {
        var differences = Transcript.Compare(lines, Heard());
        Assert.False(differences.Any, $"The town saw something else.{differences}");
    }

    /// <summary>What was seen since the last time, expected by this.</summary>
    public IReadOnlyList<string> Heard()
    {
        var entries = WeCom.Log.Since(_told);
        if (entries.Count > 0)
        {
            _told = entries[^1].Seq;
        }

        return [.. entries.Select(_transcript.Line)];
    }

    public async Task<Issue> IssueAsync(long number) =>
        await _demo.Services.GetRequiredService<IssueStore>().FindByNumberAsync(SubDistrict, number, TestContext.Current.CancellationToken)
            ?? throw new InvalidOperationException($"There is no #{number}.");

    /// <summary>Each summons as "level person outcome milliseconds".</summary>
    public async Task<IReadOnlyList<string>> ResponsesAsync(long number)
    {
        var issue = await IssueAsync(number);
        var rows = await _demo.Services.GetRequiredService<IssueQueries>().ResponsesOfAsync(issue.Id, TestContext.Current.CancellationToken);
        return [.. rows.OrderBy(r => r.Summons).Select(r => $"{r.Level} {r.Person} {r.Outcome} {r.ResponseMs}".TrimEnd())];
    }
}
