using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Questions;

/// <summary>
/// Answers questions about how things stand, within what the asker may see. A group reads what belongs to its own
/// place; what the asker may see besides is answered 1:1.
/// </summary>
public sealed class StatusDesk(IssueStore issues, IssueQueries queries)
{
    private const int Rows = 8;

    private readonly HelpTurns _helped = new();

    public async Task<Verdict> AnswerAsync(Heard heard, Reading reading, Rulebook rules, CancellationToken cancellationToken)
    {
        var question = reading.Question ?? new Question(Topic.Help, null);
        if (question.Topic == Topic.Help)
        {
            return heard.InGroup && !_helped.MayHelp(heard)
                ? Verdict.Of(new Answer.Nothing())
                : Text(StatusWriter.Help(heard.InGroup, rules.BotName, rules.DutyPhoneOf(heard.Person!.PlaceId)));
        }

        if (question.Topic == Topic.Issue || reading.References.Count > 0)
        {
            return await OfIssuesAsync(heard, reading.References, rules, cancellationToken);
        }

        return question.Topic == Topic.Mine
            ? await MineAsync(heard, rules, cancellationToken)
            : await OfPlaceAsync(heard, question, rules, cancellationToken);
    }

    private async Task<Verdict> OfPlaceAsync(Heard heard, Question question, Rulebook rules, CancellationToken cancellationToken)
    {
        var here = Sight.Of(heard, question.PlaceId, rules.Roster);
        var whole = Sight.Of(heard with { ChatId = null }, question.PlaceId, rules.Roster);
        if (whole is null)
        {
            return Text(StatusWriter.OutsideScope);
        }

        // Who asks without naming a place means the group's own.
        var hasRest = heard.InGroup && question.PlaceId is not null && here?.Where != whole.Where;
        var said = here is null ? null : await OfSightAsync(heard, question.Topic, here, rules, cancellationToken);
        return hasRest || said is null
            ? WithRest(heard, said, await OfSightAsync(heard with { ChatId = null }, question.Topic, whole, rules, cancellationToken))
            : Text(said);
    }

    private async Task<string> OfSightAsync(Heard heard, Topic topic, Sight sight, Rulebook rules, CancellationToken cancellationToken)
    {
        switch (topic)
        {
            case Topic.Today:
                var from = rules.Calendar.StartOfDay(heard.At);
                var counts = await queries.CountsAsync(sight.Scope, from, heard.At.AddMilliseconds(1), heard.At, cancellationToken);
                return StatusWriter.Today(
                    heard.InGroup, sight.Where, new DayCounts(counts.Opened, counts.Taken, counts.Resolved, counts.Open, counts.Waiting, counts.Overdue));
            case Topic.Overdue:
                var overdue = await queries.OverdueAsync(sight.Scope, heard.At, 0, Rows, cancellationToken);
                return rules.Status.List(StatusWriter.OverdueTitle(heard.InGroup), sight.Where, overdue.Items, overdue.Total, heard.At, heard.InGroup);
            default:
                var open = await queries.OpenAsync(sight.Scope, heard.At, 0, Rows, cancellationToken);
                return rules.Status.List(StatusWriter.OpenTitle, sight.Where, open.Items, open.Total, heard.At, heard.InGroup);
        }
    }

    private async Task<Verdict> OfIssuesAsync(
        Heard heard, IReadOnlyList<IssueReference> references, Rulebook rules, CancellationToken cancellationToken)
    {
        var (here, aside) = (new List<string>(), new List<string>());
        foreach (var reference in references)
        {
            var issue = await FindAsync(heard, reference, rules, cancellationToken);
            if (issue is null || !Sight.MaySee(heard, issue, rules.Roster))
            {
                here.Add(AnswerWriter.NoSuchIssue($"#{reference.Value}"));
            }
            else if (Sight.ShowsIn(heard, issue, rules.Roster))
            {
                here.Add(rules.Status.OneIssue(issue, await HistoryAsync(heard, issue, cancellationToken), heard.At));
            }
            else
            {
                aside.Add(rules.Status.OneIssue(issue, await HistoryAsync(heard with { ChatId = null }, issue, cancellationToken), heard.At));
            }
        }

        var said = here.Count > 0 ? string.Join("\n", here) : null;
        return aside.Count > 0 ? WithRest(heard, said, string.Join("\n", aside)) : Text(said ?? AnswerWriter.NothingOfYours);
    }

    /// <summary>The history stands 1:1 only; a group gets one line.</summary>
    private async Task<IReadOnlyList<HistoryNote>> HistoryAsync(Heard heard, Issue issue, CancellationToken cancellationToken) =>
        heard.InGroup
            ? []
            : [.. (await queries.HistoryAsync(issue.Id, cancellationToken)).Select(h => new HistoryNote(h.At, h.Actor, h.Kind, h.Details))];

    private async Task<Issue?> FindAsync(Heard heard, IssueReference reference, Rulebook rules, CancellationToken cancellationToken) =>
        (!reference.IsNumber && heard.ChatId is { } chat
            ? await issues.FindByCodeAsync(chat, (int)reference.Value, heard.At, cancellationToken)
            : null)
        ?? await issues.FindByNumberAsync(Sight.SubDistrictOf(heard, rules.Roster), reference.Value, cancellationToken);

    private async Task<Verdict> MineAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        var owned = await issues.OpenOwnedByAsync(heard.UserId, cancellationToken: cancellationToken);
        var rung = await issues.OpenRungForAsync(heard.UserId, heard.At - IssueFinder.LongestWait, cancellationToken: cancellationToken);
        var mine = owned.Concat(rung)
            .DistinctBy(i => i.Id)
            .Where(i => Privacy.IsOpenTo(i, heard.UserId))
            .OrderByDescending(i => i.Urgency)
            .ThenBy(i => i.OpenedAt)
            .ToList();
        var here = mine.Where(i => !heard.InGroup || (i.ChatId == heard.ChatId && !i.IsPrivate)).ToList();
        return here.Count == mine.Count
            ? Text(ListOf(here, heard.InGroup))
            : WithRest(heard, here.Count > 0 ? ListOf(here, heard.InGroup) : null, ListOf(mine, inGroup: false));

        string ListOf(List<Issue> list, bool inGroup) => rules.Status.List(StatusWriter.MineTitle, null, list, list.Count, heard.At, inGroup);
    }

    private static Verdict WithRest(Heard heard, string? here, string whole) =>
        Verdict.InPrivate(heard.UserId, whole) is var rest && here is not null
            ? rest with { Answer = new Answer.Text($"{here}\n{AnswerWriter.SentToYou}") }
            : rest;

    private static Verdict Text(string words) => Verdict.Of(new Answer.Text(words));
}
