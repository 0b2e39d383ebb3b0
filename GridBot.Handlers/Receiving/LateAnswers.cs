using GridBot.Core.Wording;
using GridBot.Handlers.Escalation;
using GridBot.Storage.Issues;
using GridBot.WeCom.Messages;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Receiving;

/// <summary>
/// Answers that missed their time leave through the outbox: the robot's by response_url or, over the long connection, by the
/// message's req_id; the app's 1:1.
/// </summary>
public sealed class LateAnswers(IssueStore issues, Bell bell, TimeProvider time, ILogger<LateAnswers> logger)
{
    private static readonly TimeSpan ResponseUrlLives = TimeSpan.FromHours(1);
    private static readonly TimeSpan RequestIdLives = TimeSpan.FromHours(24);

    /// <summary>Waits for the decision and sends what it answers.</summary>
    public async Task FollowAsync(Heard heard, Task<Answer> decision)
    {
        try
        {
            await SendAsync(heard, await decision, CancellationToken.None);
        }
        catch (Exception error)
        {
            logger.MessageFailed(heard.MessageId, error);
        }
    }

    public async Task SendAsync(Heard heard, Answer answer, CancellationToken cancellationToken)
    {
        if (Replies.AsText(answer) is not { } text)
        {
            return;
        }

        Saying saying = heard switch
        {
            { Door: Door.App } => new Saying.ToPerson(heard.UserId, text) { Kind = SayingKind.Tell },
            { RequestId: { } request } => new Saying.RobotAnswer(
                heard.Tap is null ? request : null, heard.ChatId ?? heard.UserId, heard.InGroup, text, answer is Answer.NewCard { Card: var card } ? card : null)
                {
                    Kind = SayingKind.Tell, UsefulUntil = heard.At + RequestIdLives,
                },
            { ResponseUrl: { } url } => new Saying.LateAnswer(url, text) { Kind = SayingKind.Tell, UsefulUntil = heard.At + ResponseUrlLives },
            { ChatId: { } chat } => new Saying.InGroup(chat, text, []) { Kind = SayingKind.Tell },
            _ => new Saying.ToPerson(heard.UserId, text) { Kind = SayingKind.Tell },
        };
        var outcome = await issues.CommitAsync(new IssueCommit { At = time.GetUtcNow(), Sayings = [saying] }, cancellationToken);
        bell.Ring(outcome, []);
    }
}
