using GridBot.Storage.Sql;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GridBot.Storage;

/// <summary>Before anything else starts: nobody else is on an embedded store, and the tables are up to date.</summary>
public sealed class StorageStart(Database database, StoreLock storeLock, IOptions<StorageOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Redis.Connection == StorageOptions.EmbeddedRedis)
        {
            storeLock.Take();
        }

        await database.MigrateAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
