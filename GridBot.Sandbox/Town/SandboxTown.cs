namespace GridBot.Sandbox.Town;

/// <summary>The corp that the sandbox plays: its app, its robot, its people and their internal groups.</summary>
public sealed record SandboxTown(
    string CorpId,
    TownApp App,
    TownBot Bot,
    IReadOnlyList<TownPerson> People,
    IReadOnlyList<TownChat> Chats)
{
    /// <summary>The secret of contact synchronisation (通讯录同步): it may list user ids, and hardly anything else.</summary>
    public string ContactSecret { get; init; } = "contact-secret";
}

/// <summary>The self-built app: hears 1:1 messages as XML, sends 1:1 messages and cards.</summary>
public sealed record TownApp(int AgentId, string Secret, string Token, string EncodingAesKey, string Name = "网格助手应用")
{
    /// <summary>The app's visible range is the whole corp: only then may it make groups.</summary>
    public bool SeesAll { get; init; } = true;
}

/// <summary>The smart robot: hears what @-mentions it, answers in the callback or, subscribed by its secret, over the long connection.</summary>
public sealed record TownBot(string Id, string Name, string Token, string EncodingAesKey, string Secret = "sandbox-bot-secret");

public sealed record TownPerson(string UserId, string Name, string Role = "", string Place = "")
{
    public string? Mobile { get; init; }

    /// <summary>1 active, 2 disabled, 4 not activated, 5 left (doc 90196).</summary>
    public int Status { get; init; } = 1;

    /// <summary>False outside the app's visible range: it can neither be read nor written to.</summary>
    public bool InRange { get; init; } = true;
}

/// <summary>An internal group. PushKey is the key of its push robot, if it has one.</summary>
public sealed record TownChat(
    string ChatId,
    string Name,
    string Place,
    IReadOnlyList<string> Members,
    string? PushKey = null,
    bool HasRobot = true);
