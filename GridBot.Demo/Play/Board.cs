using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;

namespace GridBot.Demo.Play;

/// <summary>What the product knows of the latest issues: their ladder with its clocks, their history, who answered when.</summary>
internal sealed class Board(IssueQueries queries, RulesInForce inForce, DemoClock clock)
{
    private const int Most = 50;

    public async Task<object> ShowAsync(CancellationToken cancellationToken)
    {
        var rules = inForce.Current;
        var now = clock.GetUtcNow();
        var shown = new List<object>();
        foreach (var office in rules.Roster.Offices)
        {
            var page = await queries.OpenedAsync(
                new IssueScope(office.SubDistrictId), DateTimeOffset.UnixEpoch, now.AddSeconds(1), 0, Most, cancellationToken);
            foreach (var issue in page.Items)
            {
                shown.Add(await IssueAsync(issue, rules, now, cancellationToken));
            }
        }

        return new { now = ClockLevers.Show(now), issues = shown };
    }

    private async Task<object> IssueAsync(Issue issue, Rulebook rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var responses = await queries.ResponsesOfAsync(issue.Id, cancellationToken);
        var history = await queries.HistoryAsync(issue.Id, cancellationToken);
        var policy = await inForce.PolicyAsync(issue.PolicyVersion, cancellationToken);
        var ladder = Ladder(issue, policy, responses, rules);
        return new
        {
            number = issue.Number,
            code = issue.Code,
            title = rules.Naming.Problem(issue),
            place = rules.Naming.Full(issue.PlaceId),
            stage = StageName.Of(issue.Stage),
            stageWords = rules.Cards.StandsAt(issue, now),
            urgency = issue.Urgency.ToString().ToLowerInvariant(),
            chatid = issue.ChatId,
            reporter = issue.ReporterId,
            owner = issue.Owner,
            ownerName = issue.Owner is { } owner ? rules.Naming.Call(owner) : null,
            openedAt = ClockLevers.Show(issue.OpenedAt),
            level = issue.Stage is Stage.Waiting waiting ? waiting.Level.ToString().ToLowerInvariant() : null,
            nextDueAt = issue.NextDueAt is { } due ? ClockLevers.Show(due) : null,
            nextLevel = ladder.FirstOrDefault(s => s.State == "next")?.Level,
            resolveBy = ClockLevers.Show(issue.ResolveBy),
            ladder,
            history = history.Select(h => new
            {
                at = ClockLevers.Show(h.At),
                kind = h.Kind,
                words = StatusWriter.Step(h.Kind),
                actorName = h.Actor.Length == 0 ? null : rules.Naming.Call(h.Actor),
            }),
            responses = responses.Select(r => new
            {
                level = r.Level.ToString().ToLowerInvariant(),
                round = r.Round,
                userid = r.Person,
                name = r.Person.Length == 0 ? null : rules.Naming.Call(r.Person),
                summonedAt = ClockLevers.Show(r.SummonedAt),
                deliveredAt = r.DeliveredAt is { } delivered ? ClockLevers.Show(delivered) : null,
                answeredAt = r.AnsweredAt is { } answered ? ClockLevers.Show(answered) : null,
                ms = r.ResponseMs,
                outcome = r.Outcome.ToString().ToLowerInvariant(),
            }),
        };
    }

    private static List<LadderStepView> Ladder(Issue issue, EscalationPolicy policy, IReadOnlyList<ResponseTime> responses, Rulebook rules)
    {
        var views = new List<LadderStepView>();
        var asking = (issue.Stage as Stage.Waiting)?.Level;
        var nextTold = false;
        foreach (var step in policy.LadderFor(issue.Category, issue.Urgency).Steps)
        {
            var asked = responses.Where(r => r.Level == step.Level).ToList();
            var state = asked.Count > 0 && asked.All(r => r.Outcome == ResponseOutcome.Skipped) ? "skipped"
                : asking == step.Level || (asking is not null && asked.Any(r => r.Outcome == ResponseOutcome.Open)) ? "asking"
                : asked.Count > 0 ? "asked"
                : asking is not null && step.Level > asking && !nextTold ? "next"
                : "later";
            nextTold |= state == "next";
            views.Add(new LadderStepView(
                step.Level.ToString().ToLowerInvariant(),
                [.. rules.Roster.ResponsibleAt(issue.PlaceId, step.Level).Select(p => new PersonView(p.UserId, p.Call))],
                state,
                asked.Count > 0 ? ClockLevers.Show(asked[^1].SummonedAt) : null,
                state == "asking" && issue.NextDueAt is { } due ? ClockLevers.Show(due) : null));
        }

        return views;
    }

    internal sealed record PersonView(string Userid, string Name);

    internal sealed record LadderStepView(string Level, IReadOnlyList<PersonView> People, string State, string? SummonedAt, string? DueAt);
}
