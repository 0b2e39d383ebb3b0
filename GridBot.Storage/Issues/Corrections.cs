using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>What people said of issues' classes, for the next training.</summary>
public sealed class Corrections(Database database, Seal seal)
{
    /// <summary>Whoever corrects twice means the second.</summary>
    private static readonly Statement Last = new(
        """
        SELECT c.issue_id, c.at, c.actor, c.was, c.became, c.features, c.sealed FROM correction c
        WHERE c.version = (SELECT MAX(l.version) FROM correction l WHERE l.issue_id = c.issue_id) ORDER BY c.issue_id
        """);

    private static readonly Statement DeleteOld = new("DELETE FROM correction WHERE at < @before");

    /// <summary>The last word on each issue, in the order of the issues' ids.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">They were sealed with another key.</exception>
    public async Task<IReadOnlyList<Correction>> ReadAsync(CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<Row>(Last, new { }, cancellationToken))
            .Select(r => new Correction(r.At, r.Actor, r.Was, r.Became, r.Features, seal.Open(r.Sealed)))];

    public Task<int> DeleteOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(DeleteOld, new { before }, cancellationToken);

    private sealed class Row
    {
        public long IssueId { get; init; }

        public DateTimeOffset At { get; init; }

        public string Actor { get; init; } = "";

        public string Was { get; init; } = "";

        public string Became { get; init; } = "";

        public int Features { get; init; }

        public byte[] Sealed { get; init; } = [];
    }
}
