using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging;

namespace GridBot.Storage.Sql;

/// <summary>SQL Server, or another engine that speaks its protocol: every write is a transaction of its own, in parallel.</summary>
public sealed class SqlServerDatabase(string connectionString, ILogger logger) : Database
{
    private const int KeyTaken = 2627;
    private const int UniqueIndexTaken = 2601;
    private const int DeadlockVictim = 1205;
    private const int MostAttempts = 5;

    private static readonly Statement Clock = new("SELECT SYSUTCDATETIME() AS clock", "SELECT NULL AS clock");

    internal override bool IsShared => true;

    public override Task MigrateAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Migration.OfSqlServer(connectionString, logger), cancellationToken);

    public override async Task<DateTimeOffset?> ReadClockAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(sql => sql.FirstAsync<DateTimeOffset>(Clock), cancellationToken);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal override async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = new SqlConnection(connectionString);
                await connection.OpenAsync(cancellationToken);
                return await read(new SqlSession(connection, transaction: null, isSqlite: false, cancellationToken));
            }
            catch (SqlException error) when (error.Number == DeadlockVictim && attempt < MostAttempts)
            {
                logger.Deadlocked(attempt);
            }
        }
    }

    internal override async Task<T> TransactAsync<T>(Func<SqlSession, Task<Written<T>>> write, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(write, cancellationToken);
            }
            catch (SqlException error) when (error.Number == DeadlockVictim && attempt < MostAttempts)
            {
                logger.Deadlocked(attempt);
            }
        }
    }

    internal override bool IsDuplicate(DbException error) => error is SqlException { Number: KeyTaken or UniqueIndexTaken };

    private async Task<T> WriteOnceAsync<T>(Func<SqlSession, Task<Written<T>>> write, CancellationToken cancellationToken)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var (value, keep) = await write(new SqlSession(connection, transaction, isSqlite: false, cancellationToken));
        if (keep)
        {
            // From here on nobody may call it off: a commit whose fate is unknown is worse than one too many.
            await transaction.CommitAsync(CancellationToken.None);
        }
        else
        {
            await transaction.RollbackAsync(CancellationToken.None);
        }

        return value;
    }
}
