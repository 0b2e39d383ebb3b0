using System.Collections.Concurrent;
using GridBot.Core.Wording;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Sending;

/// <summary>
/// Works off one destination: look once more, compose, write the finished call down, send, note what became of it.
/// Whoever holds the destination's lease does so alone.
/// </summary>
public sealed class Courier(
    Outbox outbox, Cards cards, WeComRequests requests, WeComClient client, PushKeys keys, RateWindows windows, Routes routes,
    RulesInForce inForce, IssueDesk desk, TimeProvider time, ILogger<Courier> logger)
{
    private const int MostRows = 60;

    /// <summary>WeCom allows 20 a minute and robot; where its window begins is not known.</summary>
    private const int PushesPerMinute = 19;

    /// <summary>WeCom drops what exceeds 30 a minute or 1,000 an hour and person without a word.</summary>
    private const int PerPersonAndMinute = 28;
    private const int PerPersonAndHour = 950;

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan FateKnownWithin = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>For normal issues a person is @-mentioned in a group at most once in this time; what waits is gathered.</summary>
    private static readonly TimeSpan BetweenMentions = TimeSpan.FromMinutes(2);

    private readonly Composer _composer = new(requests, cards);

    /// <summary>Mentions that were granted and had to wait after all, for a slot or for somebody named beside them.</summary>
    private readonly ConcurrentDictionary<string, byte> _unused = new(StringComparer.OrdinalIgnoreCase);

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

            await SendAsync(destination, sendingId, next.Call, next.Sayings.Max(s => s.Attempts));
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

        await SendAsync(sending.Destination, sending.Id, call.Repeated(), sending.Attempts);
    }

    /// <summary>What goes next; null when all that waits must wait longer.</summary>
    private async Task<Composed?> NextAsync(
        string destination, IReadOnlyList<QueuedSaying> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (waiting[0].Saying is Saying.InGroup)
        {
            // A mention is asked for only for what fits in the text: what was granted and stayed behind would wait two minutes.
            for (var from = 0; from < waiting.Count;)
            {
                var fitting = Composer.Fitting(waiting, from);
                var sayable = await WithoutRepeatedMentionsAsync(destination, fitting, now, cancellationToken);
                if (sayable.Count > 0)
                {
                    var leaves = await GrantedAsync(destination, PushesPerMinute, Minute, now, cancellationToken);
                    KeepTurns(destination, sayable, leaves);
                    return leaves ? Composer.Gather(sayable) : null;
                }

                from += fitting.Count;
            }

            return null;
        }

        foreach (var queued in waiting)
        {
            if (await _composer.ComposeAsync(queued, now, cancellationToken) is not { } composed)
            {
                await DropAsync(queued, "nothing to change", now, cancellationToken);
                continue;
            }

            var limited = composed.Call.Api == WeComApi.AppMessage;
            return !limited
                || (await GrantedAsync(destination, PerPersonAndMinute, Minute, now, cancellationToken)
                    && await GrantedAsync($"{destination}:hour", PerPersonAndHour, Hour, now, cancellationToken))
                ? composed
                : null;
        }

        return null;
    }

    private async Task<List<QueuedSaying>> WithoutRepeatedMentionsAsync(
        string destination, IReadOnlyList<QueuedSaying> waiting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sayable = new List<QueuedSaying>(waiting.Count);
        var rung = waiting.Where(IsRationed).SelectMany(q => ((Saying.InGroup)q.Saying).Mentions).Distinct(StringComparer.OrdinalIgnoreCase);
        var answers = await Task.WhenAll(rung.Select(async person =>
            (Person: person, Wait: _unused.ContainsKey(MentionOf(destination, person))
                ? TimeSpan.Zero
                : await windows.TakeAsync(MentionOf(destination, person), 1, BetweenMentions, now, cancellationToken))));
        var waits = answers.ToDictionary(a => a.Person, a => a.Wait, StringComparer.OrdinalIgnoreCase);
        foreach (var queued in waiting)
        {
            var saying = (Saying.InGroup)queued.Saying;
            var longest = IsRationed(queued) ? saying.Mentions.Select(m => waits[m]).DefaultIfEmpty().Max() : TimeSpan.Zero;
            if (longest == TimeSpan.Zero)
            {
                sayable.Add(queued);
            }
            else
            {
                routes.Rest($"{destination}#mentions", now + longest);
            }
        }

        return sayable;
    }

    /// <summary>A mention that was granted and could not leave keeps its turn.</summary>
    private void KeepTurns(string destination, List<QueuedSaying> sayable, bool leaves)
    {
        foreach (var mention in sayable.Where(IsRationed).SelectMany(q => ((Saying.InGroup)q.Saying).Mentions).Select(p => MentionOf(destination, p)))
        {
            if (leaves)
            {
                _unused.TryRemove(mention, out _);
            }
            else
            {
                _unused[mention] = 0;
            }
        }
    }

    private static string MentionOf(string destination, string person) => $"at:{destination}:{person}";

    /// <summary>What was tried before has been counted, though it did not arrive.</summary>
    private static bool IsRationed(QueuedSaying queued) => queued is { Attempts: 0, Saying: { Kind: SayingKind.Ring, Priority: >= 2 } };

    private async Task<bool> GrantedAsync(
        string key, int limit, TimeSpan window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wait = await windows.TakeAsync(key, limit, window, now, cancellationToken);
        if (wait > TimeSpan.Zero)
        {
            routes.Rest(key.EndsWith(":hour", StringComparison.Ordinal) ? key[..^5] : key, now + wait);
        }

        return wait == TimeSpan.Zero;
    }

    private Task<long?> BeginAsync(string destination, Composed next, DateTimeOffset now) =>
        outbox.BeginAsync(
            [.. next.Sayings.Select(s => s.Id)], destination, next.Call.Write(), Host, now, now + FateKnownWithin, CancellationToken.None);

    private async Task DropAsync(QueuedSaying queued, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await outbox.BeginAsync([queued.Id], queued.Destination, [], Host, now, now + FateKnownWithin, cancellationToken) is { } id)
        {
            await outbox.FinishAsync(id, new SendingOutcome.Never(reason), now, cancellationToken);
        }
    }

    /// <summary>Once written down it goes out and its result is noted, also while the service stops: a broken-off call would be repeated.</summary>
    private async Task SendAsync(string destination, long sendingId, StoredCall call, int attempts)
    {
        var cancellationToken = CancellationToken.None;
        var result = await CallAsync(destination, call, cancellationToken);
        var now = time.GetUtcNow();
        switch (result)
        {
            case SendResult.Sent sent when call.Target is { } user && call.Api == WeComApi.AppMessage
                && (sent.InvalidUsers.Contains(user) || sent.UnlicensedUsers.Contains(user)):
                await outbox.FinishAsync(sendingId, new SendingOutcome.Never("invaliduser"), now, cancellationToken);
                await LoseAsync(destination, call, 81013, now, cancellationToken);
                break;
            case SendResult.Sent sent:
                routes.Mend(destination);
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
            case SendResult.Never never:
                await outbox.FinishAsync(sendingId, new SendingOutcome.Never($"{never.Code}"), now, cancellationToken);
                await LoseAsync(destination, call, never.Code, now, cancellationToken);
                break;
        }
    }

    private Task<SendResult> CallAsync(string destination, StoredCall call, CancellationToken cancellationToken)
    {
        switch (call.Api)
        {
            case WeComApi.Push:
                var chat = destination["push:".Length..];
                if (inForce.Current.Roster.FindGroup(chat) is { } group && keys.Find(group) is { } key)
                {
                    return client.SendAsync(call.Request, key, cancellationToken);
                }

                logger.NoPushKey(chat);
                return Task.FromResult<SendResult>(new SendResult.Never(0, ErrorClass.PushRobot));
            case WeComApi.LateAnswer:
                return client.SendAsync(call.Request, call.Target, cancellationToken);
            default:
                return client.SendAsync(call.Request, cancellationToken: cancellationToken);
        }
    }

    /// <summary>A broken robot is left alone for a while; for a person who can't be reached the next one is asked at once.</summary>
    private async Task LoseAsync(string destination, StoredCall call, int code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kind = WeComErrors.ClassOf(code);
        logger.SendingGivenUp(destination, code, kind);
        if (kind == ErrorClass.PushRobot)
        {
            routes.Break(destination, now, code);
            logger.RouteBroken(destination, code);
        }

        if (kind == ErrorClass.Receiver && call.Ring is { } ring)
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
