using GridBot.Handlers.Escalation;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Messages;
using GridBot.WeCom;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Sending;

/// <summary>Notes what became of a call, and does what follows from it: rest, another way, the next person.</summary>
public sealed class Receipts(
    Outbox outbox, RobotChats robotChats, Routes routes, BrokenBells brokenBells, RulesInForce inForce, IssueDesk desk, Leavers leavers,
    IOptions<WeComOptions> weCom, ILogger<Receipts> logger)
{
    /// <summary>WeCom's code for a task_id that was used before: a repeated card had arrived.</summary>
    private const int CardIsThere = 42014;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <param name="attempts">How often the call was made before.</param>
    /// <param name="isRepeat">The call was made before, and nobody knows whether it arrived.</param>
    internal async Task NoteAsync(
        string destination, long sendingId, StoredCall call, SendResult result, int attempts, bool isRepeat, DateTimeOffset now, CancellationToken cancellationToken)
    {
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
