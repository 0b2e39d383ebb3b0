using System.Collections.Concurrent;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Sending;
using GridBot.Storage.Messages;
using GridBot.WeCom;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Socket;

/// <summary>
/// The first door, over the long connection: what a frame brings goes the same way as a callback, and its answer goes back by
/// the frame's req_id. What misses its time, or finds no room in the chat's minute, leaves through the outbox.
/// </summary>
public sealed class SocketDoor(
    Reception reception, LateAnswers late, RobotChats chats, Pace pace, IOptions<WeComOptions> weCom, TimeProvider time, ILogger<SocketDoor> logger)
{
    private const int MostRemembered = 10_000;

    /// <summary>What was answered already: WeCom may bring a message twice, and a second answer would stand in the chat twice.</summary>
    private readonly ConcurrentDictionary<string, byte> _answered = new();
    private readonly ConcurrentQueue<string> _oldestFirst = new();

    /// <summary>Hears one frame to its end. Never throws.</summary>
    public async Task HearAsync(BotSession session, ReadOnlyMemory<byte> frame)
    {
        try
        {
            var now = time.GetUtcNow();
            if (BotMessages.Read(frame.Span) is not { RequestId: not null } incoming)
            {
                logger.UnknownKind("frame");
            }
            else if (Translator.Translate(incoming, frame, weCom.Value.Bot.Name, now) is { } heard)
            {
                await HearAsync(session, incoming, heard, now);
            }
            else
            {
                await RememberAsync(incoming, now);
                await ReplyAsync(session, incoming, Replies.ToWhatNobodySaid(incoming, weCom.Value.CorpId, weCom.Value.Bot.Name, now, logger), now);
            }
        }
        catch (Exception error)
        {
            logger.FrameFailed(error);
        }
    }

    private async Task HearAsync(BotSession session, Incoming incoming, Heard heard, DateTimeOffset now)
    {
        await RememberAsync(incoming, now);
        switch (await reception.ReceiveAsync(heard, CancellationToken.None))
        {
            case Received.Answered answered when !_answered.ContainsKey(heard.MessageId):
                var isSaid = await ReplyAsync(session, incoming, Replies.Compose(heard, answered.Answer, weCom.Value.CorpId), now);
                Note(heard.MessageId);
                if (!isSaid && heard.Tap is null)
                {
                    await late.SendAsync(heard, answered.Answer, CancellationToken.None);
                }

                break;
            case Received.NotKept:
                logger.FrameNotKept(heard.MessageId);
                break;
        }
    }

    /// <summary>From the first message on the robot may speak by itself there. A tap or an entry does not count.</summary>
    private async Task RememberAsync(Incoming incoming, DateTimeOffset now)
    {
        if (incoming is Incoming.Click or Incoming.Entered or Incoming.Other || incoming.From.Length == 0)
        {
            return;
        }

        try
        {
            await chats.RememberAsync(incoming.ChatId ?? incoming.From, incoming.ChatId is not null, now, CancellationToken.None);
        }
        catch (Exception error)
        {
            // The next message of this chat does it; this one must be heard even while the database is away.
            logger.StepFailed(nameof(SocketDoor), error);
        }
    }

    /// <summary>True when it was taken, or there is nothing to say.</summary>
    private async Task<bool> ReplyAsync(BotSession session, Incoming incoming, byte[] body, DateTimeOffset now)
    {
        if (body.Length == 0)
        {
            return true;
        }

        var command = incoming switch
        {
            Incoming.Click => SocketCommand.ChangeCard,
            Incoming.Entered => SocketCommand.Welcome,
            _ => SocketCommand.Answer,
        };
        if (!await pace.AnswerAsync(incoming.ChatId ?? incoming.From.ToLowerInvariant(), now, CancellationToken.None))
        {
            return false;
        }

        var result = await session.SendAsync(command, incoming.RequestId, body);
        switch (result)
        {
            case SendResult.Sent:
                return true;
            case SendResult.TryAgain again:
                logger.AnswerNotTaken(incoming.Id, again.Code);
                return false;
            default:
                logger.AnswerNotTaken(incoming.Id, ((SendResult.Never)result).Code);
                return false;
        }
    }

    private void Note(string messageId)
    {
        if (_answered.TryAdd(messageId, 0))
        {
            _oldestFirst.Enqueue(messageId);
            if (_oldestFirst.Count > MostRemembered && _oldestFirst.TryDequeue(out var oldest))
            {
                _answered.TryRemove(oldest, out _);
            }
        }
    }
}
