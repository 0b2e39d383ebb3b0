using GridBot.Sandbox.Cards;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Phones;

/// <summary>What every phone shows: one feed per group, one per person and app, one per person and robot. Use it under the state's gate.</summary>
internal sealed class PhoneBook(TimeProvider time, SandboxOptions options)
{
    private readonly Dictionary<string, Feed> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Feed> withApp = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Feed> withBot = new(StringComparer.OrdinalIgnoreCase);
    private long version;

    public Line NewLine(string from, string kind, string text, Quote? quote = null, string? image = null, IReadOnlyList<string>? mentions = null, SentCard? card = null) =>
        new(++version, time.GetUtcNow(), from, kind, text) { Quote = quote, Image = image, Mentions = mentions ?? [], Card = card };

    public void InGroup(string chatId, Line line) => Put(groups, chatId, line);

    public void WithApp(string userId, Line line) => Put(withApp, userId, line);

    public void WithBot(string userId, Line line) => Put(withBot, userId, line);

    public void Touch(Line line)
    {
        line.Changed = ++version;
        if (line.Feed is { } feed)
        {
            feed.Version = version;
        }
    }

    public PhoneView Show(TownPerson person, Townsfolk folk, long since)
    {
        var town = folk.Town;
        var newest = Version(person, folk);
        if (newest <= since)
        {
            return new PhoneView(person.UserId, person.Name, newest, Changed: false, []);
        }

        var chats = new List<PhoneChat>();
        foreach (var chat in folk.Chats.Where(c => folk.IsMember(c.ChatId, person.UserId)))
        {
            chats.Add(Chat(chat.ChatId, "group", chat.Name, chat.Members, groups.GetValueOrDefault(chat.ChatId)));
        }

        chats.Add(Chat("bot", "bot", town.Bot.Name, [], withBot.GetValueOrDefault(person.UserId)));
        chats.Add(Chat(null, "app", town.App.Name, [], withApp.GetValueOrDefault(person.UserId)));
        return new PhoneView(person.UserId, person.Name, newest, Changed: true, chats);

        PhoneChat Chat(string? id, string kind, string name, IReadOnlyList<string> members, Feed? feed) =>
            new(id, kind, name, members,
                feed is null || feed.Version <= since
                    ? []
                    : [.. feed.Lines.Where(l => l.Changed > since).Select(l => PhoneMessage.Of(l, person, kind, folk))]);
    }

    private long Version(TownPerson person, Townsfolk folk)
    {
        var newest = Math.Max(
            withApp.GetValueOrDefault(person.UserId)?.Version ?? 0,
            withBot.GetValueOrDefault(person.UserId)?.Version ?? 0);
        foreach (var (chatId, feed) in groups)
        {
            if (feed.Version > newest && folk.IsMember(chatId, person.UserId))
            {
                newest = feed.Version;
            }
        }

        return newest;
    }

    private void Put(Dictionary<string, Feed> feeds, string id, Line line)
    {
        if (!feeds.TryGetValue(id, out var feed))
        {
            feeds.Add(id, feed = new Feed(options.KeepPerChat));
        }

        feed.Add(line);
    }
}
