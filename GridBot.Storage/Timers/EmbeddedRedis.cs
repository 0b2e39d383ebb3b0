using System.Net;
using System.Net.Sockets;
using Garnet;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridBot.Storage.Timers;

/// <summary>A Redis inside this process (Garnet): in memory, on loopback, at a port that the operating system chose.</summary>
public sealed class EmbeddedRedis(ILogger<EmbeddedRedis> logger) : IDisposable
{
    private const int MostAttempts = 5;

    private readonly Lock _starting = new();
    private GarnetServer? _server;
    private int _port;

    /// <summary>Starts it at the first call.</summary>
    public string Connection()
    {
        lock (_starting)
        {
            if (_server is null)
            {
                Start();
            }

            return $"127.0.0.1:{_port}";
        }
    }

    public void Dispose()
    {
        lock (_starting)
        {
            _server?.Dispose();
            _server = null;
        }
    }

    /// <summary>Between asking for a free port and using it somebody else may take it; then another one is asked for.</summary>
    private void Start()
    {
        for (var attempt = 1; _server is null; attempt++)
        {
            var port = FreePort();
            var server = new GarnetServer(
                ["--port", $"{port}", "--bind", "127.0.0.1", "--lua", "true", "--memory", "32m", "--page", "1m", "--index", "1m", "-q"],
                NullLoggerFactory.Instance);
            try
            {
                server.Start();
                (_server, _port) = (server, port);
                logger.EmbeddedRedisStarted(port);
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < MostAttempts)
            {
                server.Dispose();
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
