using System.Data.Common;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>
/// Which host holds a robot's long connection. In SQL, unlike the other leases: without Redis each host grants those to
/// itself, and two hosts on one connection push each other out.
/// </summary>
public sealed class RobotLines(Database database)
{
    private static readonly Statement Renew = new(
        "UPDATE robot_line SET host = @host, held_until = @until WHERE bot_id = @botId AND (host = @host OR held_until <= @now)");

    private static readonly Statement Insert = new("INSERT INTO robot_line (bot_id, host, held_until) VALUES (@botId, @host, @until)");

    private static readonly Statement GiveBack = new(
        "UPDATE robot_line SET held_until = @now WHERE bot_id = @botId AND host = @host AND held_until > @now");

    private static readonly Statement Clear = new("DELETE FROM robot_line WHERE bot_id = @botId");

    private static readonly Statement Holder = new("SELECT host FROM robot_line WHERE bot_id = @botId AND held_until > @now");

    /// <summary>True when it is this host's until then; also renews, or shortens, what it has already.</summary>
    public async Task<bool> TakeAsync(
        string botId, string host, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken = default)
    {
        if (await database.WriteAsync(Renew, new { botId, host, now, until }, cancellationToken) == 1)
        {
            return true;
        }

        if (await HolderAsync(botId, now, cancellationToken) is not null)
        {
            return false;
        }

        try
        {
            return await database.WriteAsync(Insert, new { botId, host, until }, cancellationToken) == 1;
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            return false;
        }
    }

    public Task ReleaseAsync(string botId, string host, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.WriteAsync(GiveBack, new { botId, host, now }, cancellationToken);

    /// <summary>For a host that knows itself to be the only one: whoever held it is gone, and nobody waits for it.</summary>
    public Task ClearAsync(string botId, CancellationToken cancellationToken = default) =>
        database.WriteAsync(Clear, new { botId }, cancellationToken);

    /// <summary>Null when nobody holds it.</summary>
    public Task<string?> HolderAsync(string botId, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        database.FirstAsync<string>(Holder, new { botId, now }, cancellationToken);
}
