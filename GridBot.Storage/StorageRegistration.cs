using GridBot.Storage.Groups;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Settings;
using GridBot.Storage.Sql;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Storage;

/// <summary>What GridBot.Storage brings: SQL that remembers, Redis that rings.</summary>
public static class StorageRegistration
{
    public static IServiceCollection AddGridBotStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddHostedService<StorageStart>();
        return services.AddSql().AddRedis();
    }

    private static IServiceCollection AddSql(this IServiceCollection services) => services
        .AddSingleton(OpenDatabase)
        .AddSingleton(p => new StoreLock(Path.Combine(OptionsOf(p).Folder, OptionsOf(p).FileStem + ".lock")))
        .AddSingleton(p => new Seal(DataKey.Of(OptionsOf(p), p.GetRequiredService<ILogger<Seal>>())))
        .AddSingleton(p => new Spool(
            Path.Combine(OptionsOf(p).Folder, OptionsOf(p).FileStem + ".spool"), p.GetRequiredService<Seal>(), p.GetRequiredService<ILogger<Spool>>()))
        .AddSingleton<ClockCheck>()
        .AddSingleton<Numbers>()
        .AddSingleton<Heartbeat>()
        .AddSingleton<IssueStore>()
        .AddSingleton<IssueQueries>()
        .AddSingleton<Corrections>()
        .AddSingleton<Brakes>()
        .AddSingleton<OpenQuestions>()
        .AddSingleton<Inbox>()
        .AddSingleton<Outbox>()
        .AddSingleton<Cards>()
        .AddSingleton<RawMessages>()
        .AddSingleton<PersonAliases>()
        .AddSingleton<RobotChats>()
        .AddSingleton<GroupBindings>()
        .AddSingleton<SealedPushKeys>()
        .AddSingleton<AppNotices>()
        .AddSingleton<RobotLines>()
        .AddSingleton<SettingVersions>();

    private static IServiceCollection AddRedis(this IServiceCollection services) => services
        .AddSingleton<EmbeddedRedis>()
        .AddSingleton(OpenGate)
        .AddSingleton<RedisTimers>()
        .AddSingleton<RateWindows>()
        .AddSingleton<Leases>()
        .AddSingleton<Signals>();

    private static StorageOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value;

    private static Database OpenDatabase(IServiceProvider provider)
    {
        var options = OptionsOf(provider);
        var logger = provider.GetRequiredService<ILogger<Database>>();
        return options.SqliteFile is { } file ? new SqliteDatabase(file, logger) : new SqlServerDatabase(options.SqlServerConnection!, logger);
    }

    private static RedisGate OpenGate(IServiceProvider provider)
    {
        var redis = OptionsOf(provider).Redis;
        var embedded = provider.GetRequiredService<EmbeddedRedis>();
        return new RedisGate(
            () => redis.Connection == StorageOptions.EmbeddedRedis ? embedded.Connection() : redis.Connection,
            redis.KeyPrefix,
            TimeProvider.System,
            provider.GetRequiredService<ILogger<RedisGate>>());
    }
}
