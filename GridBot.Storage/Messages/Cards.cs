using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>Which 1:1 cards are still open on whose phone. Each can be changed once, with its own code.</summary>
public sealed class Cards(Database database)
{
    /// <summary>How long WeCom lets a card be changed by its code (doc 94888).</summary>
    private static readonly TimeSpan CodeLives = TimeSpan.FromHours(72);

    private const string Columns = "task_id, issue_id, summons, channel, receiver, response_code";

    private static readonly Statement Update = new(
        """
        UPDATE card SET response_code = @ResponseCode, sent_at = @now, used_at = NULL
        WHERE task_id = @TaskId AND receiver = @Receiver
        """);

    private static readonly Statement Insert = new(
        """
        INSERT INTO card (task_id, receiver, issue_id, summons, channel, response_code, sent_at)
        VALUES (@TaskId, @Receiver, @IssueId, @Summons, @Channel, @ResponseCode, @now)
        """);

    private static readonly Statement OpenOf = new(
        $"SELECT {Columns} FROM card WHERE issue_id = @issueId AND used_at IS NULL ORDER BY summons, receiver");

    private static readonly Statement Find = new($"SELECT {Columns} FROM card WHERE task_id = @taskId AND receiver = @receiver");

    private static readonly Statement Take = new(
        "UPDATE card SET used_at = @now WHERE task_id = @taskId AND receiver = @receiver AND used_at IS NULL AND sent_at > @since");

    private static readonly Statement DeleteOld = new("DELETE FROM card WHERE sent_at < @before");

    /// <summary>Cards of the issue whose code nobody has used yet.</summary>
    public async Task<IReadOnlyList<SentCard>> OpenOfAsync(long issueId, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<CardRow>(OpenOf, new { issueId }, cancellationToken)).Select(r => r.ToCard())];

    public async Task<SentCard?> FindAsync(string taskId, string receiver, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<CardRow>(Find, new { taskId, receiver }, cancellationToken))?.ToCard();

    /// <summary>Takes the card's code, once. Null when it is used up or too old, or the card is unknown.</summary>
    public Task<SentCard?> TakeAsync(
        string taskId, string receiver, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async sql => await sql.ExecuteAsync(Take, new { taskId, receiver, now, since = now - CodeLives }) == 1
                ? (await sql.FirstAsync<CardRow>(Find, new { taskId, receiver }))?.ToCard()
                : null,
            cancellationToken);

    public Task<int> DeleteOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(DeleteOld, new { before }, cancellationToken);

    /// <summary>A card that went out again has a new code, and only that one works.</summary>
    internal static async Task RememberAsync(SqlSession sql, SentCard card, DateTimeOffset now)
    {
        var row = new { card.TaskId, card.Receiver, card.IssueId, card.Summons, card.Channel, card.ResponseCode, now };
        if (await sql.ExecuteAsync(Update, row) == 0)
        {
            await sql.ExecuteAsync(Insert, row);
        }
    }

    private sealed class CardRow
    {
        public string TaskId { get; init; } = "";

        public long IssueId { get; init; }

        public int Summons { get; init; }

        public string Channel { get; init; } = "";

        public string Receiver { get; init; } = "";

        public string? ResponseCode { get; init; }

        public SentCard ToCard() => new(TaskId, IssueId, Summons, Channel, Receiver, ResponseCode);
    }
}
