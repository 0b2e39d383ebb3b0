using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;
using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>A redis-server of the test's own, on a port that the operating system chose.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly int _port = FreePort();
    private Process _process;

    private RedisServer() => _process = Start();

    public string Connection => $"127.0.0.1:{_port}";

    /// <summary>Skips the test where no redis-server is installed; where CI=true its absence is a fault.</summary>
    public static RedisServer StartOrSkip()
    {
        var installed = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, "redis-server")));
        if (!installed && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("redis-server is not on the PATH; in CI it must be.");
        }

        Assert.SkipUnless(installed, "redis-server is not on the PATH.");
        return new RedisServer();
    }

    public async Task FlushAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"{Connection},allowAdmin=true");
        await redis.GetServer(redis.GetEndPoints()[0]).FlushAllDatabasesAsync();
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void StartAgain() => _process = Start();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private Process Start() => Process.Start(new ProcessStartInfo(
        "redis-server", ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
    { RedirectStandardOutput = true })!;

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
