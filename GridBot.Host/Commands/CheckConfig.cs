using System.Data.Common;
using GridBot.Core.Roster;
using GridBot.Handlers;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.Storage;
using GridBot.Storage.Groups;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Host.Commands;

/// <summary>Every fault of every file and setting at once, without starting anything.</summary>
internal static class CheckConfig
{
    public static async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddGridBotSettings().Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddWeCom(configuration)
            .AddGridBotStorage(configuration)
            .AddGridBotHandlers(configuration)
            .AddServerOptions(configuration);
        await using var provider = services.BuildServiceProvider();

        var faults = new List<string>();
        faults.AddRange(FaultsOf<WeComOptions>(provider));
        faults.AddRange(FaultsOf<StorageOptions>(provider));
        faults.AddRange(FaultsOf<ClockOptions>(provider));
        faults.AddRange(FaultsOf<ServerOptions>(provider));
        faults.AddRange(FaultsOf<SettingsFiles>(provider));
        if (PushKeys.FaultOf(configuration["WeCom:PushKeys"] ?? "") is { } keyFault)
        {
            faults.Add(keyFault);
        }

        var files = new SettingsFiles();
        configuration.Bind(files);
        var readings = SettingsCheck.Read(files);
        faults.AddRange(Enum.GetValues<SettingsKind>().SelectMany(readings.FaultsOf).Select(f => f.ToString()));

        if (faults.Count == 0 && readings.Roster.ValueOrDefault is { } roster)
        {
            faults.AddRange(await LostGroupsAsync(provider, roster, output, cancellationToken));
        }

        foreach (var fault in faults)
        {
            output.WriteLine($"- {fault}");
        }

        output.WriteLine(faults.Count == 0 ? "设置没有问题。" : $"共 {faults.Count} 处问题。");
        return faults.Count == 0 ? 0 : 2;
    }

    /// <summary>Groups bound by message to a place that the roster no longer has. A store that isn't there yet holds none.</summary>
    private static async Task<IReadOnlyList<string>> LostGroupsAsync(
        ServiceProvider provider, RosterBook roster, TextWriter output, CancellationToken cancellationToken)
    {
        if (provider.GetRequiredService<IOptions<StorageOptions>>().Value.SqliteFile is { } file && !File.Exists(file))
        {
            return [];
        }

        try
        {
            var groups = await provider.GetRequiredService<GroupBindings>().ChangedSinceAsync(DateTimeOffset.MinValue, cancellationToken);
            return [.. groups.Where(g => g.PlaceId is { } place && roster.FindPlace(place) is null)
                .Select(g => $"群 {g.ChatId} 绑定的地点“{g.PlaceId}”已不在名册里：请在群里重新绑定，或把地点补回名册。")];
        }
        catch (DbException)
        {
            output.WriteLine("（数据库连不上，或还没升级到这个版本：这次没有核对群的绑定。）");
            return [];
        }
    }

    private static IEnumerable<string> FaultsOf<TOptions>(ServiceProvider provider)
        where TOptions : class
    {
        try
        {
            _ = provider.GetRequiredService<IOptions<TOptions>>().Value;
            return [];
        }
        catch (OptionsValidationException error)
        {
            return error.Failures;
        }
    }
}
