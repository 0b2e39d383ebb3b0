using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Settings;
using GridBot.Storage.Sql;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GridBot.Tests.Storage;

/// <summary>A fresh, migrated database for one test, and everything that stands on it.</summary>
public abstract class StoreHouse : IAsyncDisposable
{
    private readonly Seal _seal = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public Database Database { get; private set; } = null!;

    public IssueStore Issues => new(Database, _seal);

    public IssueQueries Queries => new(Database);

    public Corrections Corrections => new(Database, _seal);

    public Inbox Inbox => new(Database, _seal);

    public Outbox Outbox => new(Database, _seal);

    public Cards Cards => new(Database);

    public RawMessages RawMessages => new(Database, _seal);

    public SettingVersions Settings => new(Database);

    public async Task BuildAsync()
    {
        Database = await OpenAsync();
        await Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Closes the database and opens it anew, as after a restart.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = Reopen();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _seal.Dispose();
        if (Database is not null)
        {
            await Database.DisposeAsync();
            await TearDownAsync();
        }
    }

    protected abstract Task<Database> OpenAsync();

    protected abstract Database Reopen();

    protected abstract Task TearDownAsync();
}

public sealed class SqliteHouse : StoreHouse
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridbot-store-");

    protected override Task<Database> OpenAsync() => Task.FromResult(Reopen());

    protected override Database Reopen() => new SqliteDatabase(Path.Combine(_folder.FullName, "gridbot.db"), NullLogger.Instance);

    protected override Task TearDownAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class SqlServerHouse : StoreHouse
{
    private readonly string _name = $"gridbot_test_{Guid.NewGuid():N}";

    private static string? Server => Environment.GetEnvironmentVariable("GRIDBOT_TEST_SQLSERVER");

    protected override async Task<Database> OpenAsync()
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), "GRIDBOT_TEST_SQLSERVER holds no connection string of a SQL Server to test against.");
        await ExecuteAsync($"CREATE DATABASE {_name}");
        return Reopen();
    }

    protected override Database Reopen() =>
        new SqlServerDatabase(new SqlConnectionStringBuilder(Server) { InitialCatalog = _name }.ToString(), NullLogger.Instance);

    protected override Task TearDownAsync()
    {
        SqlConnection.ClearAllPools();
        return ExecuteAsync($"DROP DATABASE {_name}");
    }

    private static async Task ExecuteAsync(string text)
    {
        await using var connection = new SqlConnection(Server);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is a fresh GUID.
        command.CommandText = text;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
