using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GridBot.Tests.Sandbox;

/// <summary>What the fake bot heard: the opened text, and the nonce of its address.</summary>
internal sealed record Heard(string Text, string Nonce)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public XElement Xml => XElement.Parse(Text);
}

/// <summary>A small bot with two doors. A test says what it replies, and how it misbehaves.</summary>
internal sealed class FakeBot : IAsyncDisposable
{
    private readonly WebApplication web;
    private readonly FakeBotSeal app;
    private readonly FakeBotSeal bot;

    private FakeBot(FakeBotSeal app, FakeBotSeal bot)
    {
        this.app = app;
        this.bot = bot;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        web.MapGet("/wecom/{door}", VerifyAsync);
        web.MapPost("/wecom/{door}", HearAsync);
    }

    public Uri Address => new(web.Urls.First());

    public ConcurrentQueue<Heard> AppHeard { get; } = new();

    public ConcurrentQueue<Heard> BotHeard { get; } = new();

    public ConcurrentQueue<string> Refused { get; } = new();

    /// <summary>Null: an empty 200.</summary>
    public Func<Heard, string?> OnApp { get; set; } = _ => null;

    public Func<Heard, string?> OnBot { get; set; } = _ => null;

    /// <summary>What to do with a finished envelope before it leaves.</summary>
    public Func<string, string> Twist { get; set; } = body => body;

    public Func<string, string> TwistEcho { get; set; } = echo => echo;

    public ConcurrentQueue<int> NextStatuses { get; } = new();

    /// <summary>While set, replies wait for it.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>While set, the verification waits for it.</summary>
    public TaskCompletionSource? VerifyGate { get; set; }

    public int Verifications { get; private set; }

    public ConcurrentQueue<string> Echoes { get; } = new();

    public static async Task<FakeBot> StartAsync(FakeBotSeal app, FakeBotSeal bot)
    {
        var fake = new FakeBot(app, bot);
        await fake.web.StartAsync();
        return fake;
    }

    public ValueTask DisposeAsync()
    {
        Gate?.TrySetResult();
        VerifyGate?.TrySetResult();
        return web.DisposeAsync();
    }

    private FakeBotSeal SealOf(string door) => door == "app" ? app : bot;

    private async Task<IResult> VerifyAsync(HttpRequest request, string door, string msg_signature, string timestamp, string nonce, string echostr)
    {
        Verifications++;
        if (VerifyGate is { } gate)
        {
            await gate.Task.WaitAsync(request.HttpContext.RequestAborted);
        }

        return SealOf(door).Sign(timestamp, nonce, echostr) == msg_signature && SealOf(door).Open(echostr) is { } echo
            ? Results.Text(TwistEcho(Noted(echo)))
            : Results.Unauthorized();
    }

    private string Noted(string echo)
    {
        Echoes.Enqueue(echo);
        return echo;
    }

    private async Task<IResult> HearAsync(HttpRequest request, string door, string msg_signature, string timestamp, string nonce)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        var encrypt = door == "app"
            ? XElement.Parse(body).Element("Encrypt")!.Value
            : JsonDocument.Parse(body).RootElement.GetProperty("encrypt").GetString()!;
        if (SealOf(door).Sign(timestamp, nonce, encrypt) != msg_signature)
        {
            Refused.Enqueue("signature");
            return Results.Unauthorized();
        }

        if (SealOf(door).Open(encrypt) is not { } text)
        {
            Refused.Enqueue("receiveid");
            return Results.BadRequest();
        }

        var heard = new Heard(text, nonce);
        (door == "app" ? AppHeard : BotHeard).Enqueue(heard);
        if (Gate is { } gate)
        {
            await gate.Task.WaitAsync(request.HttpContext.RequestAborted);
        }

        if (NextStatuses.TryDequeue(out var status) && status != 200)
        {
            return Results.StatusCode(status);
        }

        var reply = (door == "app" ? OnApp : OnBot)(heard);
        return reply is null ? Results.Text("") : Results.Text(Twist(Envelope(door, reply, nonce)));
    }

    private string Envelope(string door, string reply, string nonce)
    {
        const string Timestamp = "1790000001";
        var encrypt = SealOf(door).Close(reply);
        var signature = SealOf(door).Sign(Timestamp, nonce, encrypt);
        return door == "app"
            ? $"<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature><TimeStamp>{Timestamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
            : new JsonObject { ["encrypt"] = encrypt, ["msgsignature"] = signature, ["timestamp"] = 1790000001, ["nonce"] = nonce }.ToJsonString();
    }
}
