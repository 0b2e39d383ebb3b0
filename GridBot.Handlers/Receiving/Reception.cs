using System.Collections.Concurrent;
using GridBot.Core.Wording;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>What became of something that was heard, for the door it came through.</summary>
public abstract record Received
{
    public sealed record Answered(Answer Answer) : Received;

    /// <summary>Nothing to say now: it is being decided, and what must be said leaves through the outbox.</summary>
    public sealed record Pending : Received;

    /// <summary>It could not even be kept.</summary>
    public sealed record NotKept : Received;

    private Received()
    {
    }
}

/// <summary>
/// What both ways in have in common, callbacks and the long connection: decide, within the time that WeCom leaves for an answer.
/// A decision that takes longer than 3.5 s gets its words said later. Nothing is lost: what can't be decided is kept sealed in
/// the inbox, and what can't be kept there in this host's spool.
/// </summary>
public sealed class Reception(Listener listener, Keeper keeper, LateAnswers late, TimeProvider time, ILogger<Reception> logger)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3.5);
    private static readonly TimeSpan KeepAfter = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, byte> _inWork = new();

    /// <summary>How many messages and taps are being decided right now.</summary>
    public int InFlight => _inWork.Count;

    public async Task<Received> ReceiveAsync(Heard heard, CancellationToken cancellationToken)
    {
        if (!_inWork.TryAdd(heard.MessageId, 0))
        {
            return new Received.Pending();
        }

        var decision = DecideAsync(heard);
        try
        {
            if (!decision.IsCompleted)
            {
                await WaitAsync(heard, decision, cancellationToken);
            }

            return new Received.Answered(await decision);
        }
        catch (TimeoutException)
        {
            logger.AnswerIsLate(heard.MessageId);
            _ = late.FollowAsync(heard, decision);
            return new Received.Pending();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return await keeper.KeepAsync(heard, error) ? new Received.Pending() : new Received.NotKept();
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
}
