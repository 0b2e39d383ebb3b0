using GridBot.Core.Roster;
using GridBot.Demo.Town;
using GridBot.Handlers.Settings;
using GridBot.Sandbox;
using GridBot.Sandbox.Town;

namespace GridBot.Demo.Play;

/// <summary>
/// Sets the stage: writes the town's files where the service reads them, and casts the sandbox's corp from the same
/// roster, so that a demo of another town needs nothing but its roster.
/// </summary>
internal sealed class Scenery
{
    public const string CorpId = "wwgridbotdemo0001";
    public const string BotName = "网格助手";
    private const string AgentId = "1000002";

    private Scenery(string folder, SandboxTown town)
    {
        (Folder, Town) = (folder, town);
    }

    public string Folder { get; }

    public SandboxTown Town { get; }

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "config");

    public static Scenery Set(string dataFolder, string? configFolder)
    {
        var folder = Path.Combine(dataFolder, "town");
        Directory.CreateDirectory(folder);
        var invented = configFolder is null ? TownBuilder.Build() : null;
        foreach (var file in new[] { "roster.yaml", "policies.yaml", "categories.yaml", "vocabulary.yaml" })
        {
            var given = configFolder is null ? null : Path.Combine(configFolder, file);
            File.Copy(given is not null && File.Exists(given) ? given : Path.Combine(Shipped, file), Path.Combine(folder, file), overwrite: true);
        }

        if (invented is not null)
        {
            File.WriteAllText(Path.Combine(folder, "roster.yaml"), invented.RosterYaml);
            File.WriteAllText(Path.Combine(folder, "policies.yaml"), invented.PoliciesYaml);
        }

        var town = Cast(invented, folder);
        File.WriteAllLines(Path.Combine(folder, "push-keys.yaml"), town.Keys.Select(k => $"{k.Place}: {k.Key}"));
        return new Scenery(folder, town.Corp);
    }

    /// <summary>The settings that make the service talk to the sandbox.</summary>
    public Dictionary<string, string?> Settings(string dataFolder, Uri sandbox) => new()
    {
        ["WeCom:ApiBase"] = sandbox.ToString().TrimEnd('/'),
        ["WeCom:CorpId"] = Town.CorpId,
        ["WeCom:App:AgentId"] = $"{Town.App.AgentId}",
        ["WeCom:App:Secret"] = Town.App.Secret,
        ["WeCom:App:Token"] = Town.App.Token,
        ["WeCom:App:EncodingAesKey"] = Town.App.EncodingAesKey,
        ["WeCom:Bot:Name"] = Town.Bot.Name,
        ["WeCom:Bot:Token"] = Town.Bot.Token,
        ["WeCom:Bot:EncodingAesKey"] = Town.Bot.EncodingAesKey,
        ["WeCom:Bot:BotId"] = Town.Bot.Id,
        ["WeCom:Bot:Secret"] = Town.Bot.Secret,
        ["WeCom:BotSocket"] = SandboxWeCom.BotSocketAt(sandbox).ToString(),
        ["WeCom:PushKeys"] = Path.Combine(Folder, "push-keys.yaml"),
        ["Database"] = $"sqlite:{Path.Combine(dataFolder, "gridbot.db")}",
        ["Roster"] = Path.Combine(Folder, "roster.yaml"),
        ["Policies"] = Path.Combine(Folder, "policies.yaml"),
        ["Categories"] = Path.Combine(Folder, "categories.yaml"),
        ["Vocabulary"] = Path.Combine(Folder, "vocabulary.yaml"),
    };

    private static (SandboxTown Corp, IReadOnlyList<(string Place, string Key)> Keys) Cast(DemoTown? invented, string folder)
    {
        if (invented is not null)
        {
            return (
                Corp([.. invented.People.Select(p => new TownPerson(p.UserId, p.Name, p.Role, p.Place))],
                    [.. invented.Chats.Append(invented.NewChat).Select(c => new TownChat(c.ChatId, c.Name, c.Place, c.Members, c.PushKey))]),
                [.. invented.Chats.Select(c => (c.PlaceId, c.PushKey))]);
        }

        var read = RosterReader.Read(Good(SettingsSource.Read(Path.Combine(folder, "roster.yaml"))));
        var roster = Good(read);
        var keys = roster.Groups.Select(g => (g.PlaceId, Key: $"push-{g.ChatId}")).ToList();
        return (
            Corp(
                [.. roster.People.Select(p => new TownPerson(p.UserId, p.Name, RoleName(p.Role), PathOf(roster, p.PlaceId)))],
                [.. roster.Groups.Select(g => new TownChat(g.ChatId, g.Name, PathOf(roster, g.PlaceId), MembersOf(roster, g), $"push-{g.ChatId}"))]),
            keys);
    }

    private static SandboxTown Corp(IReadOnlyList<TownPerson> people, IReadOnlyList<TownChat> chats) => new(
        CorpId,
        new TownApp(int.Parse(AgentId, System.Globalization.CultureInfo.InvariantCulture), "demo-app-secret", "demoAppToken", "DemoAppKeyDemoAppKeyDemoAppKeyDemoAppKey000"),
        new TownBot("aib-demo", BotName, "demoBotToken", "DemoBotKeyDemoBotKeyDemoBotKeyDemoBotKey000"),
        people,
        chats);

    /// <summary>Whoever answers for the place, above it or below it is in its group.</summary>
    private static string[] MembersOf(RosterBook roster, GroupChat group) =>
        [.. roster.People
            .Where(p => roster.IsWithin(p.PlaceId, group.PlaceId) || roster.LadderLevelOf(group.PlaceId, p.UserId) is { } level && group.Levels.Contains(level))
            .Select(p => p.UserId)];

    private static string PathOf(RosterBook roster, string placeId) =>
        string.Join('/', roster.PathUp(placeId).Reverse().Select(p => p.Name));

    private static string RoleName(Role role) => role switch
    {
        Role.BuildingLeader => "building_leader",
        _ => role.ToString().ToLowerInvariant(),
    };

    private static T Good<T>(Loaded<T> loaded) =>
        loaded is Loaded<T>.Good good ? good.Value : throw new SettingsFaultyException(loaded.FaultsOrNone);
}
