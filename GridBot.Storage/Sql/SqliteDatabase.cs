using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace GridBot.Storage.Sql;

/// <summary>One file: many readers, one writer who commits in groups and waits for the disk (synchronous=FULL).</summary>
public sealed class SqliteDatabase : Database
{
    private const int ConstraintFailed = 19;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;
    private const int RowIdTaken = 2579;
    private const int MostIdleReaders = 16;

    /// <summary>64 MB of pages and a log of 32 MB: with the usual 2 and 4 a large table's indexes are read and written over and over.</summary>
    private const string WriterPragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8000;";

    private readonly string _connectionString;
    private readonly ILogger _logger;
    private readonly Lazy<GroupCommit> _writer;
    private readonly ConcurrentBag<PreparedConnection> _readers = [];
    private int _idleReaders;

    public SqliteDatabase(string file, ILogger logger)
    {
        File = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        _logger = logger;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString();
        _writer = new Lazy<GroupCommit>(() => new GroupCommit(Open(WriterPragmas), _logger));
    }

    public string File { get; }

    internal override bool IsShared => false;

    public override Task MigrateAsync(CancellationToken cancellationToken = default) =>
        Task.Run(() => Migration.OfSqlite(_connectionString, _logger), cancellationToken);

    public override Task<DateTimeOffset?> ReadClockAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<DateTimeOffset?>(null);

    public override async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated)
        {
            await _writer.Value.DisposeAsync();
        }

        while (_readers.TryTake(out var reader))
        {
            await reader.DisposeAsync();
        }
    }

    internal override async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = TakeReader();
        try
        {
            return await read(new SqlSession(connection, transaction: null, isSqlite: true, CancellationToken.None));
        }
        finally
        {
            GiveBack(connection);
        }
    }

    /// <summary>Once it is in the queue it is written, whether its caller still waits or not: half an answer helps nobody.</summary>
    internal override Task<T> TransactAsync<T>(Func<SqlSession, Task<Written<T>>> write, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : _writer.Value.WriteAsync(write);

    internal override bool IsDuplicate(DbException error) =>
        error is SqliteException
        {
            SqliteErrorCode: ConstraintFailed,
            SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken or RowIdTaken,
        };

    private PreparedConnection TakeReader()
    {
        if (_readers.TryTake(out var reader))
        {
            Interlocked.Decrement(ref _idleReaders);
            return reader;
        }

        return Open("PRAGMA query_only=ON;");
    }

    private void GiveBack(PreparedConnection reader)
    {
        if (Interlocked.Increment(ref _idleReaders) <= MostIdleReaders)
        {
            _readers.Add(reader);
            return;
        }

        Interlocked.Decrement(ref _idleReaders);
        reader.Dispose();
    }

    private PreparedConnection Open(string pragmas)
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The pragmas are constants of this class.
        command.CommandText = "PRAGMA busy_timeout=5000; " + pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return new PreparedConnection(connection);
    }
}
