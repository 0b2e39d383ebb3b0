using System.Collections.Concurrent;
using GridBot.WeCom;
using GridBot.WeCom.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GridBot.Tests.WeCom;

/// <summary>Answers like WeCom's API over real HTTP, and gives the sender that talks to it.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly ServiceProvider services;
    private int tokens;

    private StandIn(WebApplication server, ServiceProvider services)
    {
        this.server = server;
        this.services = services;
    }

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1790000000));

    public string Address { get; private init; } = "";

    public WeComClient Client => services.GetRequiredService<WeComClient>();

    public TrustedAddress Trusted => services.GetRequiredService<TrustedAddress>();

    public AppChats Groups => services.GetRequiredService<AppChats>();

    public AccessTokens Tokens => services.GetRequiredService<AccessTokens>();

    public WeComRequests Requests => services.GetRequiredService<WeComRequests>();

    /// <summary>Everything that was logged by anybody, rendered.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>Calls by path and query, with their bodies, in order.</summary>
    public ConcurrentQueue<(string Target, string Body)> Calls { get; } = new();

    public int TokensGiven => tokens;

    /// <summary>Answers gettoken; by default with a new token each time, for 7200 s.</summary>
    public Func<HttpContext, Task>? OnToken { get; set; }

    /// <summary>Answers everything else; by default with ok.</summary>
    public Func<HttpContext, Task> OnCall { get; set; } = context => context.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");

    /// <summary>Says the code as WeCom does, with its hint.</summary>
    public static Func<HttpContext, Task> Answer(int code) =>
        context => context.Response.WriteAsync($$"""{"errcode":{{code}},"errmsg":"hint: [..], more info at https://open.work.weixin.qq.com/devtool/query?e={{code}}"}""");

    public static async Task<StandIn> StartAsync()
    {
        StandIn? standIn = null;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context => standIn!.AnswerAsync(context));
        await server.StartAsync(TestContext.Current.CancellationToken);

        var address = server.Urls.Single();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(OptionsTests.Complete).AddInMemoryCollection(
            new Dictionary<string, string?> { ["WeCom:ApiBase"] = address }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Ears(() => standIn!.Logged)));
        collection.AddSingleton<TimeProvider>(_ => standIn!.Time);
        collection.AddWeCom(settings);
        standIn = new StandIn(server, collection.BuildServiceProvider()) { Address = address };
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.StopAsync(CancellationToken.None);
        await server.DisposeAsync();
    }

    public Task StopListeningAsync() => server.StopAsync(TestContext.Current.CancellationToken);

    public Task GiveTokenAsync(HttpContext context, int expiresIn = 7200) =>
        context.Response.WriteAsync($$"""{"errcode":0,"errmsg":"ok","access_token":"token-{{Interlocked.Increment(ref tokens)}}","expires_in":{{expiresIn}}}""");

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        Calls.Enqueue((context.Request.Path + context.Request.QueryString.Value, await body.ReadToEndAsync()));
        if (context.Request.Path == "/cgi-bin/gettoken")
        {
            await (OnToken is null ? GiveTokenAsync(context) : OnToken(context));
        }
        else
        {
            await OnCall(context);
        }
    }

    private sealed class Ears(Func<ConcurrentQueue<string>> heard) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            heard().Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            heard().Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
