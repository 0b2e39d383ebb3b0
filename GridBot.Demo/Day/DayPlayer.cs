using System.Globalization;
using GridBot.Demo.Play;
using GridBot.Sandbox.Phones;
using GridBot.Sandbox.Records;

namespace GridBot.Demo.Day;

/// <summary>Plays the day scene by scene and compares what people saw with what the script expects.</summary>
internal sealed class DayPlayer(DemoApp demo, DayScript script)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly Transcript _transcript = new(demo.Sandbox.Town);
    private int _next;
    private long _told;

    public Scene? Next => _next < script.Scenes.Count ? script.Scenes[_next] : null;

    /// <summary>Plays the next scene to its end. Null when the day is over.</summary>
    public async Task<Differences?> PlayAsync(CancellationToken cancellationToken)
    {
        if (Next is not { } scene)
        {
            return null;
        }

        _next++;
        foreach (var act in scene.Acts ?? [])
        {
            await DoAsync(act, cancellationToken);
            await demo.Driver.DrainAsync(cancellationToken);
        }

        var seen = demo.Sandbox.Log.Since(_told);
        _told = demo.Sandbox.Log.LastSeq;
        return Transcript.Compare(scene.Expect ?? [], [.. seen.Select(_transcript.Line)]);
    }

    private Task DoAsync(Act act, CancellationToken cancellationToken) => act switch
    {
        { Say: { } words } => demo.Sandbox.SayAsync(act.By!, Chat(act.In!), words, act.Quote is { } quote ? Quote.OfText(quote) : null),
        { Tap: { } key } => demo.Sandbox.TapAsync(act.By!, CardWith(key, act), key),
        { Leave: { } user } => demo.RewriteAsync("roster.yaml", roster => TownEdits.WithoutPerson(roster, user), cancellationToken),
        { Until: { } clock } => demo.Driver.AdvanceAsync(SpanUntil(clock), asOutage: false, cancellationToken),
        _ => throw new InvalidOperationException("An act says, taps, leaves or waits."),
    };

    private TimeSpan SpanUntil(string clock)
    {
        var now = demo.Clock.GetUtcNow().ToOffset(Beijing);
        var until = new DateTimeOffset(now.Date, Beijing) + TimeSpan.Parse(clock, CultureInfo.InvariantCulture);
        return (until > now ? until : until.AddDays(1)) - now;
    }

    /// <summary>The newest card that shows this person such a button in that chat.</summary>
    private string CardWith(string key, Act act)
    {
        var chat = act.In is "群" ? Chat(act.In) : null;
        return demo.Sandbox.Log.Since(0).LastOrDefault(e => Shows(e) && (chat is null ? e.To.Contains(act.By!) && e.Chat is null : e.Chat == chat))
            ?.Card!.TaskId ?? throw new InvalidOperationException($"{act.By} sees no card with the button {key}.");

        bool Shows(LogEntry entry) => entry.Card is { TaskId: not null } card && card.Buttons.Any(b => b.Key == key);
    }

    /// <summary>As the levers name chats.</summary>
    private string? Chat(string name) => name switch
    {
        "应用" => null,
        "机器人" => "bot",
        "群" => demo.Sandbox.Town.Chats[0].ChatId,
        _ => demo.Sandbox.Town.Chats.Single(c => c.Name == name).ChatId,
    };
}
