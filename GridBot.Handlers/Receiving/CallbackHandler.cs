using GridBot.WeCom;
using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Receiving;

/// <summary>The first door, over HTTP: verify, open, read, hear, answer. WeCom waits five seconds.</summary>
public sealed class CallbackHandler(
    AppDoor appDoor, BotDoor botDoor, Reception reception, AppStanding standing, IOptions<WeComOptions> weCom, TimeProvider time,
    ILogger<CallbackHandler> logger)
{
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

        if (AppStanding.Concerns(accepted.Message))
        {
            await standing.HearAsync(accepted.Message, cancellationToken);
            return new CallbackAnswer.Accepted([], its.ContentType);
        }

        if (Translator.Translate(accepted.Message, accepted.Plaintext, weCom.Value.Bot.Name, now) is not { } heard)
        {
            return Sealed(its, Replies.ToWhatNobodySaid(accepted.Message, weCom.Value.CorpId, weCom.Value.Bot.Name, now, logger), query.Nonce, now);
        }

        return await reception.ReceiveAsync(heard, cancellationToken) switch
        {
            Received.Answered answered =>
                Sealed(its, Replies.Compose(heard, answered.Answer, weCom.Value.CorpId), query.Nonce, time.GetUtcNow()),
            Received.Pending => new CallbackAnswer.Accepted([], its.ContentType),
            _ => new CallbackAnswer.NotKept(),
        };
    }

    private static CallbackAnswer.Accepted Sealed(CallbackDoor door, byte[] plaintext, string? nonce, DateTimeOffset now) =>
        new(door.Seal(plaintext, nonce ?? "", now), door.ContentType);

    private CallbackDoor DoorOf(Door door) => door == Door.App ? appDoor : botDoor;
}
