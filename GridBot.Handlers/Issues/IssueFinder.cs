using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Questions;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Issues;

/// <summary>Which issues a command means.</summary>
public abstract record Found
{
    public sealed record These(IReadOnlyList<long> IssueIds) : Found;

    /// <summary>Several fit; the person picks.</summary>
    public sealed record OneOf(IReadOnlyList<Issue> Issues) : Found;

    /// <summary>A number or code was named that names nothing.</summary>
    public sealed record NoneCalled(string Tag) : Found;

    public sealed record None : Found;

    private Found()
    {
    }
}

/// <summary>
/// Number or code in the message or in the quoted text, else the only issue of this person that the command fits,
/// else the ones to pick from.
/// </summary>
public sealed class IssueFinder(IssueStore issues, IssueQueries queries)
{
    /// <summary>Nobody waits longer than this without having been rung again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(60);

    private const int MostOpenLookedAt = 50;

    private static readonly TimeSpan RecentlyReported = TimeSpan.FromDays(7);

    public async Task<Found> FindAsync(
        Heard heard, Reading reading, Command command, Rulebook rules, CancellationToken cancellationToken)
    {
        if (reading.References.Count > 0)
        {
            return await CalledAsync(heard, reading.References, rules, cancellationToken);
        }

        var fitting = (await FittingAsync(heard, reading, command, rules, cancellationToken))
            .Where(i => Privacy.IsOpenTo(i, heard.UserId) && !(heard.InGroup && i.IsPrivate)).ToList();
        var here = heard.ChatId is null ? fitting : [.. fitting.Where(i => i.ChatId == heard.ChatId)];
        var meant = here.Count > 0 ? here : fitting;
        return meant switch
        {
            [] => new Found.None(),
            [var only] => new Found.These([only.Id]),
            _ when reading.All => new Found.These([.. meant.Select(i => i.Id)]),
            _ => new Found.OneOf(meant),
        };
    }

    /// <summary>The issue of a tapped button: the one its key names, in the sub-district of the card.</summary>
    public async Task<Issue?> FindTappedAsync(Heard heard, Tap tap, long number, Rulebook rules, CancellationToken cancellationToken)
    {
        var drawnFor = TaskIds.TryRead(tap.TaskId, out var issueId, out _) ? await issues.LoadAsync(issueId, cancellationToken) : null;
        var found = drawnFor is not null && (number == 0 || drawnFor.Number == number)
            ? drawnFor
            : await issues.FindByNumberAsync(drawnFor?.SubDistrictId ?? Sight.SubDistrictOf(heard, rules.Roster), number, cancellationToken);
        return found is not null && Privacy.IsOpenTo(found, heard.UserId) ? found : null;
    }

    /// <summary>The issues of a list card that still wait for whoever tapped it.</summary>
    public async Task<IReadOnlyList<long>> FindListedAsync(Heard heard, Tap tap, CancellationToken cancellationToken) =>
        [.. (await issues.LoadManyAsync(TaskIds.ReadList(tap.TaskId), cancellationToken)).Where(i => i.Asking(heard.UserId) is not null).Select(i => i.Id)];

    private async Task<Found> CalledAsync(
        Heard heard, IReadOnlyList<IssueReference> references, Rulebook rules, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        foreach (var reference in references)
        {
            var issue = !reference.IsNumber && heard.ChatId is { } chat
                ? await issues.FindByCodeAsync(chat, (int)reference.Value, heard.At, cancellationToken)
                : null;
            issue ??= await issues.FindByNumberAsync(Sight.SubDistrictOf(heard, rules.Roster), reference.Value, cancellationToken);
            if (issue is null || !Privacy.IsOpenTo(issue, heard.UserId))
            {
                return new Found.NoneCalled(reference.IsNumber ? $"#{reference.Value}" : $"{reference.Value}");
            }

            found.Add(issue.Id);
        }

        return new Found.These(found);
    }

    /// <summary>What this person could mean without naming it: what waits for them, what they own, or what they reported.</summary>
    private async Task<IReadOnlyList<Issue>> FittingAsync(
        Heard heard, Reading reading, Command command, Rulebook rules, CancellationToken cancellationToken)
    {
        switch (command.Verb)
        {
            case "called" or "onsite" or "alarmoff":
                return await AlarmsAsync(heard, rules, cancellationToken) is { Count: > 0 } alarms ? alarms
                    : command.Verb == "called" ? []
                    : await FittingAsync(heard, reading, new Command(command.Verb == "onsite" ? "ack" : "withdraw"), rules, cancellationToken);
            case "ack" or "busy" or "heard" or "read":
                return await issues.OpenRungForAsync(heard.UserId, heard.At - LongestWait, cancellationToken: cancellationToken);
            case "solved" or "unsolved" or "withdraw" or "supplement" or "nudge" or "now" or "correct":
                var reported = await issues.LastReportedByAsync(heard.UserId, heard.At - RecentlyReported, cancellationToken: cancellationToken);
                var fitting = reported.Where(i => FitsReporter(i, command.Verb)).ToList();
                return fitting.Count > 0 || reading.Problems.Count > 0 || command.Verb is "withdraw" or "supplement" ? Narrowed(fitting, command) : await OwnedAsync(heard, cancellationToken);
            default:
                return await OwnedAsync(heard, cancellationToken);
        }
    }

    /// <summary>Emergencies under way that this person sees here, whoever was rung for them or has taken them.</summary>
    private async Task<IReadOnlyList<Issue>> AlarmsAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        var near = Sight.Of(heard, null, rules.Roster) is { } sight
            ? (await queries.OpenAsync(sight.Scope, heard.At, 0, MostOpenLookedAt, cancellationToken)).Items
            : [];
        var rung = await issues.OpenRungForAsync(heard.UserId, heard.At - LongestWait, cancellationToken: cancellationToken);
        var reported = await issues.LastReportedByAsync(heard.UserId, heard.At - RecentlyReported, cancellationToken: cancellationToken);
        return [.. near.Concat(rung).Concat(reported).Where(i => i.Urgency == Urgency.Emergency && i.Stage.IsOpen).DistinctBy(i => i.Id)];
    }

    private async Task<IReadOnlyList<Issue>> OwnedAsync(Heard heard, CancellationToken cancellationToken)
    {
        var owned = await issues.OpenOwnedByAsync(heard.UserId, cancellationToken: cancellationToken);
        return owned.Count > 0 ? owned : await issues.OpenRungForAsync(heard.UserId, heard.At - LongestWait, cancellationToken: cancellationToken);
    }

    private static bool FitsReporter(Issue issue, string verb) => verb switch
    {
        "solved" => issue.Stage.IsOpen || issue.Stage is Stage.Resolved,
        "unsolved" => !issue.Stage.IsOver || issue.Stage is Stage.Closed,
        "withdraw" => issue.Stage is Stage.Waiting or Stage.Returned,
        _ => issue.Stage.IsOpen,
    };

    /// <summary>More words and a correction belong to the latest report; an answer to 回访 to what waits for one.</summary>
    private static IReadOnlyList<Issue> Narrowed(List<Issue> fitting, Command command)
    {
        if (command.Verb is "supplement" or "correct")
        {
            return [.. fitting.OrderByDescending(i => i.OpenedAt).Take(1)];
        }

        if (command.Verb is "solved" or "unsolved" && fitting.Where(i => i.Stage is Stage.Resolved).ToList() is { Count: > 0 } asked)
        {
            return asked;
        }

        var open = fitting.Where(i => i.Stage.IsOpen).ToList();
        return open.Count > 0 ? open : fitting;
    }
}
