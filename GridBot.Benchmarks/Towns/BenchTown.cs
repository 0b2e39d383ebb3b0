using System.Globalization;
using System.Text;
using GridBot.Sandbox.Town;

namespace GridBot.Benchmarks.Towns;

/// <summary>A group with the buildings it hears of; each building has one leader.</summary>
internal sealed record BenchGroup(string ChatId, string PlaceId, IReadOnlyList<BenchBuilding> Buildings);

internal sealed record BenchBuilding(string PlaceId, int Number, string Leader);

/// <summary>A town made by rule, of any size: communities, grids in them, buildings in those, one leader for each place.</summary>
internal sealed class BenchTown
{
    public const string BotName = "网格助手";
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平";

    private readonly StringBuilder _places = new();
    private readonly StringBuilder _people = new();
    private readonly StringBuilder _groups = new();
    private readonly List<TownPerson> _folk = [];
    private readonly List<TownChat> _chats = [];
    private readonly List<BenchGroup> _benchGroups = [];

    private BenchTown(int communities, int grids, int buildings, bool groupPerCommunity, int othersPerCommunity)
    {
        Line(_places, 1, "- id: s1");
        Line(_places, 2, "name: 东街街道");
        Line(_places, 2, "kind: subdistrict");
        Line(_places, 2, $"duty: [{Add("duty", "subdistrict", "s1", "东街街道")}]");
        Line(_places, 2, $"office: {{fallback_owner: {Add("fallback", "subdistrict", "s1", "东街街道")}, dispatcher: {Add("dispatcher", "staff", "s1", "东街街道")}, "
            + $"roster_owner: {Add("keeper", "staff", "s1", "东街街道")}, admin: {Add("admin", "admin", "s1", "东街街道")}, duty_phone: 023-0000000}}");
        Line(_places, 2, "children:");
        for (var c = 1; c <= communities; c++)
        {
            AddCommunity(c, grids, buildings, groupPerCommunity, othersPerCommunity);
        }
    }

    public IReadOnlyList<BenchGroup> Groups => _benchGroups;

    public string RosterYaml => $"places:\n{_places}people:\n{_people}groups:\n{_groups}";

    public static string PoliciesYaml =>
        """
        steps:
          - {level: building, window: 5m}
          - {level: grid, window: 10m}
          - {level: community, window: 15m}
          - {level: subdistrict, window: 20m}
        rounds: [20m, 20m]
        quiet_hours: none
        emergency: {together: [building, grid, community, subdistrict]}

        """;

    public SandboxTown Corp => new(
        "wwgridbotbench0001",
        new TownApp(1000002, "bench-app-secret", "benchAppToken", "BenchAppKeyBenchAppKeyBenchAppKeyBenchApp00"),
        new TownBot("aib-bench", BotName, "benchBotToken", "BenchBotKeyBenchBotKeyBenchBotKeyBenchBot00"),
        _folk,
        _chats);

    public IEnumerable<string> PushKeys => _benchGroups.Zip(_chats, (g, c) => $"{g.PlaceId}: {c.PushKey}");

    /// <summary>500 groups, each of a grid with its worker and the leaders of its eight buildings; 5,000 people.</summary>
    public static BenchTown OfReports() => new(communities: 10, grids: 50, buildings: 8, groupPerCommunity: false, othersPerCommunity: 48);

    /// <summary>500 groups, each of a community with grids that have a worker each: twenty to be rung, and some for the first rounds.</summary>
    public static BenchTown OfTimers() => new(communities: 500, grids: 24, buildings: 1, groupPerCommunity: true, othersPerCommunity: 0);

    private void AddCommunity(int c, int grids, int buildings, bool groupPerCommunity, int others)
    {
        var (id, name) = ($"c{c}", $"第{c}社区");
        var secretary = Add($"{id}.secretary", "community", id, name);
        for (var i = 0; i < others; i++)
        {
            Add($"{id}.staff{i}", "community", id, name);
        }

        Line(_places, 3, $"- id: {id}");
        Line(_places, 4, $"name: {name}");
        Line(_places, 4, "kind: community");
        Line(_places, 4, $"duty: [{secretary}]");
        Line(_places, 4, "children:");
        var ofCommunity = new List<BenchBuilding>();
        for (var g = 1; g <= grids; g++)
        {
            var ofGrid = AddGrid(id, g, buildings);
            ofCommunity.AddRange(ofGrid);
            if (!groupPerCommunity)
            {
                AddGroup($"{id}-g{g}", $"{name}{g}网格群", [.. ofGrid], [$"{id}-g{g}.worker", secretary]);
            }
        }

        if (groupPerCommunity)
        {
            AddGroup(id, $"{name}群", ofCommunity, [.. Enumerable.Range(1, grids).Select(g => $"{id}-g{g}.worker"), secretary]);
        }
    }

    private List<BenchBuilding> AddGrid(string community, int g, int buildings)
    {
        var id = $"{community}-g{g}";
        Line(_places, 5, $"- id: {id}");
        Line(_places, 6, $"name: {g}网格");
        Line(_places, 6, "kind: grid");
        Line(_places, 6, $"duty: [{Add($"{id}.worker", "grid", id, $"{g}网格")}]");
        Line(_places, 6, "children:");
        var added = new List<BenchBuilding>();
        for (var b = 1; b <= buildings; b++)
        {
            var number = ((g - 1) * buildings) + b;
            var building = $"{community}-b{number}";
            var leader = Add($"{building}.leader", "building_leader", building, $"{number}栋");
            Line(_places, 7, $"- {{id: {building}, name: {number}栋, kind: building, duty: [{leader}]}}");
            added.Add(new BenchBuilding(building, number, leader));
        }

        return added;
    }

    private void AddGroup(string placeId, string name, IReadOnlyList<BenchBuilding> buildings, IReadOnlyList<string> others)
    {
        var chatId = $"wrBench{_chats.Count:D6}";
        Line(_groups, 1, $"- {{chatid: {chatId}, name: {name}, place: {placeId}, levels: [building, grid, community, subdistrict], push: true}}");
        _chats.Add(new TownChat(chatId, name, placeId, [.. buildings.Select(b => b.Leader), .. others], $"push-{chatId}"));
        _benchGroups.Add(new BenchGroup(chatId, placeId, buildings));
    }

    private string Add(string userId, string role, string placeId, string place)
    {
        var n = _folk.Count;
        var name = $"{Surnames[n % 20]}{Given[n / 20 % 20]}{Given[n / 400 % 20]}";
        Line(_people, 1, $"- {{userid: {userId}, name: {name}, role: {role}, place: {placeId}}}");
        _folk.Add(new TownPerson(userId, name, role, place));
        return userId;
    }

    private static void Line(StringBuilder text, int depth, string line) =>
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{line}\n");
}
