using System.Diagnostics;
using GridBot.Sandbox;
using GridBot.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Benchmarks.Towns;

/// <summary>The sandbox behind a server of its own; counts what it accepted, and remembers when the last came.</summary>
internal sealed class WeComDouble : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxWeCom _sandbox;
    private long _lastPushAt;
    private long _lastCardAt;

    private WeComDouble(WebApplication app, SandboxWeCom sandbox)
    {
        (_app, _sandbox) = (app, sandbox);
    }

    public Uri Address => new(_app.Urls.First());

    public long Pushes => _sandbox.Findings.Calls("webhook/send");

    public long Cards => _sandbox.Findings.Calls("message/send");

    public long Dropped => _sandbox.Findings.Dropped;

    /// <summary>Stopwatch timestamps of the last accepted call of each kind.</summary>
    public long LastPushAt => Interlocked.Read(ref _lastPushAt);

    public long LastCardAt => Interlocked.Read(ref _lastCardAt);

    public static async Task<WeComDouble> StartAsync(SandboxTown corp)
    {
        var sandbox = new SandboxWeCom(corp, TimeProvider.System, new SandboxOptions { CountsOnly = true })
        {
            // Cards that call back are refused where nobody could be called.
            AppCallback = new Uri("http://127.0.0.1:9/wecom/app"),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var weCom = new WeComDouble(app, sandbox);
        app.Use(async (context, next) =>
        {
            await next(context);
            weCom.Note(context.Request.Path.Value ?? "");
        });
        app.MapSandbox(sandbox);
        await app.StartAsync();
        return weCom;
    }

    public async ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        await _app.DisposeAsync();
    }

    private void Note(string path)
    {
        if (path.EndsWith("webhook/send", StringComparison.Ordinal))
        {
            Interlocked.Exchange(ref _lastPushAt, Stopwatch.GetTimestamp());
        }
        else if (path.EndsWith("message/send", StringComparison.Ordinal))
        {
            Interlocked.Exchange(ref _lastCardAt, Stopwatch.GetTimestamp());
        }
    }
}
