using System.Globalization;
using GridBot.Demo.Play;
using GridBot.Sandbox;
using GridBot.Sandbox.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>
/// The demo's town played by a sandbox in this process, on real time and with a ladder of seconds, for services in
/// processes of their own.
/// </summary>
internal sealed class RealTown : IAsyncDisposable
{
    public const string Zhou = "zhou.guilan";
    public const string Wu = "wu.jianguo";
    public const string Li = "li.qiang";
    public const string Chen = "chen.jing";
    public const string Liu = "liu.zhiyuan";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication _weCom;
    private readonly List<HostProcess> _hosts = [];
    private readonly Dictionary<string, string?> _settings;

    private RealTown(string folder, SandboxWeCom sandbox, WebApplication weCom, Dictionary<string, string?> settings)
    {
        (Folder, WeCom, _weCom, _settings) = (folder, sandbox, weCom, settings);
    }

    public string Folder { get; }

    public SandboxWeCom WeCom { get; }

    public string Group => WeCom.Town.Chats[0].ChatId;

    public IReadOnlyList<LogEntry> Rings => [.. WeCom.Log.Since(0).Where(e => e.Channel == Channel.Push && e.Mentions.Count > 0)];

    public IReadOnlyList<LogEntry> Cards => [.. WeCom.Log.Since(0).Where(e => e.Channel == Channel.App && e.Card is not null)];

    /// <param name="window">How long each rung waits, in policies.yaml's words.</param>
    public static async Task<RealTown> BuildAsync(string window = "1h")
    {
        var folder = Directory.CreateTempSubdirectory("gridbot-test-").FullName;
        var stage = Scenery.Set(folder, null);
        await File.WriteAllTextAsync(Path.Combine(folder, "town", "policies.yaml"), $$"""
            steps:
              - {level: building, window: {{window}}}
              - {level: grid, window: {{window}}}
              - {level: community, window: {{window}}}
              - {level: subdistrict, window: 1h}
            rounds: [1h]
            quiet_hours: none
            emergency: {together: [building, grid, community, subdistrict]}
            """, TestContext.Current.CancellationToken);

        var sandbox = new SandboxWeCom(stage.Town, TimeProvider.System);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var weCom = builder.Build();
        weCom.MapSandbox(sandbox);
        await weCom.StartAsync(TestContext.Current.CancellationToken);
        var settings = stage.Settings(folder, new Uri(weCom.Urls.First()));
        settings["Server:Urls"] = "http://127.0.0.1:0";
        return new RealTown(folder, sandbox, weCom, settings);
    }

    public Dictionary<string, string?> Settings(params (string Name, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>(_settings);
        foreach (var (name, value) in changes)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>Starts a service and points WeCom's callbacks at it.</summary>
    public async Task<HostProcess> ServeAsync(params (string Name, string? Value)[] changes)
    {
        var host = await HostProcess.ServeAsync(Settings(changes), Folder);
        _hosts.Add(host);
        WeCom.AppCallback = new Uri(host.Address!, "/wecom/app");
        WeCom.BotCallback = changes.Contains(("WeCom:Bot:Mode", "socket")) ? null : new Uri(host.Address!, "/wecom/bot");
        return host;
    }

    public Task<LogEntry?> ReportAsync(string words) => WeCom.SayAsync(Zhou, Group, $"@网格助手 {words}");

    /// <summary>Waits in real time, since the services run in it; tells the whole course if it never comes true.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Longest)
            {
                Assert.Fail(string.Join('\n', WeCom.Log.Since(0).Select(e => string.Create(CultureInfo.InvariantCulture,
                    $"{e.At:HH:mm:ss.fff} {e.Channel} @{string.Join(',', e.Mentions)} {e.Text}{e.Card?.Title}")))
                    + "\n" + string.Join("\n=====\n", _hosts.Select(h => h.Output)));
            }

            await Task.Delay(Breath, TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    public Task UntilAllIsSaidAsync() =>
        UntilAsync(async () => await CountAsync("SELECT COUNT(*) FROM outbox WHERE state IN ('queued', 'sending')") == 0);

    public async Task<long> CountAsync(string sql) => (long)await AskAsync(sql);

    private async Task<string> TextAsync(string sql) => (string)await AskAsync(sql);

    private async Task<object> AskAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the tests' own sentences come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task<SqliteConnection> ConnectAsync()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Folder, "gridbot.db")};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>The ledger: what was planned was sent, nothing is missing or doubled, apart from repeats that say so.</summary>
    public async Task CheckLedgerAsync()
    {
        await UntilAllIsSaidAsync();
        Assert.Equal("", await TextAsync("SELECT COALESCE(group_concat(destination || ' ' || state || ' ' || COALESCE(reason, '')), '') FROM outbox WHERE state IN ('failed', 'expired')"));
        var rings = await CountAsync("SELECT COUNT(*) FROM response_time WHERE outcome <> 'skipped'");
        Assert.Equal(rings, await CountAsync("SELECT COUNT(*) FROM response_time WHERE outcome <> 'skipped' AND delivered_at IS NOT NULL"));
        Assert.Equal(rings, Cards.Count);
        Assert.Equal(rings, Cards.Select(c => c.Card!.TaskId).Distinct().Count());

        var lines = Rings.Where(r => !r.Text.Contains("（重发）", StringComparison.Ordinal)).SelectMany(r => r.Text.Split('\n')).ToList();
        Assert.Equal(lines.Count, lines.Distinct().Count());
        Assert.Empty(WeCom.Findings.Violations);
    }

    public async ValueTask DisposeAsync()
    {
        _hosts.ForEach(h => h.Dispose());
        WeCom.Dispose();
        await _weCom.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
