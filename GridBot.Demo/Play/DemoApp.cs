using GridBot.Demo.Day;
using GridBot.Handlers.Socket;
using GridBot.Host;
using GridBot.Sandbox;
using GridBot.WeCom;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;

namespace GridBot.Demo.Play;

/// <summary>The whole product against the sandbox, in one process and on one clock.</summary>
public sealed class DemoApp : IAsyncDisposable
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(2);

    private readonly WebApplication _weCom;
    private readonly WebApplication _service;
    private readonly string _townFolder;
    private readonly string? _temporaryFolder;

    private DemoApp(
        WebApplication weCom, WebApplication service, SandboxWeCom sandbox, DemoClock clock, string townFolder, string? temporaryFolder)
    {
        (_weCom, _service, Sandbox, Clock, _townFolder, _temporaryFolder) = (weCom, service, sandbox, clock, townFolder, temporaryFolder);
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

        var demo = new DemoApp(weCom, service, sandbox, clock, stage.Folder, temporary);
        await demo.OpenDoorsAsync(cancellationToken);
        return demo;
    }

    /// <summary>Changes one of the town's files as somebody with an editor would, and puts it in force.</summary>
    public async Task RewriteAsync(string file, Func<string, string> change, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_townFolder, file);
        await File.WriteAllTextAsync(path, change(await File.ReadAllTextAsync(path, cancellationToken)), cancellationToken);
        await Driver.TakeInSettingsAsync(cancellationToken);
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

    /// <summary>Tells WeCom where the service is to be found: by callback address, or by the connection that the service holds.</summary>
    private async Task OpenDoorsAsync(CancellationToken cancellationToken)
    {
        var weCom = _service.Services.GetRequiredService<IOptions<WeComOptions>>().Value;
        Sandbox.AppCallback = weCom.App.Hears ? new Uri(Address, "/wecom/app") : null;
        if (!weCom.Bot.UsesSocket)
        {
            Sandbox.BotCallback = new Uri(Address, "/wecom/bot");
            return;
        }

        var line = _service.Services.GetRequiredService<SocketLine>();
        Sandbox.FramesDealtWith = async (frames, token) =>
        {
            while (line.FramesDealtWith < frames)
            {
                await Task.Delay(Blink, TimeProvider.System, token);
            }
        };
        await Driver.DrainAsync(cancellationToken);
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
        if (options.BotSocket)
        {
            builder.Configuration["WeCom:Bot:Mode"] = "socket";
        }

        if (settings is not null)
        {
            builder.Configuration.AddInMemoryCollection(settings);
        }

        // The demo's key goes with its folder; nobody has to keep it.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("GridBot.Storage.Sql.Seal", LogLevel.Error);
        builder.WebHost.UseUrls(options.Urls);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(clock).AddSingleton(sandbox);
        builder.AddGridBot();
        builder.Services.AddSingleton<Board>().AddSingleton<Driver>().AddSingleton<DayStage>()
            .AddHttpClient(DayLevers.ToTheDaysTown).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false });
        builder.Services.AddHostedService<FirstSettings>().AddHostedService(p => p.GetRequiredService<Driver>());

        var app = builder.Build();
        var driver = app.Services.GetRequiredService<Driver>();
        app.MapGridBot();
        app.MapSandboxLevers(sandbox, driver.DrainAsync);
        app.MapClock();
        app.MapDay();
        var page = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = page });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = page });
        return app;
    }
}
