using System.Text.Json;
using GridBot.Core.Wording;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>
/// What waits to be said. Peek, compose, begin, call, finish: between begin and finish the finished call is on record, so
/// that a crash in the middle is known and handled.
/// </summary>
public sealed class Outbox(Database database, Seal seal)
{
    /// <summary>Destinations with something to say now: the most pressing first, then who waits longest.</summary>
    public async Task<IReadOnlyList<ReadyDestination>> ReadyDestinationsAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<ReadyRow>(OutboxSql.ReadyDestinations, new { now, limit }, cancellationToken))
            .Select(r => new ReadyDestination(r.Destination, r.Priority, r.OldestAt, r.Waiting))];

    /// <summary>What could be said there now, by priority, then age.</summary>
    public async Task<IReadOnlyList<QueuedSaying>> PeekAsync(
        string destination, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<PeekRow>(OutboxSql.Peek, new { destination, now, limit }, cancellationToken))
            .Select(r => new QueuedSaying(r.OutboxId, r.Destination, Read(r.Body), r.QueuedAt, r.Attempts))];

    /// <summary>
    /// Records the finished call, sealed, before it goes out. Null when any of its sayings waits no longer: peek again.
    /// </summary>
    /// <param name="fateKnownBy">When the call has surely ended; without a result by then it counts as unfinished.</param>
    public Task<long?> BeginAsync(
        IReadOnlyCollection<long> sayingIds, string destination, byte[] body, string host, DateTimeOffset now, DateTimeOffset fateKnownBy,
        CancellationToken cancellationToken = default) =>
        BeginAsync(sayingIds, destination, host, seal.Close(body), now, fateKnownBy, cancellationToken);

    private Task<long?> BeginAsync(
        IReadOnlyCollection<long> sayingIds, string destination, string host, byte[] body, DateTimeOffset now, DateTimeOffset fateKnownBy,
        CancellationToken cancellationToken) =>
        database.TransactAsync(
            async sql =>
            {
                var sendingId = await sql.FirstAsync<long>(OutboxSql.InsertSending, new { destination, host, body, now, repeatAt = fateKnownBy });
                var begun = await sql.ExecuteAsync(OutboxSql.Begin, new { sendingId, ids = sayingIds });
                return begun == sayingIds.Count ? new Written<long?>(sendingId) : new Written<long?>(null, Keep: false);
            },
            cancellationToken);

    /// <summary>False when the call was finished before.</summary>
    public Task<bool> FinishAsync(
        long sendingId, SendingOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            sql => outcome switch
            {
                SendingOutcome.Sent sent => NoteSentAsync(sql, sendingId, sent, now),
                SendingOutcome.Later later => PutBackAsync(sql, sendingId, later, now),
                SendingOutcome.Unknown unknown => KeepAsync(sql, sendingId, unknown),
                SendingOutcome.Never never => EndAsync(sql, sendingId, "failed", never.Reason, now),
                _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "This outcome is unknown."),
            },
            cancellationToken);

    /// <summary>Calls without a known fate whose time for a repeat has come.</summary>
    public async Task<IReadOnlyList<UnfinishedSending>> UnfinishedAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<SendingRow>(OutboxSql.Unfinished, new { now, limit }, cancellationToken))
            .Select(r => new UnfinishedSending(r.SendingId, r.Destination, r.Host, OpenedBody(r.Body), r.Attempts, r.StartedAt))];

    /// <summary>Takes such a call over to repeat it. False when somebody else has.</summary>
    public async Task<bool> RepeatAsync(
        UnfinishedSending sending, string host, DateTimeOffset now, DateTimeOffset fateKnownBy, CancellationToken cancellationToken = default) =>
        await database.WriteAsync(
            OutboxSql.Repeat,
            new { sendingId = sending.Id, attempts = sending.Attempts, host, now, repeatAt = fateKnownBy },
            cancellationToken) == 1;

    /// <summary>Strikes what nobody needs any more; returns how much.</summary>
    public Task<int> ExpireAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(OutboxSql.Expire, new { now }, cancellationToken);

    /// <summary>The first moment after this one at which something can be said or repeated.</summary>
    public Task<DateTimeOffset?> NextDueAtAsync(DateTimeOffset after, CancellationToken cancellationToken = default) =>
        database.ReadAsync(
            async sql =>
            {
                var saying = await sql.FirstAsync<DateTimeOffset?>(OutboxSql.NextDue, new { after, limit = 1 });
                var repeat = await sql.FirstAsync<DateTimeOffset?>(OutboxSql.NextRepeat, new { after, limit = 1 });
                return saying is null || repeat < saying ? repeat : saying;
            },
            cancellationToken);

    /// <summary>How many rows stand in each state, for health.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(CancellationToken cancellationToken = default) =>
        (await database.QueryAsync<CountRow>(OutboxSql.Counts, new { }, cancellationToken)).ToDictionary(r => r.State, r => r.RowsInState);

    public Task<int> DeleteOlderThanAsync(DateTimeOffset before, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async sql => await sql.ExecuteAsync(OutboxSql.DeleteOldRows, new { before })
                + await sql.ExecuteAsync(OutboxSql.DeleteOldSendings, new { before }),
            cancellationToken);

    private static async Task<bool> NoteSentAsync(SqlSession sql, long sendingId, SendingOutcome.Sent sent, DateTimeOffset now)
    {
        foreach (var body in await sql.QueryAsync<string>(OutboxSql.RowsOf, new { sendingId }))
        {
            var saying = Read(body);
            foreach (var person in RungBy(saying))
            {
                await sql.ExecuteAsync(OutboxSql.Delivered, new { issueId = saying.IssueId, summons = saying.Summons, person, now });
            }
        }

        foreach (var card in sent.Cards)
        {
            await Cards.RememberAsync(sql, card, now);
        }

        return await EndAsync(sql, sendingId, "sent", null, now);
    }

    private static async Task<bool> PutBackAsync(SqlSession sql, long sendingId, SendingOutcome.Later later, DateTimeOffset now)
    {
        await sql.ExecuteAsync(OutboxSql.Requeue, new { sendingId, notBefore = later.NotBefore });
        return await sql.ExecuteAsync(OutboxSql.EndSending, new { sendingId, state = "later", reason = later.Reason, now }) == 1;
    }

    private static async Task<bool> KeepAsync(SqlSession sql, long sendingId, SendingOutcome.Unknown unknown) =>
        await sql.ExecuteAsync(OutboxSql.KeepUnknown, new { sendingId, repeatAt = unknown.RepeatAt, reason = unknown.Reason }) == 1;

    private static async Task<bool> EndAsync(SqlSession sql, long sendingId, string state, string? reason, DateTimeOffset now)
    {
        await sql.ExecuteAsync(OutboxSql.EndRows, new { sendingId, state, reason, now });
        return await sql.ExecuteAsync(OutboxSql.EndSending, new { sendingId, state, reason, now }) == 1;
    }

    /// <summary>Whose summons has reached them when this was sent.</summary>
    private static IReadOnlyList<string> RungBy(Saying saying) => saying switch
    {
        { Kind: not SayingKind.Ring } or { IssueId: 0 } => [],
        Saying.InGroup group => group.Mentions,
        Saying.CardToPerson card => [card.UserId],
        Saying.ToPerson person => [person.UserId],
        _ => [],
    };

    /// <summary>Calls that were begun before bodies were sealed are JSON.</summary>
    private byte[] OpenedBody(byte[] body) => body is [(byte)'{', ..] ? body : seal.Open(body);

    private static Saying Read(string body) => JsonSerializer.Deserialize(body, JsonColumns.Sayings)!;
}
