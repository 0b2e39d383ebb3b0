using System.Data.Common;
using System.Text.Json;
using GridBot.Core.Roster;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Groups;

/// <summary>Groups that were bound by message or made by the app. The roster file's groups are not here.</summary>
public sealed class GroupBindings(Database database)
{
    private const string Columns = "chat_id, version, place_id, voice, app_chat_id, bound_by, bound_at, request";

    private static readonly Statement Find = new($"SELECT {Columns} FROM group_binding WHERE chat_id = @chatId");

    private static readonly Statement Changed = new(
        $"SELECT {Columns} FROM group_binding WHERE changed_at >= @since ORDER BY changed_at, chat_id");

    private static readonly Statement Insert = new(
        """
        INSERT INTO group_binding (chat_id, version, place_id, voice, app_chat_id, bound_by, bound_at, request, changed_at)
        VALUES (@ChatId, @Version, @PlaceId, @Voice, @AppChatId, @BoundBy, @BoundAt, @Request, @At)
        """);

    private static readonly Statement Update = new(
        """
        UPDATE group_binding SET version = @Version, place_id = @PlaceId, voice = @Voice, app_chat_id = @AppChatId,
            bound_by = @BoundBy, bound_at = @BoundAt, request = @Request, changed_at = @At
        WHERE chat_id = @ChatId AND version = @VersionBefore
        """);

    public async Task<GroupBinding?> FindAsync(string chatId, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<Row>(Find, new { chatId }, cancellationToken))?.ToBinding();

    /// <summary>What changed since an instant, that one included; all there is since the beginning of time.</summary>
    public async Task<IReadOnlyList<GroupBinding>> ChangedSinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        [.. (await database.QueryAsync<Row>(Changed, new { since }, cancellationToken)).Select(r => r.ToBinding())];

    /// <summary>False when somebody else changed it meanwhile.</summary>
    public Task<bool> WriteAsync(GroupBinding binding, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(sql => WriteAsync(sql, database, binding, at), cancellationToken);

    internal static async Task<bool> WriteAsync(SqlSession sql, Database database, GroupBinding binding, DateTimeOffset at)
    {
        var row = new
        {
            binding.ChatId,
            binding.Version,
            VersionBefore = binding.Version - 1,
            binding.PlaceId,
            Voice = (int)binding.Voice,
            binding.AppChatId,
            binding.BoundBy,
            binding.BoundAt,
            Request = binding.Request is null ? null : JsonSerializer.Serialize(binding.Request, StorageJson.Default.BindingRequest),
            At = at,
        };
        if (binding.Version > 1)
        {
            return await sql.ExecuteAsync(Update, row) == 1;
        }

        try
        {
            await sql.ExecuteAsync(Insert, row);
            return true;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    private sealed class Row
    {
        public string ChatId { get; init; } = "";

        public int Version { get; init; }

        public string? PlaceId { get; init; }

        public int Voice { get; init; }

        public string? AppChatId { get; init; }

        public string? BoundBy { get; init; }

        public DateTimeOffset? BoundAt { get; init; }

        public string? Request { get; init; }

        public GroupBinding ToBinding() => new(ChatId, Version, PlaceId)
        {
            Voice = (GroupVoice)Voice,
            AppChatId = AppChatId,
            BoundBy = BoundBy,
            BoundAt = BoundAt,
            Request = Request is null ? null : JsonSerializer.Deserialize(Request, StorageJson.Default.BindingRequest),
        };
    }
}
