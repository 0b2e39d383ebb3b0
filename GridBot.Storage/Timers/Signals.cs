using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace GridBot.Storage.Timers;

/// <summary>Tells live pages on every host that an issue changed. May get lost: pages also look by themselves now and then.</summary>
public sealed class Signals(RedisGate gate, ILogger<Signals> logger)
{
    private readonly string _host = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<Guid, Action<long>> _listeners = new();
    private int _subscribed;

    private RedisChannel Channel => RedisChannel.Literal($"{gate.KeyPrefix}issue-changed");

    public async Task IssueChangedAsync(long issueId, CancellationToken cancellationToken = default)
    {
        Tell(issueId);
        await gate.AskAsync(redis => redis.PublishAsync(Channel, $"{_host} {issueId}"), cancellationToken);
    }

    /// <summary>Hears of changes on this host at once, on others through Redis, until it is disposed.</summary>
    public async Task<IDisposable> ListenAsync(Action<long> changed, CancellationToken cancellationToken = default)
    {
        var id = Guid.NewGuid();
        _listeners[id] = changed;
        await SubscribeAsync(cancellationToken);
        return new Listener(() => _listeners.TryRemove(id, out _));
    }

    private async Task SubscribeAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _subscribed, 1) == 1)
        {
            return;
        }

        try
        {
            if (await gate.SubscriberAsync(cancellationToken) is { } subscriber)
            {
                await subscriber.SubscribeAsync(Channel, (_, message) => Hear(message.ToString()));
                return;
            }
        }
        catch (Exception error) when (error is RedisException or TimeoutException)
        {
            logger.SignalsAway(error);
        }

        // The next listener tries again.
        Interlocked.Exchange(ref _subscribed, 0);
    }

    private void Hear(string message)
    {
        if (message.Split(' ') is [var host, var id]
            && host != _host
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var issueId))
        {
            Tell(issueId);
        }
    }

    private void Tell(long issueId)
    {
        foreach (var changed in _listeners.Values)
        {
            try
            {
                changed(issueId);
            }
            catch (Exception error)
            {
                logger.SignalListenerFailed(error);
            }
        }
    }

    private sealed class Listener(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
