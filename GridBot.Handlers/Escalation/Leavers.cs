using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Wording;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>
/// Nothing stays with somebody who is gone: whoever left the roster, or can't be reached through WeCom any more, loses what they
/// own; it waits again on its rung, and the roster's owner hears of it once.
/// </summary>
public sealed class Leavers(IssueStore issues, RulesInForce inForce, Bell bell, TimeProvider time, ILogger<Leavers> logger) : BackgroundService
{
    private const int MostIssues = 500;

    /// <summary>How often a decision is made again because somebody else was quicker.</summary>
    private const int Attempts = 8;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private RosterBook? _lookedInto;

    /// <summary>One look, when the roster is another than last time. Returns how many issues were let go.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var roster = inForce.Current.Roster;
        if (ReferenceEquals(roster, _lookedInto))
        {
            return 0;
        }

        var letGo = 0;
        foreach (var owner in await issues.OpenOwnersAsync(cancellationToken))
        {
            letGo += roster.FindPerson(owner) is null ? await LetGoAsync(owner, cancellationToken) : 0;
        }

        _lookedInto = roster;
        return letGo;
    }

    /// <summary>Lets go of everything that this person owns. All of it goes into one commit, with one message.</summary>
    public async Task<int> LetGoAsync(string userId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var now = time.GetUtcNow();
            var steps = await DecideAsync(userId, now, cancellationToken);
            if (steps.Count == 0)
            {
                return 0;
            }

            var outcome = await issues.CommitAsync(
                new IssueCommit
                {
                    At = now,
                    Via = "roster",
                    Changes = [.. steps.Select(s => s.ToChange())],
                    Sayings = [.. steps.SelectMany(s => s.Sayings), .. TellRosterOwners(userId, steps)],
                },
                cancellationToken);
            bell.Ring(outcome, steps);
            if (outcome is CommitOutcome.Done)
            {
                logger.OwnerLeft(userId, steps.Count);
                return steps.Count;
            }
        }

        return 0;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Every, time, LookAsync, logger, nameof(Leavers), stoppingToken);

    private async Task<List<Step>> DecideAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = inForce.Current;
        var steps = new List<Step>();
        foreach (var issue in await issues.OpenOwnedByAsync(userId, MostIssues, cancellationToken))
        {
            var scene = rules.SceneUnder(await inForce.PolicyAsync(issue.PolicyVersion, cancellationToken));
            if (IssueLifecycle.Decide(issue, new IssueEvent.OwnerLeft(now), scene) is Decision.Changed changed)
            {
                steps.Add(new Step(issue, changed, rules.Effects.Write(issue, changed, scene, AlreadySeen.Nothing, now)));
            }
        }

        return steps;
    }

    private IEnumerable<Saying> TellRosterOwners(string userId, List<Step> steps)
    {
        var rules = inForce.Current;
        return steps.GroupBy(s => s.After.SubDistrictId)
            .Select(g => (Office: rules.Roster.OfficeOf(g.Key), Numbers: g.Select(s => s.After.Number).Order().ToList()))
            .Where(g => g.Office is not null)
            .Select(g => new Saying.ToPerson(g.Office!.RosterOwner, rules.Answers.OwnerLeft(userId, g.Numbers)) { Kind = SayingKind.Tell });
    }
}
