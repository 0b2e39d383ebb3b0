using GridBot.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace GridBot.Storage.Messages;

/// <summary>This host's own file of sealed messages, for when the database is away. A drainer takes them through the same door later.</summary>
public sealed class Spool : IAsyncDisposable
{
    private static readonly Statement Create = new(
        """
        CREATE TABLE spool (spool_id bigint NOT NULL PRIMARY KEY, inbox_id nvarchar(200) NOT NULL, door nvarchar(40) NOT NULL,
            received_at datetime2(3) NOT NULL, payload varbinary(max) NOT NULL)
        """,
        """
        CREATE TABLE IF NOT EXISTS spool (spool_id INTEGER PRIMARY KEY AUTOINCREMENT, inbox_id TEXT NOT NULL, door TEXT NOT NULL,
            received_at INTEGER NOT NULL, payload BLOB NOT NULL)
        """);

    private static readonly Statement Insert = new(
        "INSERT INTO spool (inbox_id, door, received_at, payload) VALUES (@id, @door, @receivedAt, @payload)");

    private static readonly Statement Oldest = new(
        "SELECT TOP (@limit) spool_id, inbox_id, door, received_at, payload FROM spool ORDER BY spool_id");

    private static readonly Statement Delete = new("DELETE FROM spool WHERE spool_id = @spoolId");
    private static readonly Statement Count = new("SELECT COUNT(*) AS waiting FROM spool");

    private readonly SqliteDatabase _file;
    private readonly Seal _seal;
    private readonly SemaphoreSlim _creating = new(1, 1);
    private volatile bool _isThere;

    public Spool(string file, Seal seal, ILogger<Spool> logger)
    {
        _file = new SqliteDatabase(file, logger);
        _seal = seal;
    }

    public async Task AppendAsync(SpooledMessage message, CancellationToken cancellationToken = default)
    {
        await CreateAsync(cancellationToken);
        var payload = _seal.Close(message.Raw);
        await _file.WriteAsync(
            Insert, new { id = message.Id, door = message.Door, receivedAt = message.ReceivedAt, payload }, cancellationToken);
    }

    public async Task<IReadOnlyList<SpooledMessage>> PeekAsync(int limit, CancellationToken cancellationToken = default)
    {
        await CreateAsync(cancellationToken);
        var rows = await _file.QueryAsync<SpoolRow>(Oldest, new { limit }, cancellationToken);
        return [.. rows.Select(r => new SpooledMessage(r.SpoolId, r.InboxId, r.Door, r.ReceivedAt, _seal.Open(r.Payload)))];
    }

    public Task RemoveAsync(long spoolId, CancellationToken cancellationToken = default) =>
        _file.WriteAsync(Delete, new { spoolId }, cancellationToken);

    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        await CreateAsync(cancellationToken);
        return await _file.FirstAsync<long>(Count, new { }, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _creating.Dispose();
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_isThere)
        {
            return;
        }

        await _creating.WaitAsync(cancellationToken);
        try
        {
            if (!_isThere)
            {
                await _file.WriteAsync(Create, new { }, cancellationToken);
                _isThere = true;
            }
        }
        finally
        {
            _creating.Release();
        }
    }

    private sealed class SpoolRow
    {
        public long SpoolId { get; init; }

        public string InboxId { get; init; } = "";

        public string Door { get; init; } = "";

        public DateTimeOffset ReceivedAt { get; init; }

        public byte[] Payload { get; init; } = [];
    }
}
