using GridBot.Core.Roster;
using GridBot.Handlers;
using GridBot.Handlers.Settings;
using GridBot.Storage;
using GridBot.Storage.Sql;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Host.Commands;

/// <summary>
/// What the commands that talk to WeCom need: the service's parts with the files as they are and the groups that are bound, but
/// without its doors and workers. The service itself may run beside it.
/// </summary>
internal sealed class Workbench : IAsyncDisposable
{
    public const int SettingsAreWrong = 2;

    private readonly ServiceProvider _services;

    private Workbench(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public RosterBook Roster => _services.GetRequiredService<RulesInForce>().Current.Roster;

    /// <summary>Null when the settings are faulty; the faults are printed then.</summary>
    public static async Task<Workbench?> SetUpAsync(TextWriter output, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddGridBotSettings().Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddWeCom(configuration)
            .AddGridBotStorage(configuration)
            .AddGridBotHandlers(configuration)
            .BuildServiceProvider();
        var bench = new Workbench(services);
        try
        {
            _ = services.GetRequiredService<IOptions<WeComOptions>>().Value;
            _ = services.GetRequiredService<IOptions<StorageOptions>>().Value;
            var readings = SettingsCheck.Read(services.GetRequiredService<SettingsFiles>());
            if (readings.AllFaults.Count > 0)
            {
                throw new OptionsValidationException("files", typeof(SettingsFiles), readings.AllFaults.Select(f => f.ToString()));
            }

            await bench.FillAsync(readings, cancellationToken);
            return bench;
        }
        catch (OptionsValidationException error)
        {
            foreach (var fault in error.Failures)
            {
                await output.WriteLineAsync($"- {fault}");
            }

            await bench.DisposeAsync();
            return null;
        }
    }

    /// <summary>Sets up, finds the place and runs. What is wrong with settings or place is printed.</summary>
    public static async Task<int> AtPlaceAsync(
        TextWriter output, string placeName, Func<Workbench, Place, Task<int>> run, CancellationToken cancellationToken)
    {
        await using var bench = await SetUpAsync(output, cancellationToken);
        if (bench is null)
        {
            return SettingsAreWrong;
        }

        if (PlaceArgument.Find(bench.Roster, placeName, out var fault) is not { } place)
        {
            await output.WriteLineAsync($"- {fault}");
            return SettingsAreWrong;
        }

        return await run(bench, place);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task FillAsync(SettingsReadings readings, CancellationToken cancellationToken)
    {
        await _services.GetRequiredService<Database>().MigrateAsync(cancellationToken);
        _services.GetRequiredService<SettingsInForce>().Replace(new SettingsSnapshot(
            readings.Roster.ValueOrDefault!, readings.Policies.ValueOrDefault!, readings.Categories.ValueOrDefault!, readings.Vocabulary.ValueOrDefault!,
            Enum.GetValues<SettingsKind>().ToDictionary(kind => kind, _ => 0L)));
        await _services.GetRequiredService<GroupsInForce>().RefreshAsync(_services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
    }
}
