using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace GridBot.Storage.Timers;

/// <summary>
/// The only way to Redis. A call lasts 200 ms at most; after a failure Redis isn't asked for two seconds. Whoever gets
/// "unavailable" goes on without: the truth is in SQL.
/// </summary>
public sealed class RedisGate : IAsyncDisposable
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Func<string> _connection;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TimeSpan _patience;
    private readonly Lock _connecting = new();
    private Task<ConnectionMultiplexer>? _redis;
    private long _closedUntil = long.MinValue;
    private int _isAway;

    /// <param name="connection">Asked at the first call, since an embedded Redis knows its port only once it runs.</param>
    /// <param name="time">Measures the pause. The machine's own clock, also where the town's clock is a movable one.</param>
    /// <param name="patience">How long a call may last, if not 200 ms.</param>
    public RedisGate(
        Func<string> connection, string keyPrefix, TimeProvider time, ILogger<RedisGate> logger, TimeSpan? patience = null)
    {
        (_connection, KeyPrefix, _time, _logger) = (connection, keyPrefix, time, logger);
        _patience = patience ?? UsualPatience;
    }

    public string KeyPrefix { get; }

    /// <summary>False from a failure until a call succeeds again.</summary>
    public bool IsAvailable => Volatile.Read(ref _isAway) == 0;

    public async Task<RedisAnswer<T>> AskAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken = default)
    {
        if (_time.GetTimestamp() < Interlocked.Read(ref _closedUntil))
        {
            return default;
        }

        try
        {
            var redis = await Redis().WaitAsync(_patience, _time, cancellationToken);
            var answer = await ask(redis.GetDatabase()).WaitAsync(_patience, _time, cancellationToken);
            Open();
            return new RedisAnswer<T>(true, answer);
        }
        catch (Exception error) when (MeansAway(error) && !cancellationToken.IsCancellationRequested)
        {
            Close(error);
            return default;
        }
    }

    /// <summary>Waits for the first connection, so that the first caller need not. True when Redis is there.</summary>
    public async Task<bool> ConnectAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var redis = await Redis().WaitAsync(cancellationToken);
            return redis.IsConnected;
        }
        catch (RedisException error)
        {
            Close(error);
            return false;
        }
    }

    /// <summary>Null as long as there is no connection.</summary>
    internal async Task<ISubscriber?> SubscriberAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await Redis().WaitAsync(_patience, _time, cancellationToken)).GetSubscriber();
        }
        catch (Exception error) when (MeansAway(error) && !cancellationToken.IsCancellationRequested)
        {
            Close(error);
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_redis is { IsCompletedSuccessfully: true } connected)
        {
            var redis = await connected;
            await redis.DisposeAsync();
        }
    }

    /// <summary>The one connection; tried anew when it could not even be begun.</summary>
    private Task<ConnectionMultiplexer> Redis()
    {
        lock (_connecting)
        {
            return _redis is null or { IsFaulted: true } ? _redis = Task.Run(OpenAsync) : _redis;
        }
    }

    private async Task<ConnectionMultiplexer> OpenAsync()
    {
        var options = ConfigurationOptions.Parse(_connection());
        options.AbortOnConnectFail = false;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.AsyncTimeout = (int)_patience.TotalMilliseconds;
        options.SyncTimeout = (int)_patience.TotalMilliseconds;
        options.ConnectTimeout = (int)Pause.TotalMilliseconds;
        options.ReconnectRetryPolicy = new LinearRetry((int)Pause.TotalMilliseconds);
        return await ConnectionMultiplexer.ConnectAsync(options);
    }

    /// <summary>A connection that breaks cancels what it was asked.</summary>
    private static bool MeansAway(Exception error) =>
        error is RedisException or IOException or TimeoutException or ObjectDisposedException or OperationCanceledException;

    private void Open()
    {
        if (Interlocked.Exchange(ref _isAway, 0) == 1)
        {
            _logger.RedisBack();
        }
    }

    [SuppressMessage("Performance", "CA1873", Justification = "A failure is rare.")]
    private void Close(Exception error)
    {
        Interlocked.Exchange(ref _closedUntil, _time.GetTimestamp() + (long)(Pause.TotalSeconds * _time.TimestampFrequency));
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            _logger.RedisAway(error.GetType().Name, Pause);
        }
    }
}
