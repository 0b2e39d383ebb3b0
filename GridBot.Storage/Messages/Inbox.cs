using System.Data.Common;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>Every message once. Decided ones come in with their decision; here stands what is asked about them, and the rest.</summary>
public sealed class Inbox(Database database, Seal seal)
{
    private static readonly Statement Find = new("SELECT state, answer, issue_id FROM inbox WHERE inbox_id = @id");

    private static readonly Statement Remember = new(
        """
        INSERT INTO inbox (inbox_id, door, state, received_at, response_url, payload)
        VALUES (@id, @door, 'pending', @receivedAt, @responseUrl, @payload)
        """);

    private static readonly Statement Pending = new(
        """
        SELECT TOP (@limit) inbox_id, door, received_at, response_url, payload FROM inbox
        WHERE state = 'pending' AND received_at <= @olderThan ORDER BY received_at
        """);

    private static readonly Statement GiveUp = new(
        "UPDATE inbox SET state = 'given_up' WHERE inbox_id = @id AND state = 'pending'");

    private static readonly Statement DeleteOld = new("DELETE FROM inbox WHERE state <> 'pending' AND received_at < @before");

    public async Task<InboxAnswer?> FindAsync(string id, CancellationToken cancellationToken = default) =>
        await database.ReadAsync(sql => FindAsync(sql, id), cancellationToken);

    /// <summary>Keeps a message that could not be decided. False when it is there already.</summary>
    public async Task<bool> RememberAsync(InboxEntry entry, CancellationToken cancellationToken = default)
    {
        var payload = seal.Close(entry.Raw);
        try
        {
            await database.WriteAsync(
                Remember, new { id = entry.Id, door = entry.Door, receivedAt = entry.ReceivedAt, responseUrl = entry.ResponseUrl, payload }, cancellationToken);
            return true;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    /// <summary>Kept messages that nobody has decided yet, oldest first.</summary>
    public async Task<IReadOnlyList<PendingMessage>> PendingAsync(
        DateTimeOffset olderThan, int limit, CancellationToken cancellationToken = default)
    {
        var rows = await database.QueryAsync<PendingRow>(Pending, new { olderThan, limit }, cancellationToken);
        return [.. rows.Select(r => new PendingMessage(r.InboxId, r.Door, r.ReceivedAt, r.ResponseUrl, seal.Open(r.Payload)))];
    }

    /// <summary>Nobody tries this one again; its row and its sealed words stay until their time is over.</summary>
    public Task<int> GiveUpAsync(string id, CancellationToken cancellationToken = default) =>
        database.WriteAsync(GiveUp, new { id }, cancellationToken);

    /// <summary>Forgets decided messages that the platform no longer repeats.</summary>
    public Task<int> DeleteOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(DeleteOld, new { before }, cancellationToken);

    internal static async Task<InboxAnswer?> FindAsync(SqlSession sql, string id) =>
        await sql.FirstAsync<InboxRow>(Find, new { id }) is { } row ? new InboxAnswer(row.State == "decided", row.Answer, row.IssueId) : null;

    private sealed class InboxRow
    {
        public string State { get; init; } = "";

        public string? Answer { get; init; }

        public long? IssueId { get; init; }
    }

    private sealed class PendingRow
    {
        public string InboxId { get; init; } = "";

        public string Door { get; init; } = "";

        public DateTimeOffset ReceivedAt { get; init; }

        public string? ResponseUrl { get; init; }

        public byte[] Payload { get; init; } = [];
    }
}
