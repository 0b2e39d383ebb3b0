using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Settings;

/// <summary>The truth of what people set: files, imports and pages are doors to it, and every host uses the newest.</summary>
public sealed class SettingVersions(Database database)
{
    private const string Columns = "kind, version, content, hash, written_by, at";
    private const int MostAttempts = 5;

    private static readonly Statement Newest = new(
        $"SELECT TOP (@limit) {Columns} FROM setting_version WHERE kind = @kind ORDER BY version DESC");

    private static readonly Statement Head = new(
        "SELECT TOP (@limit) version, hash FROM setting_version WHERE kind = @kind ORDER BY version DESC");

    private static readonly Statement NewestNumber = new("SELECT MAX(version) AS version FROM setting_version WHERE kind = @kind");
    private static readonly Statement ByVersion = new($"SELECT {Columns} FROM setting_version WHERE kind = @kind AND version = @version");
    private static readonly Statement ByHash = new($"SELECT {Columns} FROM setting_version WHERE kind = @kind AND hash = @hash");

    private static readonly Statement Insert = new(
        """
        INSERT INTO setting_version (kind, version, content, hash, written_by, at)
        VALUES (@kind, @version, @content, @hash, @by, @at)
        """);

    public static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public async Task<SettingVersion?> NewestAsync(string kind, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<SettingRow>(Newest, new { kind, limit = 1 }, cancellationToken))?.ToSetting();

    /// <summary>The newest version without its content; null where there is none.</summary>
    public async Task<(long Version, string Hash)?> HeadAsync(string kind, CancellationToken cancellationToken = default) =>
        await database.FirstAsync<SettingRow>(Head, new { kind, limit = 1 }, cancellationToken) is { } row ? (row.Version, row.Hash) : null;

    /// <summary>The newest version's number; 0 where there is none. Cheap enough to ask every few seconds.</summary>
    public async Task<long> NewestNumberAsync(string kind, CancellationToken cancellationToken = default) =>
        await database.FirstAsync<long?>(NewestNumber, new { kind }, cancellationToken) ?? 0;

    public async Task<SettingVersion?> FindAsync(string kind, long version, CancellationToken cancellationToken = default) =>
        (await database.FirstAsync<SettingRow>(ByVersion, new { kind, version }, cancellationToken))?.ToSetting();

    /// <summary>True when some version of this kind, new or old, has this hash.</summary>
    public async Task<bool> KnowsAsync(string kind, string hash, CancellationToken cancellationToken = default) =>
        await database.FirstAsync<SettingRow>(ByHash, new { kind, hash }, cancellationToken) is not null;

    /// <summary>
    /// Makes a content the newest version, also when an older version was the same; when the newest already is, that
    /// one is returned.
    /// </summary>
    public async Task<SettingVersion> AddAsync(
        string kind, string content, string by, DateTimeOffset at, CancellationToken cancellationToken = default)
    {
        var hash = HashOf(content);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync(sql => AddOnceAsync(sql, new SettingVersion(kind, 0, content, hash, by, at)), cancellationToken);
            }
            catch (DbException error) when (database.IsDuplicate(error) && attempt < MostAttempts)
            {
                // Another host wrote a version in this moment.
            }
        }
    }

    private static async Task<SettingVersion> AddOnceAsync(SqlSession sql, SettingVersion setting)
    {
        if (await sql.FirstAsync<SettingRow>(Newest, new { kind = setting.Kind, limit = 1 }) is { } there && there.Hash == setting.Hash)
        {
            return there.ToSetting();
        }

        var version = (await sql.FirstAsync<long?>(NewestNumber, new { kind = setting.Kind }) ?? 0) + 1;
        await sql.ExecuteAsync(
            Insert, new { kind = setting.Kind, version, content = setting.Content, hash = setting.Hash, by = setting.By, at = setting.At });
        return setting with { Version = version };
    }

    private sealed class SettingRow
    {
        public string Kind { get; init; } = "";

        public long Version { get; init; }

        public string Content { get; init; } = "";

        public string Hash { get; init; } = "";

        public string WrittenBy { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public SettingVersion ToSetting() => new(Kind, Version, Content, Hash, WrittenBy, At);
    }
}
