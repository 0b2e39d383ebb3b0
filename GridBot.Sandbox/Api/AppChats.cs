using System.Text.Json;
using System.Text.RegularExpressions;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Api;

/// <summary>appchat: groups that the app makes and speaks in; it hears nothing there (doc 90248).</summary>
internal sealed partial class AppChats(SandboxState state, Tokens tokens)
{
    private static readonly Version MentionsSince = new(5, 0, 6);
    private readonly Lock gate = new();
    private readonly Dictionary<string, AppChat> chats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SlidingWindow> members = new(StringComparer.OrdinalIgnoreCase);
    private readonly SlidingWindow creations = new((1000, TimeSpan.FromDays(1)));
    private readonly SlidingWindow updates = new((1000, TimeSpan.FromHours(1)));
    private readonly SlidingWindow corp = new((20_000, TimeSpan.FromMinutes(1)));

    public ApiAnswer Create(ApiCall call)
    {
        if (Refuse(call) is { } refused)
        {
            return refused;
        }

        var users = call.Body.Strings("userlist").Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var chatId = call.Body.String("chatid") is { Length: > 0 } wished ? wished : "ac" + state.Dice.Hex(14);
        var name = call.Body.String("name") ?? "";
        var owner = call.Body.String("owner") is { Length: > 0 } named ? named : users.FirstOrDefault() ?? "";
        lock (gate)
        {
            return !IdForm().IsMatch(chatId) ? ApiAnswer.Error(86001, "invalid chatid: up to 32 letters and digits")
                : name.Length > 50 ? ApiAnswer.Error(86004, "invalid chat name: up to 50 characters")
                : users.Count is < 2 or > 2000 ? ApiAnswer.Error(86006, "a chat takes 2 to 2000 members")
                : users.Exists(u => !IsInRange(u)) ? ApiAnswer.Error(86007, "invalid chat member")
                : !users.Contains(owner, StringComparer.OrdinalIgnoreCase) ? ApiAnswer.Error(86207, "the owner is not in the list")
                : chats.ContainsKey(chatId) || state.Folk.Chat(chatId) is not null ? ApiAnswer.Error(86215, "chatid exists")
                : !creations.TryPass(state.Time.GetUtcNow()) ? ApiAnswer.Error(45009, "1000 chats a day")
                : Made(new AppChat(chatId, name, owner, users));
        }
    }

    public ApiAnswer Update(ApiCall call)
    {
        if (Refuse(call) is { } refused)
        {
            return refused;
        }

        lock (gate)
        {
            if (Find(call.Body.String("chatid"), out var chat) is { } unknown)
            {
                return unknown;
            }

            if (!updates.TryPass(state.Time.GetUtcNow()))
            {
                return ApiAnswer.Error(45009, "1000 changes an hour");
            }

            var users = chat!.Users.Concat(call.Body.Strings("add_user_list")).Except(call.Body.Strings("del_user_list"), StringComparer.OrdinalIgnoreCase)
                .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var owner = call.Body.String("owner") ?? chat.Owner;
            var name = call.Body.String("name") ?? chat.Name;
            return name.Length > 50 ? ApiAnswer.Error(86004, "invalid chat name: up to 50 characters")
                : users.Count is < 2 or > 2000 ? ApiAnswer.Error(86006, "a chat takes 2 to 2000 members")
                : users.Exists(u => !IsInRange(u)) ? ApiAnswer.Error(86216, "invalid chat member")
                : !users.Contains(owner, StringComparer.OrdinalIgnoreCase) ? ApiAnswer.Error(86207, "the owner is not in the list")
                : Changed(chat with { Name = name, Owner = owner, Users = users });
        }
    }

    public ApiAnswer Show(ApiCall call)
    {
        if (Refuse(call) is { } refused)
        {
            return refused;
        }

        lock (gate)
        {
            return Find(call.Parameter("chatid"), out var chat) ?? ApiAnswer.Of(new
            {
                errcode = 0,
                errmsg = "ok",
                chat_info = new { chatid = chat!.ChatId, name = chat.Name, owner = chat.Owner, userlist = chat.Users, chat_type = 0 },
            });
        }
    }

    public ApiAnswer Send(ApiCall call)
    {
        if (Refuse(call) is { } refused)
        {
            return refused;
        }

        var kind = call.Body.String("msgtype") ?? "";
        var part = call.Body.Object(kind) ?? default;
        lock (gate)
        {
            return Find(call.Body.String("chatid"), out var chat) ?? kind switch
            {
                "text" or "markdown" => Text(chat!, kind, part),
                "textcard" or "news" or "mpnews" => Deliver(chat!, kind, part.String("title") ?? $"[{kind}]", []),
                "image" or "voice" or "video" or "file" => part.String("media_id") is null
                    ? ApiAnswer.Error(40007, "invalid media_id")
                    : Deliver(chat!, kind, $"[{kind}]", []),
                _ => ApiAnswer.Error(40008, "invalid message type"),
            };
        }
    }

    [GeneratedRegex(@"\A[0-9a-zA-Z]{1,32}\z")]
    private static partial Regex IdForm();

    private ApiAnswer? Refuse(ApiCall call) =>
        tokens.Refuse(call) ?? (state.Town.App.SeesAll ? null : ApiAnswer.Error(48002, "api forbidden: the app does not see the root department"));

    private bool IsInRange(string user) => state.Folk.Person(user) is { InRange: true };

    private ApiAnswer? Find(string? chatId, out AppChat? chat)
    {
        chat = chatId is null ? null : chats.GetValueOrDefault(chatId);
        return chat is not null ? null
            : string.IsNullOrEmpty(chatId) ? ApiAnswer.Error(86201, "chatid missing")
            : state.Folk.Chat(chatId) is not null ? ApiAnswer.Error(86008, "not a chat of this app")
            : ApiAnswer.Error(86003, "invalid chatid");
    }

    private ApiAnswer Made(AppChat chat)
    {
        chats[chat.ChatId] = chat;
        return ApiAnswer.Of(new { errcode = 0, errmsg = "ok", chatid = chat.ChatId });
    }

    private ApiAnswer Changed(AppChat chat)
    {
        chats[chat.ChatId] = chat;
        if (state.Folk.Chat(chat.ChatId) is not null)
        {
            state.Folk.Show(chat.ToTown());
        }

        return ApiAnswer.Ok;
    }

    private ApiAnswer Text(AppChat chat, string kind, JsonElement part)
    {
        var content = part.String("content");
        if (string.IsNullOrEmpty(content))
        {
            return ApiAnswer.Error(44004, "empty content");
        }

        if (Words.Bytes(content) > 2048)
        {
            return ApiAnswer.Error(40058, $"{kind}.content exceed max length 2048");
        }

        IEnumerable<string> listed = kind == "text" ? part.Strings("mentioned_list").Select(m => Words.Spelled(m, state.Folk)) : [];
        return Deliver(chat, kind, content, state.Options.ClientVersion < MentionsSince
            ? []
            : [.. listed.Concat(Words.Called(content, state.Folk)).Where(m => m == "@all" || chat.Has(m)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The first message shows the group to its members. Who has had 200 in a minute or 10,000 in a day gets no more, in silence.</summary>
    private ApiAnswer Deliver(AppChat chat, string kind, string text, string[] mentions)
    {
        var now = state.Time.GetUtcNow();
        for (var i = 0; i < chat.Users.Count; i++)
        {
            if (!corp.TryPass(now))
            {
                return ApiAnswer.Error(45009, "20000 person-messages a minute");
            }
        }

        foreach (var user in chat.Users)
        {
            if (!members.TryGetValue(user, out var window))
            {
                members[user] = window = new SlidingWindow((200, TimeSpan.FromMinutes(1)), (10_000, TimeSpan.FromDays(1)));
            }

            if (!window.TryPass(now))
            {
                state.Findings.Drop();
            }
        }

        lock (state.Gate)
        {
            state.Folk.Show(chat.ToTown());
            if (!state.Options.CountsOnly)
            {
                state.Phones.InGroup(chat.ChatId, state.Phones.NewLine("app", kind, text, mentions: mentions));
            }

            state.Log.Add(Channel.AppChat, chat.ChatId, [], mentions, kind, text, null);
        }

        return ApiAnswer.Ok;
    }

    private sealed record AppChat(string ChatId, string Name, string Owner, IReadOnlyList<string> Users)
    {
        public bool Has(string user) => Users.Contains(user, StringComparer.OrdinalIgnoreCase);

        public TownChat ToTown() => new(ChatId, Name, "", Users, PushKey: null, HasRobot: false);
    }
}
