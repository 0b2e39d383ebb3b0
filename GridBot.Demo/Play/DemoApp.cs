using GridBot.Host;
using GridBot.Sandbox;
using Microsoft.Extensions.FileProviders;

namespace GridBot.Demo.Play;

/// <summary>The whole product against the sandbox, in one process and on one clock.</summary>
public sealed class DemoApp : IAsyncDisposable
{
    private readonly WebApplication _weCom;
    private readonly WebApplication _service;
    private readonly string? _temporaryFolder;

    private DemoApp(WebApplication weCom, WebApplication service, SandboxWeCom sandbox, DemoClock clock, string? temporaryFolder)
    {
        (_weCom, _service, Sandbox, Clock, _temporaryFolder) = (weCom, service, sandbox, clock, temporaryFolder);
    }

    public SandboxWeCom Sandbox { get; }

    public DemoClock Clock { get; }

    public Driver Driver => _service.Services.GetRequiredService<Driver>();

    public IServiceProvider Services => _service.Services;

    /// <summary>Where the page and the levers are.</summary>
    public Uri Address => new(_service.Urls.First());

    public static async Task<DemoApp> StartAsync(
        DemoOptions options, IReadOnlyDictionary<string, string?>? settings = null, CancellationToken cancellationToken = default)
    {
        var temporary = options.DataFolder is null ? Directory.CreateTempSubdirectory("gridbot-demo-").FullName : null;
        var data = Path.GetFullPath(options.DataFolder ?? temporary!);
        Directory.CreateDirectory(data);
        var clock = new DemoClock(options.Clock, options.Frozen);
        var stage = Scenery.Set(data, options.ConfigFolder is null ? null : Path.GetFullPath(options.ConfigFolder));
        var sandbox = new SandboxWeCom(stage.Town, clock);

        var weCom = BuildWeCom(sandbox);
        await weCom.StartAsync(cancellationToken);
        var service = BuildService(options, clock, sandbox, stage.Settings(data, new Uri(weCom.Urls.First())), settings);
        await service.StartAsync(cancellationToken);

        var demo = new DemoApp(weCom, service, sandbox, clock, temporary);
        sandbox.AppCallback = new Uri(demo.Address, "/wecom/app");
        sandbox.BotCallback = new Uri(demo.Address, "/wecom/bot");
        return demo;
    }

    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _service.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync();
        await _service.DisposeAsync();
        Sandbox.Dispose();
        await _weCom.DisposeAsync();
        if (_temporaryFolder is not null)
        {
            Directory.Delete(_temporaryFolder, recursive: true);
        }
    }

    private static WebApplication BuildWeCom(SandboxWeCom sandbox)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapSandbox(sandbox);
        return app;
    }

    private static WebApplication BuildService(
        DemoOptions options, DemoClock clock, SandboxWeCom sandbox, Dictionary<string, string?> stage, IReadOnlyDictionary<string, string?>? settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(stage).AddEnvironmentVariables();
        if (settings is not null)
        {
            builder.Configuration.AddInMemoryCollection(settings);
        }

        // The demo's key goes with its folder; nobody has to keep it.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("GridBot.Storage.Sql.Seal", LogLevel.Error);
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton(sandbox);
        builder.AddGridBot();
        builder.Services.AddSingleton<Board>().AddSingleton<Driver>()
            .AddHostedService<FirstSettings>().AddHostedService(p => p.GetRequiredService<Driver>());

        var app = builder.Build();
        var driver = app.Services.GetRequiredService<Driver>();
        app.MapGridBot();
        app.MapSandboxLevers(sandbox, driver.DrainAsync);
        app.MapClock();
        var page = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page });
        return app;
    }
}
