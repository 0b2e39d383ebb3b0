using System.Collections.Concurrent;
using GridBot.Core.Roster;
using GridBot.Storage.Groups;

namespace GridBot.Handlers.Settings;

/// <summary>
/// The groups that were bound outside the roster, and the push keys that admins sent, as they stand in the database. What this
/// host binds counts at once; what others bind, at the next refresh.
/// </summary>
public sealed class GroupsInForce(GroupBindings bindings, SealedPushKeys sealedKeys)
{
    /// <summary>Hosts' clocks differ, and a commit takes its time: each refresh looks back so far.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, GroupBinding> _byChat = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private volatile IReadOnlyList<GroupBinding> _bound = [];
    private DateTimeOffset _since = DateTimeOffset.MinValue;

    /// <summary>Those that are bound; another list whenever one of them changes.</summary>
    public IReadOnlyList<GroupBinding> Bound => _bound;

    public string? KeyOf(string placeId) => _keys.GetValueOrDefault(placeId);

    /// <summary>The group of this place that the app made.</summary>
    public string? AppChatOf(string placeId) => _bound.FirstOrDefault(b => b.PlaceId == placeId && b.Voice == GroupVoice.AppChat)?.AppChatId;

    public async Task RefreshAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var key in await sealedKeys.ChangedSinceAsync(_since, cancellationToken))
        {
            Put(key);
        }

        Put(await bindings.ChangedSinceAsync(_since, cancellationToken));
        _since = now - Overlap;
    }

    public void Put(PlaceKey key) => _keys[key.PlaceId] = key.Key;

    public void Put(params IReadOnlyList<GroupBinding> changed)
    {
        lock (_lock)
        {
            var any = false;
            foreach (var binding in changed)
            {
                var known = _byChat.GetValueOrDefault(binding.ChatId);
                if (known is null || known.Version < binding.Version)
                {
                    _byChat[binding.ChatId] = binding;
                    any |= known?.PlaceId != binding.PlaceId || known?.Voice != binding.Voice || known?.AppChatId != binding.AppChatId;
                }
            }

            if (any)
            {
                _bound = [.. _byChat.Values.Where(b => b.PlaceId is not null).OrderBy(b => b.ChatId, StringComparer.Ordinal)];
            }
        }
    }
}
