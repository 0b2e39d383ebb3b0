using GridBot.Handlers;
using GridBot.Handlers.Settings;
using GridBot.Storage.Sql;
using Microsoft.Extensions.Options;

namespace GridBot.Host.Commands;

/// <summary>The service itself.</summary>
internal static class RunService
{
    private const int SettingsAreWrong = 2;

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var app = Build();
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (OptionsValidationException error)
        {
            return await TellAsync(error.Failures);
        }
        catch (StoreTakenException error)
        {
            return await TellAsync([error.Message]);
        }
        catch (SettingsFaultyException error)
        {
            return await TellAsync(error.Faults.Select(f => f.ToString()));
        }
    }

    private static WebApplication Build()
    {
        var builder = GridBotService.CreateBuilder();
        builder.Configuration.AddGridBotSettings();
        var server = new ServerOptions();
        builder.Configuration.GetSection(ServerOptions.Section).Bind(server);
        if (server.CallbackAddresses is { Length: > 0 } callbacks)
        {
            builder.WebHost.UseUrls([.. callbacks, .. server.AdminAddresses]);
        }

        builder.Logging.AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        builder.AddGridBot();
        builder.Services.AddGridBotLoops();
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
        return builder.Build().MapGridBot();
    }

    private static async Task<int> TellAsync(IEnumerable<string> faults)
    {
        await Console.Error.WriteLineAsync("设置有问题，服务没有启动：");
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"  - {fault}");
        }

        return SettingsAreWrong;
    }
}
