using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Questions;

/// <summary>Answers questions about how things stand, within what the asker may see.</summary>
public sealed class StatusDesk(IssueStore issues, IssueQueries queries)
{
    private const int Rows = 8;

    public async Task<Answer> AnswerAsync(Heard heard, Reading reading, Rulebook rules, CancellationToken cancellationToken)
    {
        var question = reading.Question ?? new Question(Topic.Help, null);
        if (question.Topic == Topic.Help)
        {
            return Text(StatusWriter.Help(heard.InGroup, rules.BotName, rules.DutyPhoneOf(heard.Person!.PlaceId)));
        }

        if (question.Topic == Topic.Issue || reading.References.Count > 0)
        {
            return await OfIssuesAsync(heard, reading.References, rules, cancellationToken);
        }

        if (question.Topic == Topic.Mine)
        {
            return await MineAsync(heard, rules, cancellationToken);
        }

        if (Sight.Of(heard, question.PlaceId, rules.Roster) is not { } sight)
        {
            return Text(StatusWriter.OutsideScope);
        }

        return question.Topic switch
        {
            Topic.Today => await TodayAsync(heard, sight, rules, cancellationToken),
            Topic.Overdue => List(heard, StatusWriter.OverdueTitle, sight, rules,
                await queries.OverdueAsync(sight.Scope, heard.At, 0, Rows, cancellationToken)),
            _ => List(heard, StatusWriter.OpenTitle, sight, rules,
                await queries.OpenAsync(sight.Scope, heard.At, 0, Rows, cancellationToken)),
        };
    }

    private async Task<Answer> OfIssuesAsync(
        Heard heard, IReadOnlyList<IssueReference> references, Rulebook rules, CancellationToken cancellationToken)
    {
        var answers = new List<string>();
        foreach (var reference in references)
        {
            var issue = await FindAsync(heard, reference, rules, cancellationToken);
            answers.Add(issue is null || !Sight.MaySee(heard, issue, rules.Roster)
                ? AnswerWriter.NoSuchIssue($"#{reference.Value}")
                : rules.Status.OneIssue(issue, await HistoryAsync(heard, issue, cancellationToken), heard.At));
        }

        return Text(answers.Count > 0 ? string.Join("\n", answers) : AnswerWriter.NothingOfYours);
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

    private async Task<Answer> MineAsync(Heard heard, Rulebook rules, CancellationToken cancellationToken)
    {
        var owned = await issues.OpenOwnedByAsync(heard.UserId, cancellationToken: cancellationToken);
        var rung = await issues.OpenRungForAsync(heard.UserId, heard.At - IssueFinder.LongestWait, cancellationToken: cancellationToken);
        var mine = owned.Concat(rung)
            .DistinctBy(i => i.Id)
            .Where(i => !heard.InGroup || i.ChatId == heard.ChatId)
            .OrderByDescending(i => i.Urgency)
            .ThenBy(i => i.OpenedAt)
            .ToList();
        return Text(rules.Status.List(StatusWriter.MineTitle, null, mine, mine.Count, heard.At));
    }

    private async Task<Answer> TodayAsync(Heard heard, Sight sight, Rulebook rules, CancellationToken cancellationToken)
    {
        var counts = await queries.CountsAsync(sight.Scope, rules.Calendar.StartOfDay(heard.At), heard.At.AddMilliseconds(1), heard.At, cancellationToken);
        return Text(StatusWriter.Today(
            sight.Where, new DayCounts(counts.Opened, counts.Taken, counts.Resolved, counts.Open, counts.Waiting, counts.Overdue)));
    }

    private static Answer.Text List(Heard heard, string title, Sight sight, Rulebook rules, Page<Issue> page) =>
        Text(rules.Status.List(title, sight.Where, page.Items, page.Total, heard.At));

    private static Answer.Text Text(string words) => new(words);
}
