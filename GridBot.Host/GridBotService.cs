using GridBot.Handlers;
using GridBot.Host.Endpoints;
using GridBot.Storage;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Host;

/// <summary>The service, put together: the Host runs it as it is, the demo with a clock of its own and no loops.</summary>
public static class GridBotService
{
    /// <summary>
    /// A builder whose configuration is read once: watching it would mean watching the whole folder that the service was started
    /// in, with the database below it, and hearing of every write.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder() =>
        WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });

    public static WebApplicationBuilder AddGridBot(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddWeCom(builder.Configuration)
            .AddGridBotStorage(builder.Configuration)
            .AddGridBotHandlers(builder.Configuration);
        builder.Services.AddServerOptions(builder.Configuration);
        // The server would note every callback with its whole address, and cost as much as deciding it.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSingleton<Meters>();
        builder.Services.AddHealthChecks()
            .AddCheck<StorageHealth>("storage", tags: [HealthEndpoints.Ready])
            .AddCheck<SettingsHealth>("settings", tags: [HealthEndpoints.Ready])
            .AddCheck<SendingHealth>("sending")
            .AddCheck<SocketHealth>("socket")
            .AddCheck<WeComHealth>("wecom")
            .AddCheck<ClockHealth>("clock");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = CallbackEndpoints.LargestBody;
        });
        return builder;
    }

    internal static IServiceCollection AddServerOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ServerOptions>().Bind(configuration.GetSection(ServerOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<ServerOptions>, ServerOptionsCheck>();
    }

    public static WebApplication MapGridBot(this WebApplication app)
    {
        app.UseSeparateListeners();
        app.MapCallbacks();
        app.MapHealth();
        app.MapMeters();
        return app;
    }
}
