using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>What residents wrote, word for word: sealed, and deleted after its time.</summary>
public sealed class RawMessages(Database database, Seal seal)
{
    private static readonly Statement Find = new("SELECT sealed FROM raw_message WHERE inbox_id = @inboxId");
    private static readonly Statement DeleteOld = new("DELETE FROM raw_message WHERE received_at < @before");

    public async Task<byte[]?> FindAsync(string inboxId, CancellationToken cancellationToken = default) =>
        await database.FirstAsync<byte[]>(Find, new { inboxId }, cancellationToken) is { } closed ? seal.Open(closed) : null;

    public Task<int> DeleteOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(DeleteOld, new { before }, cancellationToken);
}
