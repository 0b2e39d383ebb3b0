using System.Text;
using GridBot.Core.Wording;
using GridBot.Storage.Messages;
using GridBot.WeCom.Sending;

namespace GridBot.Handlers.Sending;

/// <summary>What goes out next to one destination: the finished call and the sayings it carries.</summary>
internal sealed record Composed(StoredCall Call, IReadOnlyList<QueuedSaying> Sayings);

/// <summary>Makes finished calls of what waits. What waits for one group when a slot is free goes together in one text.</summary>
internal sealed class Composer(WeComRequests requests, Cards cards)
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
    public static Composed Gather(IReadOnlyList<QueuedSaying> waiting)
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
        return new Composed(
            new StoredCall(WeComApi.Push, WeComRequests.Push(new PushText(text, mentions, [])).Body.ToArray(), null, null, null), taken);
    }

    /// <summary>One saying to one person, or a late answer. Null when it has become pointless: the card to grey never arrived.</summary>
    public async Task<Composed?> ComposeAsync(QueuedSaying queued, DateTimeOffset now, CancellationToken cancellationToken)
    {
        switch (queued.Saying)
        {
            case Saying.ToPerson text:
                return One(queued, requests.AppText([text.UserId], text.Text), text.UserId);
            case Saying.CardToPerson card:
                var sent = new SentCard(card.Card.TaskId, card.IssueId, card.Summons, "app", card.UserId, null);
                var ring = card.Kind == SayingKind.Ring ? new RingOf(card.IssueId, card.Summons, card.UserId) : null;
                return One(queued, requests.AppCard([card.UserId], card.Card.ToTemplate()), card.UserId, sent, ring);
            case Saying.GreyCard grey:
                return await cards.TakeAsync(grey.TaskId, grey.UserId, now, cancellationToken) is { ResponseCode: { } code }
                    ? One(queued, requests.GreyButtons(code, [grey.UserId], grey.Done), grey.UserId)
                    : null;
            case Saying.LateAnswer late:
                return One(queued, WeComRequests.LateAnswer(late.Text), late.ResponseUrl);
            default:
                return null;
        }
    }

    private static Composed One(QueuedSaying queued, WeComRequest request, string target, SentCard? card = null, RingOf? ring = null) =>
        new(new StoredCall(request.Api, request.Body.ToArray(), target, card, ring), [queued]);
}
