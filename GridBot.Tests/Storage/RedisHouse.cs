using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Xunit;

namespace GridBot.Tests.Storage;

/// <summary>A Redis for one class of tests. Each test has a key prefix of its own.</summary>
public abstract class RedisHouse : IAsyncLifetime
{
    public abstract string Connection { get; }

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Patient, since a test machine may be busy; what impatience does is tested elsewhere.</summary>
    public async Task<RedisGate> ConnectAsync()
    {
        var connection = Connection;
        var gate = new RedisGate(
            () => connection, $"t{Guid.NewGuid():N}:", TimeProvider.System, NullLogger<RedisGate>.Instance, TimeSpan.FromSeconds(10));
        Assert.True(await gate.ConnectAsync(TestContext.Current.CancellationToken));
        return gate;
    }

    public async Task FlushAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(Connection + ",allowAdmin=true");
        await redis.GetServers()[0].ExecuteAsync("FLUSHALL");
    }
}

public sealed class GarnetHouse : RedisHouse
{
    private readonly EmbeddedRedis _redis = new(NullLogger<EmbeddedRedis>.Instance);

    public override string Connection => _redis.Connection();

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override ValueTask DisposeAsync()
    {
        _redis.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A redis-server of our own at a free port. Where there is none, tests are skipped at a desk and fail in CI.</summary>
public sealed class RedisServerHouse : RedisHouse
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridbot-redis-");
    private Process? _server;
    private int _port;

    public override string Connection
    {
        get
        {
            Assert.SkipWhen(_server is null, "redis-server is not on the PATH.");
            return $"127.0.0.1:{_port}";
        }
    }

    public override async ValueTask InitializeAsync()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "redis-server")).FirstOrDefault(File.Exists);
        if (program is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "CI needs a redis-server on the PATH.");
            return;
        }

        for (var attempt = 0; attempt < 5 && _server is null; attempt++)
        {
            _port = FreePort();
            _server = await StartAsync(program);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            _server.Kill();
            await _server.WaitForExitAsync();
            _server.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>Null when somebody else took the port meanwhile.</summary>
    private async Task<Process?> StartAsync(string program)
    {
        var server = Process.Start(new ProcessStartInfo(
            program, ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.FullName])
        {
            RedirectStandardOutput = true,
        })!;
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains("eady to accept connections", StringComparison.Ordinal))
            {
                return server;
            }
        }

        server.Dispose();
        return null;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
