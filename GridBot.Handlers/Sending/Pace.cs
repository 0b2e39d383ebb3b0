using System.Collections.Concurrent;
using GridBot.Core.Wording;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;

namespace GridBot.Handlers.Sending;

/// <summary>How much may go where in how much time: WeCom's limits with some room left, and our own on mentions.</summary>
public sealed class Pace(RateWindows windows, Routes routes)
{
    /// <summary>WeCom allows 20 a minute and push robot; where its window begins is not known.</summary>
    private const int PushesPerMinute = 19;

    /// <summary>WeCom drops what exceeds 30 a minute or 1,000 an hour and person without a word.</summary>
    private const int PerPersonAndMinute = 28;
    private const int PerPersonAndHour = 950;

    /// <summary>
    /// Over the long connection WeCom allows 30 a minute and 1,000 an hour and conversation, answers and messages of the robot's
    /// own together. The latter leave room: an answer can't wait.
    /// </summary>
    private const int RobotPerMinute = 22;
    private const int RobotPerHour = 900;
    private const int AnswersPerMinute = 29;
    private const int AnswersPerHour = 990;

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A second more than WeCom's: its clock is not ours.</summary>
    private static readonly TimeSpan RobotMinute = TimeSpan.FromSeconds(61);

    /// <summary>For normal issues a person is @-mentioned in a group at most once in this time; what waits is gathered.</summary>
    private static readonly TimeSpan BetweenMentions = TimeSpan.FromMinutes(2);

    /// <summary>An evening: within it a reporter gets one 回访 card, and then one for all that waits.</summary>
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromHours(4);

    /// <summary>Mentions that were granted and had to wait after all, for a slot or for somebody named beside them.</summary>
    private readonly ConcurrentDictionary<string, byte> _unused = new(StringComparer.OrdinalIgnoreCase);

    public Task<bool> PushAsync(string destination, DateTimeOffset now, CancellationToken cancellationToken) =>
        GrantedAsync(destination, destination, PushesPerMinute, Minute, now, cancellationToken);

    public async Task<bool> AppAsync(string destination, DateTimeOffset now, CancellationToken cancellationToken) =>
        await GrantedAsync(destination, destination, PerPersonAndMinute, Minute, now, cancellationToken)
        && await GrantedAsync(destination, $"{destination}:hour", PerPersonAndHour, Hour, now, cancellationToken);

    /// <summary>The robot by itself, in a group or 1:1.</summary>
    public async Task<bool> RobotAsync(string destination, string chat, DateTimeOffset now, CancellationToken cancellationToken) =>
        await GrantedAsync(destination, RobotIn(chat), RobotPerMinute, RobotMinute, now, cancellationToken)
        && await GrantedAsync(destination, $"{RobotIn(chat)}:hour", RobotPerHour, Hour, now, cancellationToken);

    /// <summary>Zero when a reporter may be asked whether it is solved; takes the turn.</summary>
    public Task<TimeSpan> UntilNextQuestionAsync(string destination, DateTimeOffset now, CancellationToken cancellationToken) =>
        windows.TakeAsync($"ask:{destination}", 1, BetweenQuestions, now, cancellationToken);

    /// <summary>An answer to somebody who has just written or tapped; false when it must leave later.</summary>
    public async Task<bool> AnswerAsync(string chat, DateTimeOffset now, CancellationToken cancellationToken) =>
        await windows.TakeAsync(RobotIn(chat), AnswersPerMinute, RobotMinute, now, cancellationToken) == TimeSpan.Zero
        && await windows.TakeAsync($"{RobotIn(chat)}:hour", AnswersPerHour, Hour, now, cancellationToken) == TimeSpan.Zero;

    internal async Task<List<QueuedSaying>> WithoutRepeatedMentionsAsync(
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
    internal void KeepTurns(string destination, List<QueuedSaying> sayable, bool leaves)
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

    private static string RobotIn(string chat) => $"robot:{chat}";

    /// <summary>What was tried before has been counted, though it did not arrive.</summary>
    private static bool IsRationed(QueuedSaying queued) => queued is { Attempts: 0, Saying: { Kind: SayingKind.Ring, Priority: >= 2 } };

    private async Task<bool> GrantedAsync(
        string destination, string key, int limit, TimeSpan window, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wait = await windows.TakeAsync(key, limit, window, now, cancellationToken);
        if (wait > TimeSpan.Zero)
        {
            routes.Rest(destination, now + wait);
        }

        return wait == TimeSpan.Zero;
    }
}
