using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>What WeCom last announced about the app itself: that it will be suspended, was, or is in use again.</summary>
public sealed class AppNotices(Database database)
{
    private static readonly Statement Newest = new("SELECT TOP (@limit) kind, at FROM app_notice ORDER BY at DESC");
    private static readonly Statement Update = new("UPDATE app_notice SET at = @at WHERE kind = @kind");
    private static readonly Statement Insert = new("INSERT INTO app_notice (kind, at) VALUES (@kind, @at)");

    public async Task<AppNotice?> NewestAsync(CancellationToken cancellationToken = default) =>
        await database.FirstAsync<Row>(Newest, new { limit = 1 }, cancellationToken) is { } row ? new AppNotice(row.Kind, row.At) : null;

    internal static async Task WriteAsync(SqlSession sql, AppNotice notice)
    {
        var row = new { kind = notice.Kind, at = notice.At };
        if (await sql.ExecuteAsync(Update, row) == 0)
        {
            await sql.ExecuteAsync(Insert, row);
        }
    }

    private sealed class Row
    {
        public string Kind { get; init; } = "";

        public DateTimeOffset At { get; init; }
    }
}

/// <param name="Kind">WeCom's name of the event.</param>
public sealed record AppNotice(string Kind, DateTimeOffset At);
