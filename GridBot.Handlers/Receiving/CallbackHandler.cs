using System.Collections.Concurrent;
using GridBot.Core.Wording;
using GridBot.WeCom;
using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Receiving;

/// <summary>
/// The first door: verify, open, read, hear, answer. WeCom waits five seconds; a decision that takes longer than
/// 3.5 s gets an empty answer now and its words later. Nothing that was let in is lost: what can't be decided is kept
/// sealed in the inbox, and what can't be kept there in this host's spool.
/// </summary>
public sealed class CallbackHandler(
    AppDoor appDoor, BotDoor botDoor, Listener listener, Keeper keeper, LateAnswers late, IOptions<WeComOptions> weCom, TimeProvider time,
    ILogger<CallbackHandler> logger)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3.5);
    private static readonly TimeSpan KeepAfter = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, byte> _inWork = new();

    /// <summary>How many callbacks are being decided right now.</summary>
    public int InFlight => _inWork.Count;

    public Verification Verify(Door door, CallbackQuery query, string? echo) => DoorOf(door).Verify(query, echo);

    public async Task<CallbackAnswer> HandleAsync(Door door, CallbackQuery query, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var its = DoorOf(door);
        var outcome = its.Open(query, body.Span, now);
        if (outcome is not CallbackOutcome.Accepted accepted)
        {
            var why = ((CallbackOutcome.Refused)outcome).Why;
            logger.CallbackRefused(door, why);
            return new CallbackAnswer.Refused(why);
        }

        if (Translator.Translate(accepted.Message, accepted.Plaintext, weCom.Value.Bot.Name, now) is not { } heard)
        {
            return Sealed(its, Replies.ToWhatNobodySaid(accepted.Message, weCom.Value.CorpId, now, logger), query.Nonce, now);
        }

        if (!_inWork.TryAdd(heard.MessageId, 0))
        {
            return new CallbackAnswer.Accepted([], its.ContentType);
        }

        var decision = DecideAsync(heard);
        try
        {
            if (!decision.IsCompleted)
            {
                await WaitAsync(heard, decision, cancellationToken);
            }

            var answer = await decision;
            return Sealed(its, Replies.Compose(heard, answer, weCom.Value.CorpId), query.Nonce, time.GetUtcNow());
        }
        catch (TimeoutException)
        {
            logger.AnswerIsLate(heard.MessageId);
            _ = late.FollowAsync(heard, decision);
            return new CallbackAnswer.Accepted([], its.ContentType);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return await keeper.KeepAsync(heard, error)
                ? new CallbackAnswer.Accepted([], its.ContentType)
                : new CallbackAnswer.NotKept();
        }
    }

    private async Task<Answer> DecideAsync(Heard heard)
    {
        try
        {
            // The caller going away must not undo a decision: the work goes on to its end.
            return await listener.HearAsync(heard, CancellationToken.None);
        }
        finally
        {
            _inWork.TryRemove(heard.MessageId, out _);
        }
    }

    /// <summary>After two seconds the message is kept, should this host die before the decision; after 3.5 the door answers.</summary>
    private async Task WaitAsync(Heard heard, Task<Answer> decision, CancellationToken cancellationToken)
    {
        try
        {
            await ((Task)decision).WaitAsync(KeepAfter, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            await keeper.KeepInSpoolAsync(heard);
            await ((Task)decision).WaitAsync(AnswerWithin - KeepAfter, time, cancellationToken);
        }
    }

    private static CallbackAnswer.Accepted Sealed(CallbackDoor door, byte[] plaintext, string? nonce, DateTimeOffset now) =>
        new(door.Seal(plaintext, nonce ?? "", now), door.ContentType);

    private CallbackDoor DoorOf(Door door) => door == Door.App ? appDoor : botDoor;
}
