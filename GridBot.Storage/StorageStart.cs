using GridBot.Storage.Sql;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GridBot.Storage;

/// <summary>Before anything else starts: nobody else is on an embedded store, and the tables are up to date.</summary>
public sealed class StorageStart(Database database, StoreLock storeLock, RedisGate redis, IOptions<StorageOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Redis.Connection == StorageOptions.EmbeddedRedis)
        {
            storeLock.Take();
        }

        // A Redis that is away is no reason not to start: timers are found in SQL until it is back.
        var connecting = redis.ConnectAsync(cancellationToken);
        await database.MigrateAsync(cancellationToken);
        await connecting;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
