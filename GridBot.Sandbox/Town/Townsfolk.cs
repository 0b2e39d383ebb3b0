using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace GridBot.Sandbox.Town;

/// <summary>Who is who and where: user ids compare without case, chat ids and keys with.</summary>
internal sealed class Townsfolk
{
    private readonly FrozenDictionary<string, TownPerson> people;
    private readonly FrozenDictionary<string, TownPerson> byOpenId;
    private readonly FrozenDictionary<string, TownChat> chats;
    private readonly FrozenDictionary<string, TownChat> byPushKey;
    private readonly FrozenDictionary<string, FrozenSet<string>> members;
    private readonly ConcurrentDictionary<string, TownPerson> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, TownChat> made = new(StringComparer.Ordinal);

    public Townsfolk(SandboxTown town)
    {
        Town = town;
        people = town.People.ToFrozenDictionary(p => p.UserId, StringComparer.OrdinalIgnoreCase);
        byOpenId = town.People.ToFrozenDictionary(p => OpenIdOf(p.UserId), StringComparer.Ordinal);
        chats = town.Chats.ToFrozenDictionary(c => c.ChatId, StringComparer.Ordinal);
        byPushKey = town.Chats.Where(c => c.PushKey is not null).ToFrozenDictionary(c => c.PushKey!, StringComparer.Ordinal);
        members = town.Chats.ToFrozenDictionary(
            c => c.ChatId, c => c.Members.ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
    }

    public SandboxTown Town { get; }

    public TownPerson? Person(string? userId) =>
        userId is null ? null : changed.GetValueOrDefault(userId) ?? people.GetValueOrDefault(userId);

    public TownPerson? PersonByOpenId(string openId) => Person(byOpenId.GetValueOrDefault(openId)?.UserId);

    /// <summary>What WeCom knows of somebody from now on.</summary>
    public void Change(TownPerson person) => changed[person.UserId] = person;

    /// <summary>The groups that people see: the town's own, and those that the app made once it has spoken there.</summary>
    public IEnumerable<TownChat> Chats => Town.Chats.Concat(made.Values.OrderBy(c => c.ChatId, StringComparer.Ordinal));

    public TownPerson? PersonByMobile(string? mobile) =>
        mobile is null ? null : Town.People.Select(p => Person(p.UserId)).FirstOrDefault(p => p!.Mobile == mobile);

    /// <summary>Shows a group that the app made, or changed.</summary>
    public void Show(TownChat chat) => made[chat.ChatId] = chat;

    public TownChat? Chat(string chatId) => chats.GetValueOrDefault(chatId) ?? made.GetValueOrDefault(chatId);

    public TownChat? ChatOfPushKey(string key) => byPushKey.GetValueOrDefault(key);

    public bool IsMember(string chatId, string userId) =>
        members.TryGetValue(chatId, out var those)
            ? those.Contains(userId)
            : made.TryGetValue(chatId, out var chat) && chat.Members.Contains(userId, StringComparer.OrdinalIgnoreCase);

    /// <summary>The encrypted form of a user id, always the same for the same person (doc 101521).</summary>
    public string OpenIdOf(string userId)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Town.CorpId + "/" + userId.ToLowerInvariant()));
        return "wo" + Convert.ToHexStringLower(hash.AsSpan(0, 15));
    }

    /// <summary>True if the text @-mentions the robot and not somebody whose name merely begins like the robot's.</summary>
    public bool MentionsRobot(TownChat chat, string text)
    {
        var at = "@" + Town.Bot.Name;
        for (var i = text.IndexOf(at, StringComparison.Ordinal); i >= 0; i = text.IndexOf(at, i + 1, StringComparison.Ordinal))
        {
            if (!chat.Members.Any(m => Person(m) is { } p && p.Name.Length > Town.Bot.Name.Length
                && text.AsSpan(i + 1).StartsWith(p.Name, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
