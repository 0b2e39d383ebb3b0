using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>A sub-district's bell that is held still.</summary>
/// <param name="By">The admin's user id, or the account that gave the command on a host.</param>
public sealed record BrakeInForce(string SubDistrictId, DateTimeOffset Since, DateTimeOffset Until, string Why, string By);

/// <summary>
/// Where the bell is held still, for all hosts alike; its rows stay as their own log. Setting it holds what waits in the
/// outbox, moving or letting go of it moves all that it holds.
/// </summary>
public sealed class Brakes(Database database)
{
    private static readonly Statement Active = new(
        """
        SELECT sub_district_id, since, until_at, why, set_by FROM brake
        WHERE until_at > @now AND ended_at IS NULL ORDER BY until_at, brake_id
        """);

    private static readonly Statement Insert = new(
        "INSERT INTO brake (sub_district_id, since, until_at, why, set_by) VALUES (@subDistrictId, @since, @until, @why, @by)");

    private static readonly Statement End = new(
        """
        UPDATE brake SET ended_at = @now, ended_by = @by
        WHERE sub_district_id = @subDistrictId AND until_at > @now AND ended_at IS NULL
        """);

    private static readonly Statement HoldRings = new(
        """
        UPDATE outbox SET not_before = @until
        WHERE state = 'queued' AND kind = 'ring' AND priority > 0 AND not_before < @until
            AND issue_id IN (SELECT i.issue_id FROM issue i WHERE i.sub_district_id = @subDistrictId)
        """);

    private static readonly Statement MoveRings = new(
        """
        UPDATE outbox SET not_before = @to
        WHERE state = 'queued' AND kind = 'ring' AND not_before = @from
            AND issue_id IN (SELECT i.issue_id FROM issue i WHERE i.sub_district_id = @subDistrictId)
        """);

    private static readonly Statement MoveResponses = new(
        """
        UPDATE response_time SET summoned_at = @to
        WHERE outcome = 'open' AND summoned_at = @from
            AND issue_id IN (SELECT i.issue_id FROM issue i WHERE i.sub_district_id = @subDistrictId)
        """);

    private static readonly Statement Held = new(
        "SELECT issue_id, next_due_at FROM issue WHERE held_until = @from AND sub_district_id = @subDistrictId AND next_due_at IS NOT NULL");

    private static readonly Statement MoveIssues = new(
        """
        UPDATE issue SET next_due_at = DATEADD(millisecond, @shift, next_due_at), held_until = @heldUntil
        WHERE held_until = @from AND sub_district_id = @subDistrictId
        """,
        """
        UPDATE issue SET next_due_at = next_due_at + @shift, held_until = @heldUntil
        WHERE held_until = @from AND sub_district_id = @subDistrictId
        """);

    /// <summary>One for each sub-district whose bell is held still now.</summary>
    public async Task<IReadOnlyList<BrakeInForce>> InForceAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<BrakeRow>(Active, new { now }, cancellationToken))
            .GroupBy(r => r.SubDistrictId)
            .Select(g => g.Last())
            .Select(r => new BrakeInForce(r.SubDistrictId, r.Since, r.UntilAt, r.Why, r.SetBy))];

    /// <summary>Holds the bell still, longer or shorter than it may be held already. Returns the timers that moved with it.</summary>
    public Task<IReadOnlyList<DueIssue>> SetAsync(BrakeInForce brake, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async sql =>
            {
                var moved = await MoveAsync(sql, brake.SubDistrictId, brake.Since, brake.Until, brake.By);
                var (since, until) = (moved?.Since ?? brake.Since, brake.Until);
                await sql.ExecuteAsync(Insert, new { subDistrictId = brake.SubDistrictId, since, until, why = brake.Why, by = brake.By });
                await sql.ExecuteAsync(HoldRings, new { until, subDistrictId = brake.SubDistrictId });
                return moved?.Timers ?? [];
            },
            cancellationToken);

    /// <summary>Lets go; returns the timers that moved, or null when nothing was held.</summary>
    public Task<IReadOnlyList<DueIssue>?> ReleaseAsync(
        string subDistrictId, DateTimeOffset now, string by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(async sql => (await MoveAsync(sql, subDistrictId, now, null, by))?.Timers, cancellationToken);

    /// <summary>Ends what is in force and brings all that it holds to another moment: its new end, or now. Null when nothing is.</summary>
    private static async Task<Moved?> MoveAsync(SqlSession sql, string subDistrictId, DateTimeOffset now, DateTimeOffset? newEnd, string by)
    {
        var active = (await sql.QueryAsync<BrakeRow>(Active, new { now })).Where(r => r.SubDistrictId == subDistrictId).ToList();
        if (active.Count == 0)
        {
            return null;
        }

        var timers = new List<DueIssue>();
        foreach (var from in active.Select(r => r.UntilAt).Distinct())
        {
            var to = newEnd ?? now;
            var args = new { from, to, subDistrictId, shift = (int)(to - from).TotalMilliseconds, heldUntil = newEnd };
            timers.AddRange((await sql.QueryAsync<HeldRow>(Held, args)).Select(h => new DueIssue(h.IssueId, h.NextDueAt + (to - from))));
            await sql.ExecuteAsync(MoveRings, args);
            await sql.ExecuteAsync(MoveResponses, args);
            await sql.ExecuteAsync(MoveIssues, args);
        }

        await sql.ExecuteAsync(End, new { now, by, subDistrictId });
        return new Moved(active[0].Since, timers);
    }

    private sealed record Moved(DateTimeOffset Since, IReadOnlyList<DueIssue> Timers);

    private sealed class HeldRow
    {
        public long IssueId { get; init; }

        public DateTimeOffset NextDueAt { get; init; }
    }

    private sealed class BrakeRow
    {
        public string SubDistrictId { get; init; } = "";

        public DateTimeOffset Since { get; init; }

        public DateTimeOffset UntilAt { get; init; }

        public string Why { get; init; } = "";

        public string SetBy { get; init; } = "";
    }
}
