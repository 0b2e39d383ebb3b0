using System.Text;
using GridBot.Core.Wording;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;

namespace GridBot.Handlers.Sending;

/// <summary>What becomes of something that waits.</summary>
internal abstract record Composed
{
    /// <summary>It goes out next: the finished call and the sayings it carries.</summary>
    public sealed record Call(StoredCall Finished, IReadOnlyList<QueuedSaying> Sayings) : Composed;

    /// <summary>Nobody needs it any more: for example, the card to grey never arrived.</summary>
    public sealed record Pointless(string Reason) : Composed;

    /// <summary>Nothing of the corp's reaches this person.</summary>
    public sealed record NoWay : Composed;

    private Composed()
    {
    }
}

/// <summary>Makes finished calls of what waits. What waits for one group when a slot is free goes together in one text.</summary>
internal sealed class Composer(WeComRequests requests, Cards cards, Ways ways, Seal seal, string botName)
{
    /// <summary>Room is left for the mark of a repeat.</summary>
    private const int LongestPush = WeComRequests.LongestText - 24;

    /// <summary>As many of them, from this one on, as surely go into one text.</summary>
    public static List<QueuedSaying> Fitting(IReadOnlyList<QueuedSaying> waiting, int from)
    {
        var size = 0;
        return [.. waiting.Skip(from).TakeWhile((queued, i) =>
        {
            size += Encoding.UTF8.GetByteCount(((Saying.InGroup)queued.Saying).Text) + 1;
            return i == 0 || size <= LongestPush;
        })];
    }

    /// <summary>
    /// One text of as many waiting lines as fit, the most pressing first. Of several rings for one issue only the
    /// last is said, with everybody's mention.
    /// </summary>
    /// <param name="way">The group's voice.</param>
    public Composed.Call Gather(string chatId, Way way, IReadOnlyList<QueuedSaying> waiting)
    {
        var lines = new List<(long Key, string Text)>();
        var taken = new List<QueuedSaying>();
        var mentions = new List<string>();
        var size = 0;
        foreach (var queued in waiting)
        {
            var saying = (Saying.InGroup)queued.Saying;
            var same = saying.Kind == SayingKind.Ring ? lines.FindIndex(l => l.Key == saying.IssueId) : -1;
            var bytes = Encoding.UTF8.GetByteCount(saying.Text) + 1 - (same < 0 ? 0 : Encoding.UTF8.GetByteCount(lines[same].Text) + 1);
            if (taken.Count > 0 && size + bytes > LongestPush)
            {
                continue;
            }

            var line = (saying.Kind == SayingKind.Ring ? saying.IssueId : -queued.Id, saying.Text);
            if (same < 0)
            {
                lines.Add(line);
            }
            else
            {
                lines[same] = line;
            }

            size += bytes;
            taken.Add(queued);
            mentions.AddRange(saying.Mentions.Where(m => !mentions.Contains(m, StringComparer.OrdinalIgnoreCase)));
        }

        var text = string.Join("\n", lines.Select(l => l.Text));
        var request = way switch
        {
            Way.Robot => RobotRequests.Text(chatId, inGroup: true, text),
            Way.AppChat => WeComRequests.AppChatText(ways.AppChatOf(chatId)!, text, mentions),
            _ => WeComRequests.Push(new PushText(text, mentions, [])),
        };
        return new Composed.Call(new StoredCall(request.Api, request.Body.ToArray(), null, null, null), taken);
    }

    /// <summary>One saying to one person, or a late answer.</summary>
    public async Task<Composed> ComposeAsync(QueuedSaying queued, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (queued.Saying)
        {
            case Saying.ByBell bell:
                return One(queued, ways.VoiceAt(bell.PlaceId).AppChatId is { } app
                    ? WeComRequests.AppChatText(app, bell.Text, [])
                    : WeComRequests.Push(new PushText(bell.Text)), null);
            case Saying.ToPerson text:
                return await WordsAsync(queued, text.UserId, text.Text, null, cancellationToken);
            case Saying.Sealed kept:
                return await WordsAsync(queued, kept.UserId, Encoding.UTF8.GetString(seal.Open(Convert.FromBase64String(kept.Words))), null, cancellationToken);
            case Saying.CardToPerson card:
                return await CardAsync(queued, card, cancellationToken);
            case Saying.GreyCard grey:
                // A robot's card changes only in answer to a tap: it has no code, and stays as it is.
                return await cards.TakeAsync(grey.TaskId, grey.UserId, now, cancellationToken) is { ResponseCode: { } code }
                    ? One(queued, requests.GreyButtons(code, [grey.UserId], grey.Done), grey.UserId)
                    : new Composed.Pointless("nothing to change");
            case Saying.RobotAnswer answer:
                return Answer(queued, answer);
            case Saying.LateAnswer late:
                return One(queued, WeComRequests.LateAnswer(late.Text), late.ResponseUrl);
            default:
                return new Composed.Pointless("not for one person");
        }
    }

    /// <summary>A reporter is asked whether it is solved (回访).</summary>
    public static bool IsQuestion(QueuedSaying queued) => queued.Saying is Saying.CardToPerson { Brief.Asks: true };

    /// <summary>As many of these cards to one person as one list card holds; empty when fewer than two may go together.</summary>
    public static List<QueuedSaying> Listed(IReadOnlyList<QueuedSaying> waiting)
    {
        List<QueuedSaying> listed =
            [.. waiting.Where(q => q.Saying is Saying.CardToPerson { Brief: not null }).Take(waiting.Any(IsQuestion) ? CardWriter.MostButtons : CardWriter.MostRung)];
        return listed.Count > 1 ? listed : [];
    }

    /// <summary>One list card instead of several cards of one sort, where buttons can be shown; each ring stays a summons of its own.</summary>
    public async Task<Composed> ListAsync(IReadOnlyList<QueuedSaying> listed, CancellationToken cancellationToken)
    {
        var cards = listed.Select(q => (Saying.CardToPerson)q.Saying).ToList();
        var (ids, briefs) = (cards.Select(c => c.IssueId), cards.Select(c => c.Brief!).ToList());
        var card = briefs[0].Asks
            ? CardWriter.Questions(TaskIds.Questions(listed[0].Id, ids), briefs)
            : CardWriter.Morning(TaskIds.Morning(listed[0].Id, ids), briefs);
        return await CardAsync(listed[0], cards[0] with { Card = card, IssueId = 0, Summons = 0 }, cancellationToken) is Composed.Call { Finished.Card: not null } call
            ? new Composed.Call(
                call.Finished with { Rings = briefs[0].Asks ? null : [.. cards.Select(c => new RingOf(c.IssueId, c.Summons, c.UserId))] }, listed)
            : new Composed.NoWay();
    }

    private async Task<Composed> WordsAsync(
        QueuedSaying queued, string userId, string words, RingOf? ring, CancellationToken cancellationToken) =>
        await ways.ToPersonAsync(userId, withButtons: false, cancellationToken) switch
        {
            Way.App => One(queued, requests.AppText([userId], words), userId, null, ring),
            Way.Robot when await ways.RobotChatOfAsync(userId, cancellationToken) is { } chat =>
                One(queued, RobotRequests.Text(chat, inGroup: false, words), chat, null, ring),
            _ => new Composed.NoWay(),
        };

    private async Task<Composed> CardAsync(QueuedSaying queued, Saying.CardToPerson card, CancellationToken cancellationToken)
    {
        var ring = card.Kind == SayingKind.Ring ? new RingOf(card.IssueId, card.Summons, card.UserId) : null;
        if (!ways.SeesCards(card.UserId))
        {
            return await WordsAsync(queued, card.UserId, CardWords.Of(card.Card), ring, cancellationToken);
        }

        return await ways.ToPersonAsync(card.UserId, withButtons: true, cancellationToken) switch
        {
            Way.App => One(queued, requests.AppCard([card.UserId], card.Card.ToTemplate()), card.UserId, Sent("app"), ring),
            Way.Robot when await ways.RobotChatOfAsync(card.UserId, cancellationToken) is { } chat =>
                One(queued, RobotRequests.Card(chat, inGroup: false, card.Card.ToTemplate()), chat, Sent("bot"), ring),
            Way.AppInWords => One(queued, requests.AppText([card.UserId], AnswerWriter.InsteadOfButtons(card.Card, botName)), card.UserId, null, ring),
            _ => new Composed.NoWay(),
        };

        SentCard Sent(string channel) => new(card.Card.TaskId, card.IssueId, card.Summons, channel, card.UserId, null);
    }

    /// <summary>By the req_id of what is answered; if that was not taken, as a message of the robot's own.</summary>
    private static Composed.Call Answer(QueuedSaying queued, Saying.RobotAnswer answer)
    {
        if (answer.RequestId is { } request && queued.Attempts == 0)
        {
            BotReply reply = answer.Card is { } newCard ? new BotReply.Card(newCard.ToTemplate()) : new BotReply.Text(answer.Text);
            return One(queued, RobotRequests.Answer(reply, $"late-{queued.Id}"), request);
        }

        return One(queued, answer.Card is { } card
            ? RobotRequests.Card(answer.ChatId, answer.IsGroup, card.ToTemplate())
            : RobotRequests.Text(answer.ChatId, answer.IsGroup, answer.Text), null);
    }

    private static Composed.Call One(QueuedSaying queued, WeComRequest request, string? target, SentCard? card = null, RingOf? ring = null) =>
        new(new StoredCall(request.Api, request.Body.ToArray(), target, card, ring is null ? null : [ring]), [queued]);
}
