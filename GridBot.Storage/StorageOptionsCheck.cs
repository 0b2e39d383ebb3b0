using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace GridBot.Storage;

/// <summary>Finds every fault of the storage settings at once, each named with its remedy. Never repeats a secret.</summary>
public sealed class StorageOptionsCheck : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(StorageOptions options)
    {
        if (options.SqliteFile is null && options.SqlServerConnection is null)
        {
            yield return "Database must be sqlite:FILE or sqlserver:CONNECTION STRING, e.g. sqlite:data/gridbot.db.";
        }

        if (options.SqlServerConnection is { } server && !IsSqlServerConnection(server))
        {
            yield return "Database: what follows sqlserver: is no SQL Server connection string; it looks like Server=db;Database=gridbot;User ID=…;Password=….";
        }

        if (options.Redis.Connection != StorageOptions.EmbeddedRedis && !IsRedisConnection(options.Redis.Connection))
        {
            yield return "Redis:Connection must be embedded or a StackExchange.Redis connection string, e.g. redis1:6379,redis2:6379,password=….";
        }

        if (options.Redis.KeyPrefix.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            yield return "Redis:KeyPrefix must not hold { or }: they would decide on which node of a cluster a key lies.";
        }

        if (options.Secrets.DataKey.Length > 0 && !IsKey(options.Secrets.DataKey))
        {
            yield return "Secrets:DataKey must be 32 bytes in base64; make one with: openssl rand -base64 32.";
        }

        if (options.Secrets.DataKey.Length == 0 && options.SqliteFile is not null && FaultOf(options.KeyFile) is { } fault)
        {
            yield return fault;
        }

        if (options.Secrets.DataKey.Length == 0 && options.SqlServerConnection is not null)
        {
            yield return "Secrets:DataKey is missing: with SQL Server all hosts need the same one; make it with: openssl rand -base64 32.";
        }
    }

    /// <summary>Null where the file isn't there yet: the service makes one.</summary>
    private static string? FaultOf(string keyFile)
    {
        try
        {
            return !File.Exists(keyFile) || IsKey(File.ReadAllText(keyFile).Trim())
                ? null
                : $"Secrets:DataKey is empty, and {keyFile} holds no key (32 bytes in base64): bring that file back from a backup; without it what is sealed can't be read.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"Secrets:DataKey is empty, and {keyFile} can't be read ({error.Message}): run this as the service's user, or set Secrets:DataKey to what the file holds.";
        }
    }

    private static bool IsKey(string text)
    {
        Span<byte> key = stackalloc byte[48];
        return text.Length <= 64 && Convert.TryFromBase64String(text, key, out var length) && length == 32;
    }

    private static bool IsSqlServerConnection(string text)
    {
        try
        {
            return new SqlConnectionStringBuilder(text).DataSource.Length > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static bool IsRedisConnection(string text)
    {
        try
        {
            return ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
