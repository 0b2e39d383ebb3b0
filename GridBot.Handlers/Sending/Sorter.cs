using GridBot.Core.Wording;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using GridBot.WeCom;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Sending;

/// <summary>
/// Looks once more at what waits for one destination: composes what goes next, if WeCom's limits and its reader's peace allow it,
/// drops what has become pointless, and puts off what came too soon.
/// </summary>
public sealed class Sorter(
    CallBook book, Cards cards, WeComRequests requests, Ways ways, Seal seal, Pace pace, RulesInForce inForce, IssueDesk desk, IOptions<WeComOptions> weCom)
{
    private readonly Composer _composer = new(requests, cards, ways, seal, weCom.Value.Bot.Name);

    /// <summary>What goes next; null when all that waits must wait longer.</summary>
    internal async Task<Composed.Call?> NextAsync(
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
        await book.PutOffAsync(destination, questions, until, "asked not long ago", now, cancellationToken);
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
                    await book.DropAsync(queued, pointless.Reason, now, cancellationToken);
                    break;
                default:
                    await book.DropAsync(queued, "no way to this person", now, cancellationToken);
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
}
