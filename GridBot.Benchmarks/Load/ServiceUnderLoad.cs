using System.Diagnostics;
using GridBot.Benchmarks.Towns;
using GridBot.Handlers;
using GridBot.Handlers.Sending;
using GridBot.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Benchmarks.Load;

/// <summary>The service in a process of its own: the Host's endpoints and workers, with or without the one way out.</summary>
internal sealed class ServiceUnderLoad : IDisposable
{
    private const string Ready = "ready ";
    private readonly Process _process;

    private ServiceUnderLoad(Process process, Uri address)
    {
        (_process, Address) = (process, address);
    }

    public Uri Address { get; }

    public double CpuSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static async Task<ServiceUnderLoad> StartAsync(Stage stage, Uri weCom, bool sends)
    {
        var process = Start(Environment.ProcessPath!, ["serve", sends ? "on" : "off"], stage.Settings(weCom));
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return new ServiceUnderLoad(process, new Uri(line[Ready.Length..]));
            }
        }

        throw new InvalidOperationException("The service did not start.");
    }

    public static Process Start(string program, IEnumerable<string> args, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>The child's side: serves until its standard input is closed.</summary>
    public static async Task<int> ServeAsync(bool sends)
    {
        await using var app = Build(builder => builder.Configuration.AddEnvironmentVariables(), sends);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(Ready + app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }

    public static WebApplication Build(Action<WebApplicationBuilder> configure, bool sends)
    {
        var builder = GridBotService.CreateBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        configure(builder);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddGridBot();
        builder.Services.AddGridBotLoops();
        if (!sends)
        {
            var loop = builder.Services.Last(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(OutboxWorker));
            builder.Services.Remove(loop);
        }

        return builder.Build().MapGridBot();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(20)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
