using System.Collections.Concurrent;
using GridBot.Core.Roster;
using GridBot.Storage.Messages;
using GridBot.WeCom;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Receiving;

/// <summary>WeCom has not said in time who is behind an encrypted user id: the message is kept and decided again.</summary>
public sealed class SenderNotKnownYetException(string openUserId)
    : Exception($"WeCom has not said yet who {openUserId} is; the message is kept and decided again.");

/// <summary>
/// Who a callback's user id is. Some set-ups of WeCom encrypt the ids of robots' callbacks ("wo…"); the app's token turns them
/// into plain ones (doc 101521), once for each person. Ids compare without case, encrypted ones with it.
/// </summary>
public sealed class Identities(
    PersonAliases aliases, WeComClient client, IOptions<WeComOptions> weCom, TimeProvider time, ILogger<Identities> logger)
{
    private const string Encrypted = "wo";

    /// <summary>A callback waits so long for a conversion; the conversion itself goes on.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Whom WeCom doesn't know, or may not tell this app, is asked for again after this.</summary>
    private static readonly TimeSpan UnknownFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _unknownUntil = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _asking = new(StringComparer.Ordinal);

    /// <summary>Null for somebody the roster doesn't have. Throws <see cref="SenderNotKnownYetException"/> while WeCom is asked.</summary>
    public async Task<Person?> FindAsync(string userId, RosterBook roster, CancellationToken cancellationToken) =>
        roster.FindPerson(userId) ?? (userId.StartsWith(Encrypted, StringComparison.Ordinal)
            ? roster.FindPerson(await PlainAsync(userId, cancellationToken))
            : null);

    /// <summary>The plain id where one is known or can be had, null where WeCom knows none.</summary>
    private async Task<string?> PlainAsync(string openUserId, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(openUserId, out var known))
        {
            return known;
        }

        if (await aliases.UserIdOfAsync(openUserId, cancellationToken) is { } stored)
        {
            return _known.GetOrAdd(openUserId, stored);
        }

        if (_unknownUntil.TryGetValue(openUserId, out var until) && until > time.GetUtcNow())
        {
            return null;
        }

        if (!weCom.Value.App.Speaks)
        {
            // Without the app there is no token to ask with, today or later.
            return NotTold(openUserId);
        }

        var asking = _asking.GetOrAdd(openUserId, id => new Lazy<Task<bool>>(() => AskAsync(id))).Value;
        try
        {
            return await asking.WaitAsync(LongestWait, time, cancellationToken)
                ? _known.GetValueOrDefault(openUserId)
                : throw new SenderNotKnownYetException(openUserId);
        }
        catch (TimeoutException)
        {
            throw new SenderNotKnownYetException(openUserId);
        }
    }

    private string? NotTold(string openUserId)
    {
        logger.EncryptedIdUnknown(openUserId);
        _unknownUntil[openUserId] = time.GetUtcNow() + UnknownFor;
        return null;
    }

    /// <summary>True when WeCom has answered, whatever it said.</summary>
    private async Task<bool> AskAsync(string openUserId)
    {
        try
        {
            if (await client.ToUserIdsAsync([openUserId], CancellationToken.None) is not { } pairs)
            {
                return false;
            }

            if (pairs.GetValueOrDefault(openUserId) is not { } userId)
            {
                _ = NotTold(openUserId);
                return true;
            }

            await aliases.RememberAsync(openUserId, userId, time.GetUtcNow(), CancellationToken.None);
            _known[openUserId] = userId;
            return true;
        }
        finally
        {
            _asking.TryRemove(openUserId, out _);
        }
    }
}
