using System.Globalization;
using System.Text.RegularExpressions;
using GridBot.Core.Issues;
using GridBot.Sandbox.Records;
using GridBot.Storage.Issues;

namespace GridBot.Demo.Week;

/// <summary>Counts what people saw, from WeCom's side, and what it led to, from the store.</summary>
internal sealed partial class WeekLedger
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly Dictionary<(long Issue, string Chat), List<string>> _groupMessages = [];
    private readonly List<(string Person, DateTimeOffset At, long[] Issues, bool InGroup)> _mentions = [];
    private long _messages;

    public static long[] TagsIn(LogEntry entry) =>
        [.. Tag().Matches($"{entry.Text} {entry.Card?.Title} {entry.Card?.Text}")
            .Select(m => long.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct()];

    public void Note(LogEntry entry)
    {
        _messages++;
        var issues = TagsIn(entry);
        if (entry.Chat is { } chat && entry.Channel != Channel.BotUpdate)
        {
            foreach (var issue in issues)
            {
                (_groupMessages.TryGetValue((issue, chat), out var said) ? said : _groupMessages[(issue, chat)] = [])
                    .Add($"{entry.At:dd HH:mm} {entry.Channel} {entry.Text}{entry.Card?.Title}");
            }
        }

        foreach (var person in entry.Mentions)
        {
            _mentions.Add((person, entry.At, issues, InGroup: true));
        }

        if (entry.Channel == Channel.App && entry.Card is { } card && card.Buttons.Any(b => b.Key.StartsWith("ack:", StringComparison.Ordinal)))
        {
            _mentions.Add((entry.To[0], entry.At, issues, InGroup: false));
        }
    }

    public async Task<WeekFigures> SumUpAsync(
        IssueQueries queries, string subDistrict, DateTimeOffset from, DateTimeOffset to, Findings findings, CancellationToken cancellationToken)
    {
        var all = (await queries.OpenedAsync(new IssueScope(subDistrict), from, to, 0, int.MaxValue, cancellationToken)).Items;
        var apart = all.Where(i => i.Stage is not Stage.Merged).ToList();
        var repeats = all.Select(i => i.Stage).OfType<Stage.Merged>().CountBy(m => m.Into).ToDictionary();
        var inGroups = _groupMessages.GroupBy(g => g.Key.Issue).ToDictionary(g => g.Key, g => g.MaxBy(c => c.Value.Count).Value);
        var until = new List<int>();
        var over = new List<string>();
        var (rung, inTime, onBoard, most) = (0, 0, 0, 0);
        foreach (var issue in apart)
        {
            var rows = (await queries.ResponsesOfAsync(issue.Id, cancellationToken)).Where(r => r.Outcome != ResponseOutcome.Skipped && r.Person.Length > 0).ToList();
            var history = await queries.HistoryAsync(issue.Id, cancellationToken);
            var taken = history.Where(h => h.Kind is "acknowledged" or "resolved").Select(h => (DateTimeOffset?)h.At).FirstOrDefault();
            var boarded = history.Where(h => h.Kind == "put_on_board").Select(h => (DateTimeOffset?)h.At).FirstOrDefault();
            if (rows.Count > 0)
            {
                rung++;
                until.Add(rows.Count(r => taken is null || r.SummonedAt <= taken));
                inTime += taken is not null && (boarded is null || taken <= boarded) ? 1 : 0;
                onBoard += boarded is null ? 0 : 1;
            }

            if (issue.Urgency == Urgency.Normal)
            {
                var said = inGroups.GetValueOrDefault(issue.Number) ?? [];
                var steps = rows.Select(r => r.Summons).Distinct().Count();
                most = Math.Max(most, said.Count);
                if (said.Count > BudgetOf(issue, steps, repeats.GetValueOrDefault(issue.Id)))
                {
                    over.Add($"#{issue.Number}: {said.Count} messages, {steps} steps, {issue.Reworks} reworks\n  {string.Join("\n  ", said)}");
                }
            }
        }

        until.Sort();
        var normal = all.Where(i => i.Urgency == Urgency.Normal).Select(i => i.Number).ToHashSet();
        var (person, mentions) = MostInAnHour(normal);
        return new WeekFigures(
            all.Count, all.Count - apart.Count, rung, until, mentions, person, over, most, inTime, onBoard,
            apart.Count(i => i.Stage is Stage.Resolved or Stage.Closed), _messages, Broken(findings));
    }

    /// <summary>
    /// A card, one text for each step, one when it is taken, one at its end. Work that wasn't good is taken and ends once
    /// more; whoever reports the same gets an answer of their own.
    /// </summary>
    private static int BudgetOf(Issue issue, int steps, int repeats) => 1 + steps + (2 * (1 + issue.Reworks)) + repeats;

    /// <summary>@ and 1:1 cards are counted apart: a step's two come together and ring once.</summary>
    private (string? Person, int Count) MostInAnHour(HashSet<long> normal)
    {
        var most = ((string?)null, 0);
        foreach (var calls in _mentions.Where(m => m.Issues.Length > 0 && m.Issues.All(normal.Contains)).GroupBy(m => (m.Person, m.InGroup)))
        {
            var times = calls.Select(c => c.At).Order().ToList();
            for (int first = 0, last = 0; last < times.Count; last++)
            {
                while (times[last] - times[first] >= Hour)
                {
                    first++;
                }

                if (last - first + 1 > most.Item2)
                {
                    most = (calls.Key.Person, last - first + 1);
                }
            }
        }

        return most;
    }

    private static List<string> Broken(Findings findings)
    {
        var broken = findings.Violations.ToList();
        if (findings.Dropped > 0)
        {
            broken.Add($"{findings.Dropped} app messages dropped over a member's limit");
        }

        if (findings.Truncated > 0)
        {
            broken.Add($"{findings.Truncated} app texts cut");
        }

        if (findings.Undelivered > 0)
        {
            broken.Add($"{findings.Undelivered} callbacks found no open door");
        }

        return broken;
    }

    [GeneratedRegex(@"#(\d+)")]
    private static partial Regex Tag();
}
