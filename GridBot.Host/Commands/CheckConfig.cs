using GridBot.Handlers;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.Storage;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Host.Commands;

/// <summary>Every fault of every file and setting at once, without starting anything.</summary>
internal static class CheckConfig
{
    public static int Run(TextWriter output)
    {
        var configuration = new ConfigurationBuilder().AddGridBotSettings().Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddWeCom(configuration)
            .AddGridBotStorage(configuration)
            .AddGridBotHandlers(configuration);
        using var provider = services.BuildServiceProvider();

        var faults = new List<string>();
        faults.AddRange(FaultsOf<WeComOptions>(provider));
        faults.AddRange(FaultsOf<StorageOptions>(provider));
        faults.AddRange(FaultsOf<ClockOptions>(provider));
        if (PushKeys.FaultOf(configuration["WeCom:PushKeys"] ?? "") is { } keyFault)
        {
            faults.Add(keyFault);
        }

        var files = new SettingsFiles();
        configuration.Bind(files);
        var readings = SettingsCheck.Read(files);
        faults.AddRange(Enum.GetValues<SettingsKind>().SelectMany(readings.FaultsOf).Select(f => f.ToString()));

        foreach (var fault in faults)
        {
            output.WriteLine($"- {fault}");
        }

        output.WriteLine(faults.Count == 0 ? "设置没有问题。" : $"共 {faults.Count} 处问题。");
        return faults.Count == 0 ? 0 : 2;
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
