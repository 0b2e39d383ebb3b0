using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>Who is behind an encrypted user id (wo…), once WeCom has told us.</summary>
public sealed class PersonAliases(Database database)
{
    private static readonly Statement Find = new("SELECT userid FROM person_alias WHERE open_userid = @openUserId");
    private static readonly Statement FindBack = new("SELECT TOP (@limit) open_userid FROM person_alias WHERE userid = @userId ORDER BY at DESC");
    private static readonly Statement Update = new("UPDATE person_alias SET userid = @userId, at = @at WHERE open_userid = @openUserId");
    private static readonly Statement Insert = new("INSERT INTO person_alias (open_userid, userid, at) VALUES (@openUserId, @userId, @at)");

    public Task<string?> UserIdOfAsync(string openUserId, CancellationToken cancellationToken = default) =>
        database.FirstAsync<string>(Find, new { openUserId }, cancellationToken);

    public Task<string?> OpenUserIdOfAsync(string userId, CancellationToken cancellationToken = default) =>
        database.FirstAsync<string>(FindBack, new { userId, limit = 1 }, cancellationToken);

    public Task RememberAsync(string openUserId, string userId, DateTimeOffset at, CancellationToken cancellationToken = default) =>
        database.WriteAsync(
            async sql => await sql.ExecuteAsync(Update, new { openUserId, userId, at }) is var updated && updated > 0
                ? updated
                : await sql.ExecuteAsync(Insert, new { openUserId, userId, at }),
            cancellationToken);
}
