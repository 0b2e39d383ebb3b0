using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using GridBot.WeCom;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Sending;

/// <summary>
/// Works off one destination: look once more, compose, write the finished call down, send, note what became of it.
/// Whoever holds the destination's lease does so alone.
/// </summary>
public sealed class Courier(
    Outbox outbox, Cards cards, RobotChats robotChats, WeComRequests requests, Outlet outlet, Ways ways, Seal seal, Pace pace, Routes routes,
    BrokenBells brokenBells, RulesInForce inForce, IssueDesk desk, Leavers leavers, IOptions<WeComOptions> weCom,
    TimeProvider time, ILogger<Courier> logger)
{
    private const int MostRows = 60;

    /// <summary>WeCom's code for a task_id that was used before: a repeated card had arrived.</summary>
    private const int CardIsThere = 42014;

    private static readonly TimeSpan FateKnownWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly Composer _composer = new(requests, cards, ways, seal, weCom.Value.Bot.Name);

    /// <summary>Names this host in rows and leases.</summary>
    public string Host { get; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}";

    /// <summary>Sends what waits there until nothing does, or until it must rest. Returns how many calls went out.</summary>
    public async Task<int> WorkOffAsync(string destination, CancellationToken cancellationToken)
    {
        var calls = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            if (routes.Rests(destination, now))
            {
                return calls;
            }

            var waiting = await outbox.PeekAsync(destination, now, MostRows, cancellationToken);
            if (waiting.Count == 0 || await NextAsync(destination, waiting, now, cancellationToken) is not { } next)
            {
                return calls;
            }

            if (await BeginAsync(destination, next, now) is not { } sendingId)
            {
                continue;
            }

            await SendAsync(destination, sendingId, next.Finished, next.Sayings.Max(s => s.Attempts));
            calls++;
        }

        return calls;
    }

    /// <summary>Repeats a call whose fate nobody knows, once.</summary>
    public async Task RepeatAsync(UnfinishedSending sending, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await outbox.RepeatAsync(sending, Host, now, now + FateKnownWithin, cancellationToken))
        {
            return;
        }

        var call = StoredCall.Read(sending.Body);
        if (sending.Attempts > 1 && call.Api != WeComApi.AppMessage)
        {
            await outbox.FinishAsync(sending.Id, new SendingOutcome.Never("fate unknown twice"), now, cancellationToken);
            return;
        }

        await SendAsync(sending.Destination, sending.Id, call.Repeated(), sending.Attempts, isRepeat: true);
    }

    /// <summary>What goes next; null when all that waits must wait longer.</summary>
    private async Task<Composed.Call?> NextAsync(
        string destination, IReadOnlyList<QueuedSaying> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (waiting[0].Saying is Saying.InGroup group)
        {
            return await NextInGroupAsync(destination, group.ChatId, waiting, now, cancellationToken);
        }

        var questions = waiting.Where(Composer.IsQuestion).ToList();
        return await NextToPersonAsync(destination, [.. waiting.Where(q => !Composer.IsQuestion(q))], now, cancellationToken)
            ?? (questions.Count > 0 && await MayAskAsync(destination, questions, now, cancellationToken)
                ? await NextToPersonAsync(destination, questions, now, cancellationToken)
                : null);
    }

    /// <summary>What must wait since its reader was asked not long ago is put off, and then leaves together.</summary>
    private async Task<bool> MayAskAsync(string destination, List<QueuedSaying> questions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wait = await pace.UntilNextQuestionAsync(destination, now, cancellationToken);
        if (wait == TimeSpan.Zero)
        {
            return true;
        }

        var rules = inForce.Current;
        var until = rules.Calendar.After(rules.Policy.QuietHours, now + wait);
        if (await outbox.BeginAsync([.. questions.Select(q => q.Id)], destination, [], Host, now, now + FateKnownWithin, cancellationToken) is { } id)
        {
            await outbox.FinishAsync(id, new SendingOutcome.Later(until, "asked not long ago"), now, cancellationToken);
        }

        return false;
    }

    private async Task<Composed.Call?> NextToPersonAsync(
        string destination, IReadOnlyList<QueuedSaying> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Composer.Listed(waiting) is { Count: > 0 } listed && await _composer.ListAsync(listed, cancellationToken) is Composed.Call list)
        {
            return await IsGrantedAsync(destination, list.Finished, now, cancellationToken) ? list : null;
        }

        foreach (var queued in waiting)
        {
            switch (await _composer.ComposeAsync(queued, now, cancellationToken))
            {
                case Composed.Call call:
                    return await IsGrantedAsync(destination, call.Finished, now, cancellationToken) ? call : null;
                case Composed.Pointless pointless:
                    await DropAsync(queued, pointless.Reason, now, cancellationToken);
                    break;
                default:
                    await DropAsync(queued, "no way to this person", now, cancellationToken);
                    await AskTheNextAsync(queued, now, cancellationToken);
                    break;
            }
        }

        return null;
    }

    private async Task<Composed.Call?> NextInGroupAsync(
        string destination, string chatId, IReadOnlyList<QueuedSaying> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var way = ways.ToGroup(chatId);
        if (way == Way.Robot)
        {
            return await pace.RobotAsync(destination, chatId, now, cancellationToken) ? _composer.Gather(chatId, Way.Robot, waiting) : null;
        }

        // A mention is asked for only for what fits in the text: what was granted and stayed behind would wait two minutes.
        for (var from = 0; from < waiting.Count;)
        {
            var fitting = Composer.Fitting(waiting, from);
            var sayable = await pace.WithoutRepeatedMentionsAsync(destination, fitting, now, cancellationToken);
            if (sayable.Count > 0)
            {
                var leaves = await pace.PushAsync(destination, now, cancellationToken);
                pace.KeepTurns(destination, sayable, leaves);
                return leaves ? _composer.Gather(chatId, way, sayable) : null;
            }

            from += fitting.Count;
        }

        return null;
    }

    private Task<bool> IsGrantedAsync(string destination, StoredCall call, DateTimeOffset now, CancellationToken cancellationToken) => call.Api switch
    {
        WeComApi.AppMessage => pace.AppAsync(destination, now, cancellationToken),
        WeComApi.RobotMessage when call.Target is { } person => pace.RobotAsync(destination, person.ToLowerInvariant(), now, cancellationToken),
        WeComApi.RobotMessage or WeComApi.RobotAnswer => pace.RobotAsync(destination, destination.Split(':', 2)[1], now, cancellationToken),
        _ => Task.FromResult(true),
    };

    /// <summary>Nothing can ring this person 1:1. If no group mentions them either, nobody waits for them.</summary>
    private Task AskTheNextAsync(QueuedSaying queued, DateTimeOffset now, CancellationToken cancellationToken) =>
        queued.Saying is Saying.CardToPerson { Kind: SayingKind.Ring } ring && !(ring.MentionedIn is { } chat && ways.ToGroup(chat) is Way.PushRobot or Way.AppChat)
            ? desk.UnreachableAsync(ring.IssueId, ring.Summons, ring.UserId, inForce.Current, now, cancellationToken)
            : Task.CompletedTask;

    private Task<long?> BeginAsync(string destination, Composed.Call next, DateTimeOffset now) =>
        outbox.BeginAsync(
            [.. next.Sayings.Select(s => s.Id)], destination, next.Finished.Write(), Host, now, now + FateKnownWithin, CancellationToken.None);

    private async Task DropAsync(QueuedSaying queued, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await outbox.BeginAsync([queued.Id], queued.Destination, [], Host, now, now + FateKnownWithin, cancellationToken) is { } id)
        {
            await outbox.FinishAsync(id, new SendingOutcome.Never(reason), now, cancellationToken);
        }
    }

    /// <summary>Once written down it goes out and its result is noted, also while the service stops: a broken-off call would be repeated.</summary>
    private async Task SendAsync(string destination, long sendingId, StoredCall call, int attempts, bool isRepeat = false)
    {
        var cancellationToken = CancellationToken.None;
        var result = await outlet.CallAsync(destination, call, cancellationToken);
        var now = time.GetUtcNow();
        switch (result)
        {
            case SendResult.Sent sent when call.Target is { } user && call.Api == WeComApi.AppMessage
                && (sent.InvalidUsers.Contains(user) || sent.UnlicensedUsers.Contains(user)):
                await outbox.FinishAsync(sendingId, new SendingOutcome.Never("invaliduser"), now, cancellationToken);
                await LoseAsync(destination, call, 81013, now, cancellationToken);
                break;
            case SendResult.Never { Code: CardIsThere } when call.Card is not null && isRepeat:
                await outbox.FinishAsync(sendingId, new SendingOutcome.Sent([call.Card]), now, cancellationToken);
                break;
            case SendResult.Sent sent:
                if (call.Api != WeComApi.RobotMessage)
                {
                    routes.Mend(destination);
                }

                IReadOnlyList<SentCard> shown = call.Card is null ? [] : [call.Card with { ResponseCode = sent.ResponseCode }];
                await outbox.FinishAsync(sendingId, new SendingOutcome.Sent(shown), now, cancellationToken);
                break;
            case SendResult.TryAgain { FateUnknown: true } unknown:
                await outbox.FinishAsync(sendingId, new SendingOutcome.Unknown(now + unknown.After, $"{unknown.Code}"), now, cancellationToken);
                routes.Rest(destination, now + unknown.After);
                break;
            case SendResult.TryAgain again:
                var until = now + Longer(again.After, attempts);
                logger.SendingWaits(destination, until, again.Code);
                await outbox.FinishAsync(sendingId, new SendingOutcome.Later(until, $"{again.Code}"), now, cancellationToken);
                routes.Rest(destination, until);
                break;
            case SendResult.Never never when await TakesAnotherWayAsync(destination, call, never, now, cancellationToken):
                await outbox.FinishAsync(sendingId, new SendingOutcome.Later(now, $"{never.Code}"), now, cancellationToken);
                break;
            case SendResult.Never never:
                await outbox.FinishAsync(sendingId, new SendingOutcome.Never($"{never.Code}"), now, cancellationToken);
                await LoseAsync(destination, call, never.Code, now, cancellationToken);
                break;
        }
    }

    /// <summary>
    /// A push robot that is broken leaves its group to the smart robot; a req_id that WeCom no longer takes (846605, 846608), to a
    /// message of the robot's own; a person whom the robot may not write to (93006), to the app.
    /// </summary>
    private async Task<bool> TakesAnotherWayAsync(
        string destination, StoredCall call, SendResult.Never never, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (call.Api, never.Class)
        {
            case (WeComApi.Push, ErrorClass.PushRobot) when weCom.Value.Bot.UsesSocket:
                await brokenBells.NoteAsync(destination, never.Code, now, cancellationToken);
                return true;
            case (WeComApi.RobotAnswer, ErrorClass.Bot):
                return true;
            case (WeComApi.RobotMessage, ErrorClass.Bot) when never.Code == WeComErrors.NoSuchChat && call.Target is { } user:
                await robotChats.ForgetAsync(user, isGroup: false, cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A broken robot is left alone for a while; for a person who can't be reached the next one is asked at once.</summary>
    private async Task LoseAsync(string destination, StoredCall call, int code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kind = WeComErrors.ClassOf(code);
        logger.SendingGivenUp(destination, code, kind);
        if (kind == ErrorClass.PushRobot || call.Api == WeComApi.AppChat
            || (kind == ErrorClass.Bot && destination.StartsWith("push:", StringComparison.Ordinal)))
        {
            await brokenBells.NoteAsync(destination, code, now, cancellationToken);
        }

        if (kind == ErrorClass.Receiver && call is { Api: WeComApi.AppMessage, Target: { } user })
        {
            await leavers.LetGoAsync(user, cancellationToken);
        }

        foreach (var ring in kind == ErrorClass.Receiver ? call.Rings ?? [] : [])
        {
            await desk.UnreachableAsync(ring.IssueId, ring.Summons, ring.UserId, inForce.Current, now, cancellationToken);
        }
    }

    /// <summary>Twice as long each time, five minutes at most.</summary>
    private static TimeSpan Longer(TimeSpan after, int attempts)
    {
        var longer = after * Math.Pow(2, Math.Min(attempts, 10));
        return longer < LongestWait ? longer : after > LongestWait ? after : LongestWait;
    }
}
