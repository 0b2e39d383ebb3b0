using System.Collections.Concurrent;
using System.Data.Common;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Messages;

/// <summary>The chats in which somebody has written to the smart robot. WeCom lets it speak by itself in no other.</summary>
public sealed class RobotChats(Database database)
{
    private static readonly Statement Find = new("SELECT COUNT(*) AS found FROM robot_chat WHERE chat_id = @id AND is_group = @isGroup");
    private static readonly Statement Insert = new("INSERT INTO robot_chat (chat_id, is_group, since) VALUES (@id, @isGroup, @now)");
    private static readonly Statement Delete = new("DELETE FROM robot_chat WHERE chat_id = @id AND is_group = @isGroup");

    /// <summary>Only what is surely there: other hosts add chats at any time.</summary>
    private readonly ConcurrentDictionary<(string Id, int IsGroup), byte> _known = new();

    /// <param name="chatId">A group's chatid, or a userid.</param>
    public async Task<bool> KnowsAsync(string chatId, bool isGroup, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(chatId, isGroup);
        if (_known.ContainsKey(key))
        {
            return true;
        }

        var isThere = await database.FirstAsync<long>(Find, new { id = key.Id, isGroup = key.IsGroup }, cancellationToken) > 0;
        if (isThere)
        {
            _known[key] = 0;
        }

        return isThere;
    }

    /// <summary>Writes only when this host hears from the chat for the first time.</summary>
    public async Task RememberAsync(string chatId, bool isGroup, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        if (await KnowsAsync(chatId, isGroup, cancellationToken))
        {
            return;
        }

        var key = KeyOf(chatId, isGroup);
        try
        {
            await database.WriteAsync(Insert, new { id = key.Id, isGroup = key.IsGroup, now }, cancellationToken);
        }
        catch (DbException error) when (database.IsDuplicate(error))
        {
            // Two messages at once, or another host.
        }

        _known[key] = 0;
    }

    /// <summary>WeCom does not take it for one after all: until somebody writes there again.</summary>
    public Task ForgetAsync(string chatId, bool isGroup, CancellationToken cancellationToken = default)
    {
        var key = KeyOf(chatId, isGroup);
        _known.TryRemove(key, out _);
        return database.WriteAsync(Delete, new { id = key.Id, isGroup = key.IsGroup }, cancellationToken);
    }

    private static (string Id, int IsGroup) KeyOf(string chatId, bool isGroup) => isGroup ? (chatId, 1) : (chatId.ToLowerInvariant(), 0);
}
