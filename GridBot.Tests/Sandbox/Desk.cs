using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridBot.Sandbox;
using GridBot.Sandbox.Town;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace GridBot.Tests.Sandbox;

/// <summary>A sandbox and a fake bot, each behind its own port, and a clock that a test moves.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Chat = "wrChatA1";
    public const string PushKey = "push-key-a1";
    private readonly WebApplication web;
    private readonly HttpClient http = new();
    private string? token;

    private Desk(WebApplication web, SandboxWeCom weCom, FakeBot bot, FakeTimeProvider clock)
    {
        this.web = web;
        WeCom = weCom;
        Bot = bot;
        Clock = clock;
    }

    public static SandboxTown Town { get; } = new(
        "ww0f1e2d3c4b5a6978",
        new TownApp(1000002, "app-secret", "AppTok3n", "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey0"),
        new TownBot("aib-1", "网格助手", "BotTok3n", "zYxWvUtSrQpOnMlKjIhGfEdCbA9876543210AbCdEfR"),
        [
            new TownPerson("Zhou", "周阿姨", "楼长", "11栋"), new TownPerson("wu", "吴叔", "楼长", "10栋"),
            new TownPerson("liqiang", "李强", "网格员", "3网格"), new TownPerson("chen", "陈书记", "社区书记", "金龙社区"),
        ],
        [
            new TownChat(Chat, "3网格群", "3网格", ["Zhou", "wu", "liqiang"], PushKey),
            new TownChat("wrQuiet", "没有机器人的群", "2网格", ["Zhou", "chen"], "push-key-quiet", HasRobot: false),
        ]);

    public SandboxWeCom WeCom { get; }

    public FakeBot Bot { get; }

    public FakeTimeProvider Clock { get; }

    public Uri Address => new(web.Urls.First());

    public static async Task<Desk> SetAsync(SandboxOptions? options = null, SandboxTown? town = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));
        var bot = await FakeBot.StartAsync(
            new FakeBotSeal(Town.App.Token, Town.App.EncodingAesKey, Town.CorpId),
            new FakeBotSeal(Town.Bot.Token, Town.Bot.EncodingAesKey, ""));
        var weCom = new SandboxWeCom(town ?? Town, clock, options ?? Patient)
        {
            AppCallback = new Uri(bot.Address, "/wecom/app"),
            BotCallback = new Uri(bot.Address, "/wecom/bot"),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        web.MapSandbox(weCom);
        web.MapSandboxLevers(weCom);
        await web.StartAsync();
        return new Desk(web, weCom, bot, clock);
    }

    /// <summary>A busy machine must not look like a slow bot.</summary>
    public static SandboxOptions Patient { get; } = new()
    {
        CallbackTimeout = TimeSpan.FromMinutes(1),
        VerificationTimeout = TimeSpan.FromMinutes(1),
        RedeliveryPause = TimeSpan.Zero,
    };

    public async Task<HttpResponseMessage> RawAsync(string path, object? body) => body is null
        ? await http.GetAsync(new Uri(Address, path))
        : await http.PostAsync(new Uri(Address, path), body is string text ? new StringContent(text) : JsonContent.Create(body, body.GetType()));

    public async Task<JsonElement> CallAsync(string path, object? body = null)
    {
        using var response = await RawAsync(path, body);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    public async Task<int> CodeAsync(string path, object? body = null) => (await CallAsync(path, body)).GetProperty("errcode").GetInt32();

    public Task<string> FreshTokenAsync()
    {
        token = null;
        return TokenAsync();
    }

    public async Task<string> TokenAsync() => token ??= (await CallAsync(
        $"/cgi-bin/gettoken?corpid={Town.CorpId}&corpsecret={Town.App.Secret}")).GetProperty("access_token").GetString()!;

    public async Task<JsonElement> SendAsync(object body) => await CallAsync("/cgi-bin/message/send?access_token=" + await TokenAsync(), body);

    public async Task<JsonElement> UpdateAsync(object body) =>
        await CallAsync("/cgi-bin/message/update_template_card?access_token=" + await TokenAsync(), body);

    public Task<int> PushAsync(object body, string key = PushKey) => CodeAsync("/cgi-bin/webhook/send?key=" + key, body);

    public Task<int> PushTextAsync(string text, params string[] mentioned) =>
        PushAsync(new { msgtype = "text", text = new { content = text, mentioned_list = mentioned } });

    public static object AppText(string to, string text) =>
        new { touser = to, msgtype = "text", agentid = Town.App.AgentId, text = new { content = text } };

    public static object AppCard(string to, string taskId) =>
        new { touser = to, msgtype = "template_card", agentid = Town.App.AgentId, template_card = ButtonCard(taskId) };

    public static JsonObject ButtonCard(string taskId, params string[] keys) => new()
    {
        ["card_type"] = "button_interaction",
        ["main_title"] = new JsonObject { ["title"] = "电梯故障", ["desc"] = "10栋" },
        ["sub_title_text"] = "请看看",
        ["task_id"] = taskId,
        ["button_list"] = new JsonArray([.. (keys.Length == 0 ? ["ack:1", "busy:1"] : keys)
            .Select(k => (JsonNode)new JsonObject { ["text"] = "按" + k, ["style"] = 1, ["key"] = k })]),
    };

    public static JsonObject Notice(string title) => new()
    {
        ["card_type"] = "text_notice",
        ["main_title"] = new JsonObject { ["title"] = title },
        ["card_action"] = new JsonObject { ["type"] = 1, ["url"] = "https://grid.example.invalid/1" },
    };

    public static string CardReply(JsonObject card) => new JsonObject { ["msgtype"] = "template_card", ["template_card"] = card }.ToJsonString();

    public static string StreamReply(string text, bool finish = true) => new JsonObject
    {
        ["msgtype"] = "stream",
        ["stream"] = new JsonObject { ["id"] = "s-1", ["finish"] = finish, ["content"] = text },
    }.ToJsonString();

    public static string UpdateReply(JsonObject card, params string[] userIds)
    {
        var json = new JsonObject { ["response_type"] = "update_template_card", ["template_card"] = card };
        if (userIds.Length > 0)
        {
            json["userids"] = new JsonArray([.. userIds.Select(u => (JsonNode)u)]);
        }

        return json.ToJsonString();
    }

    public static string AppReply(string user, string content) =>
        $"<xml><ToUserName><![CDATA[{user}]]></ToUserName><FromUserName><![CDATA[{Town.CorpId}]]></FromUserName><CreateTime>1790000001</CreateTime>{content}</xml>";

    /// <summary>Lets the robot answer the next message of the group with a button card.</summary>
    public async Task HangCardAsync(string taskId, params string[] keys)
    {
        Bot.OnBot = _ => CardReply(ButtonCard(taskId, keys));
        await WeCom.SayAsync("wu", Chat, "@网格助手 电梯坏了");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        WeCom.Dispose();
        await web.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
