using System.Data.Common;

namespace GridBot.Storage.Sql;

/// <summary>The truth. SQL Server in production, an embedded SQLite file elsewhere; everything above says the same to both.</summary>
public abstract class Database : IAsyncDisposable
{
    static Database() => Mapping.Register();

    /// <summary>Brings the tables to this program's state; each numbered script runs once.</summary>
    public abstract Task MigrateAsync(CancellationToken cancellationToken = default);

    /// <summary>The database server's clock, or null where it is this machine's own.</summary>
    public abstract Task<DateTimeOffset?> ReadClockAsync(CancellationToken cancellationToken = default);

    public abstract ValueTask DisposeAsync();

    /// <summary>Whether other hosts may write to it. A SQLite file belongs to one, whose lock stands beside it.</summary>
    internal abstract bool IsShared { get; }

    internal abstract Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>All or nothing, and durable when it returns.</summary>
    internal abstract Task<T> TransactAsync<T>(Func<SqlSession, Task<Written<T>>> write, CancellationToken cancellationToken);

    /// <summary>True when the error says that a row with this key is there already.</summary>
    internal abstract bool IsDuplicate(DbException error);

    internal Task<T> WriteAsync<T>(Func<SqlSession, Task<T>> write, CancellationToken cancellationToken) =>
        TransactAsync(async sql => new Written<T>(await write(sql)), cancellationToken);

    internal Task<int> WriteAsync(Statement statement, object args, CancellationToken cancellationToken) =>
        WriteAsync(sql => sql.ExecuteAsync(statement, args), cancellationToken);

    internal Task<IReadOnlyList<T>> QueryAsync<T>(Statement statement, object args, CancellationToken cancellationToken) =>
        ReadAsync(sql => sql.QueryAsync<T>(statement, args), cancellationToken);

    internal Task<T?> FirstAsync<T>(Statement statement, object args, CancellationToken cancellationToken) =>
        ReadAsync(sql => sql.FirstAsync<T>(statement, args), cancellationToken);
}
