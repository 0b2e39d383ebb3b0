namespace GridBot.Storage.Sql;

/// <summary>The last moment at which some host of this service was alive, kept as a counter of Unix milliseconds.</summary>
public sealed class Heartbeat(Database database)
{
    private const string Name = "heartbeat";

    private static readonly Statement Read = new("SELECT next_value FROM counter WHERE name = @name");
    private static readonly Statement Move = new("UPDATE counter SET next_value = @value WHERE name = @name AND next_value < @value");
    private static readonly Statement Begin = new("INSERT INTO counter (name, next_value) VALUES (@name, @value)");

    /// <summary>Signs for now; returns the sign before, or null when there was none.</summary>
    public Task<DateTimeOffset?> BeatAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async sql =>
            {
                var value = now.ToUnixTimeMilliseconds();
                var last = await sql.FirstAsync<long?>(Read, new { name = Name });
                await sql.ExecuteAsync(last is null ? Begin : Move, new { name = Name, value });
                return last is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : (DateTimeOffset?)null;
            },
            cancellationToken);
}
