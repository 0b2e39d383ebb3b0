using System.Text;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Groups;

/// <summary>A push robot's key for a place, as an admin sent it. A secret.</summary>
public sealed record PlaceKey(string PlaceId, string Key, string SetBy)
{
    /// <summary>Without the key: this may end up in a log.</summary>
    public override string ToString() => $"key of {PlaceId}";
}

/// <summary>Push robots' keys that lie in the database, sealed with Secrets:DataKey.</summary>
public sealed class SealedPushKeys(Database database, Seal seal)
{
    private static readonly Statement Changed = new("SELECT place_id, sealed, set_by FROM push_key WHERE changed_at >= @since ORDER BY changed_at");

    private static readonly Statement Update = new(
        "UPDATE push_key SET sealed = @Sealed, set_by = @SetBy, changed_at = @At WHERE place_id = @PlaceId");

    private static readonly Statement Insert = new(
        "INSERT INTO push_key (place_id, sealed, set_by, changed_at) VALUES (@PlaceId, @Sealed, @SetBy, @At)");

    /// <summary>What changed since an instant, that one included.</summary>
    public async Task<IReadOnlyList<PlaceKey>> ChangedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<Row>(Changed, new { since }, cancellationToken))
            .Select(r => new PlaceKey(r.PlaceId, Encoding.UTF8.GetString(seal.Open(r.Sealed)), r.SetBy))];

    internal static async Task WriteAsync(SqlSession sql, SealedKey key, DateTimeOffset at)
    {
        var row = new { key.PlaceId, key.Sealed, key.SetBy, At = at };
        if (await sql.ExecuteAsync(Update, row) == 0)
        {
            await sql.ExecuteAsync(Insert, row);
        }
    }

    private sealed class Row
    {
        public string PlaceId { get; init; } = "";

        public byte[] Sealed { get; init; } = [];

        public string SetBy { get; init; } = "";
    }
}

internal sealed record SealedKey(string PlaceId, byte[] Sealed, string SetBy)
{
    public static SealedKey Of(PlaceKey key, Seal seal) => new(key.PlaceId, seal.Close(Encoding.UTF8.GetBytes(key.Key)), key.SetBy);
}
