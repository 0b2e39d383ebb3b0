namespace GridBot.Storage.Sql;

/// <summary>Compares this host's clock with the database's: a host that is wrong must neither claim nor send.</summary>
public sealed class ClockCheck(Database database, TimeProvider time)
{
    /// <summary>How far this host is ahead of the database (negative: behind); null where both are one machine.</summary>
    public async Task<TimeSpan?> ReadAsync(CancellationToken cancellationToken = default)
    {
        var before = time.GetUtcNow();
        var theirs = await database.ReadClockAsync(cancellationToken);
        var after = time.GetUtcNow();
        return theirs is { } clock ? before + ((after - before) / 2) - clock : null;
    }
}
