using GridBot.Sandbox.Api;
using GridBot.Sandbox.Callbacks;
using GridBot.Sandbox.Faults;
using GridBot.Sandbox.People;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;
using GridBot.Sandbox.Sealing;
using GridBot.Sandbox.Socket;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox;

/// <summary>A WeCom on your desk: plays WeCom's server for one corp, calls the bot, and remembers what people see.</summary>
public sealed class SandboxWeCom : IDisposable
{
    private readonly SandboxState state;
    private readonly HttpClient http;
    private readonly CancellationTokenSource closing = new();
    private readonly Courier courier;
    private readonly AppDoor appDoor;
    private readonly BotDoor botDoor;
    private readonly Hands hands;

    public SandboxWeCom(SandboxTown town, TimeProvider time, SandboxOptions? options = null)
    {
        state = new SandboxState(town, time, options ?? new SandboxOptions());
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
        courier = new Courier(state);
        Socket = new SocketHub(state);
        appDoor = new AppDoor(state, http);
        botDoor = new BotDoor(state, http);
        hands = new Hands(state, courier, appDoor, botDoor, Socket, new StreamAsker(state, courier, botDoor, closing.Token));
        Tokens = new Tokens(state);
        BotSeal = new Seal(town.Bot.Token, town.Bot.EncodingAesKey, "");
    }

    public SandboxTown Town => state.Town;

    /// <summary>Where the app's callbacks go, for example http://127.0.0.1:5000/wecom/app. Null: nowhere.</summary>
    public Uri? AppCallback
    {
        get => state.AppCallback;
        set => state.AppCallback = value;
    }

    /// <summary>Where the robot's callbacks go, for example http://127.0.0.1:5000/wecom/bot. Null: over the long connection, if the bot holds one.</summary>
    public Uri? BotCallback
    {
        get => state.BotCallback;
        set => state.BotCallback = value;
    }

    /// <summary>Where the bot reaches this sandbox; needed for response_url. MapSandbox fills it in from the server's own address.</summary>
    public Uri? ApiBase
    {
        get => state.ApiBase;
        set => state.ApiBase = value;
    }

    /// <summary>
    /// Completes once the bot has dealt with so many frames of its present connection. WeCom can't know that, but whoever runs both
    /// ends may tell; else a frame that the bot leaves without an answer is waited for as long as a callback.
    /// </summary>
    public Func<long, CancellationToken, Task>? FramesDealtWith
    {
        get => Socket.FramesDealtWith;
        set => Socket.FramesDealtWith = value;
    }

    /// <summary>Whether somebody is subscribed for the robot.</summary>
    public bool BotIsConnected => Socket.IsSubscribed;

    public SandboxLog Log => state.Log;

    public Findings Findings => state.Findings;

    /// <summary>How many callbacks are on their way to the bot right now.</summary>
    public int CallbacksInFlight => state.OnTheWay.Count;

    internal SandboxState State => state;

    internal SocketHub Socket { get; }

    internal Tokens Tokens { get; }

    internal Seal BotSeal { get; }

    /// <summary>Completes as soon as no callback is on its way.</summary>
    public Task DrainedAsync() => state.OnTheWay.DrainedAsync();

    /// <summary>Where the robot's long connection goes, on a sandbox at this address.</summary>
    public static Uri BotSocketAt(Uri apiBase) => new UriBuilder(apiBase)
    {
        Scheme = apiBase.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
        Path = SocketHub.Path,
    }.Uri;

    /// <summary>A person writes: chat is a group's id, "bot" for the robot 1:1, null for the app 1:1. Returns what the bot answered in the callback.</summary>
    public Task<LogEntry?> SayAsync(string user, string? chat, string text, Quote? quote = null, string? image = null, string? voice = null) =>
        hands.SayAsync(user, chat, new Saying(text, quote, image, voice));

    /// <summary>A person taps a button of a card that they see.</summary>
    public Task<LogEntry?> TapAsync(string user, string taskId, string key) => hands.TapAsync(user, taskId, key);

    /// <summary>A person opens the 1:1 chat with the app (null) or the robot ("bot").</summary>
    public Task<LogEntry?> EnterAsync(string user, string? chat) => hands.EnterAsync(user, chat);

    /// <summary>Somebody leaves, is disabled, falls out of the app's visible range …</summary>
    public void ChangePerson(string user, Func<TownPerson, TownPerson> change) => state.Folk.Change(change(state.Folk.Person(user)
        ?? throw new LeverRefusedException("user", $"nobody here is called {user}; GET /demo/town lists the userids")));

    /// <summary>WeCom's system tells the app something about itself, for example inactive_alert: it will be suspended.</summary>
    public Task AnnounceAsync(string eventKind) => hands.AnnounceAsync(eventKind);

    /// <summary>What a person's phone shows, or what changed on it since a version.</summary>
    public PhoneView Phone(string user, long since = 0)
    {
        var person = state.Folk.Person(user)
            ?? throw new LeverRefusedException("user", $"nobody here is called {user}; GET /demo/town lists the userids");
        lock (state.Gate)
        {
            return state.Phones.Show(person, state.Folk, since);
        }
    }

    public void AddFault(Fault fault)
    {
        switch (fault.Api)
        {
            case FaultNames.ExpireToken:
                Tokens.ExpireAll();
                return;
            case FaultNames.DropSocket:
                Socket.Drop();
                return;
            case FaultNames.PushOut:
                Socket.PushOut();
                return;
        }

        if (!FaultNames.Apis.Contains(fault.Api) && !FaultNames.Callbacks.Contains(fault.Api))
        {
            throw new LeverRefusedException("api", $"one of {string.Join(", ", FaultNames.Apis.Concat(FaultNames.Callbacks))}");
        }

        if (FaultNames.Apis.Contains(fault.Api) && fault is { ErrCode: null, Http: null, DelayMs: null, LoseAnswer: false, Times: not 0 })
        {
            throw new LeverRefusedException("errcode", "an api's fault needs one of errcode, http, delayMs, loseAnswer");
        }

        state.Faults.Add(fault);
    }

    /// <summary>Takes all faults back and releases all held answers.</summary>
    public void ClearFaults() => state.Faults.Clear();

    /// <summary>Holds the answer of the next call of an API, after (or before) it took effect.</summary>
    public ApiHold HoldNext(string api, bool beforeEffect = false) => state.Faults.Hold(api, beforeEffect);

    public void Dispose()
    {
        closing.Cancel();
        state.Faults.Clear();
        Socket.Dispose();
        http.Dispose();
        appDoor.Dispose();
        botDoor.Dispose();
        closing.Dispose();
    }
}
