using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GridBot.Benchmarks.Towns;
using GridBot.Sandbox.Sealing;

namespace GridBot.Benchmarks.Load;

/// <summary>
/// Reports as the robot's door receives them, sealed beforehand as whole HTTP requests. No group hears of the same kind
/// of problem at the same building twice, so each report opens an issue.
/// </summary>
internal sealed class SealedReports(BenchTown town, string host)
{
    private static readonly string[] Problems =
    [
        "楼道堆了好多杂物，推车都过不去", "半夜打麻将吵得睡不着", "下水道堵了，污水往外冒", "路灯不亮好几天了", "垃圾没人收，臭得很",
        "大树枝快断了，怕砸到人", "有人在楼下乱停车，出不去", "楼顶在搭违章棚子", "电梯老是坏，关门打不开", "流浪狗追着小孩咬",
        "门口摆摊占道，油烟大", "外墙瓷砖掉下来了", "物业不管事，门禁坏了没人修", "单元门口有人发小广告贴满墙", "烧垃圾烟味很大",
        "井盖松动，踩上去响", "家里停水半天了", "楼上漏水到我家",
    ];

    private readonly Seal _seal = new(town.Corp.Bot.Token, town.Corp.Bot.EncodingAesKey, "");

    public Seal Seal => _seal;

    /// <summary>Report number n as bytes to write to a connection.</summary>
    public byte[][] Make(int from, int count, DateTimeOffset now)
    {
        var requests = new byte[count][];
        Parallel.For(0, count, i => requests[i] = Request(from + i, now));
        return requests;
    }

    private byte[] Request(int n, DateTimeOffset now)
    {
        var group = town.Groups[n % town.Groups.Count];
        var turn = n / town.Groups.Count;
        var building = group.Buildings[turn % group.Buildings.Count];
        var neighbour = group.Buildings[(turn + 1) % group.Buildings.Count];
        var problem = Problems[turn / group.Buildings.Count % Problems.Length];
        var text = $"@{BenchTown.BotName} {building.Number}栋{1 + (n % 4)}单元{problem}";
        var message = new JsonObject
        {
            ["msgid"] = $"bench-{n}",
            ["create_time"] = now.ToUnixTimeSeconds(),
            ["aibotid"] = town.Corp.Bot.Id,
            ["chatid"] = group.ChatId,
            ["chattype"] = "group",
            ["from"] = new JsonObject { ["userid"] = neighbour.Leader },
            ["response_url"] = $"http://{host}/cgi-bin/aibot/response?response_code=bench{n}",
            ["msgtype"] = "text",
            ["text"] = new JsonObject { ["content"] = text },
        };

        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = $"n{n}";
        Span<byte> random = stackalloc byte[16];
        RandomNumberGenerator.Fill(random);
        var encrypt = _seal.Close(message.ToJsonString(), random);
        var body = Encoding.UTF8.GetBytes($$"""{"encrypt":"{{encrypt}}"}""");
        var head = $"POST /wecom/bot?msg_signature={_seal.Sign(timestamp, nonce, encrypt)}&timestamp={timestamp}&nonce={nonce} HTTP/1.1\r\n"
            + $"Host: {host}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
