using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Core.Wording;
using GridBot.Handlers.Receiving;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Issues;

/// <summary>
/// What one person adds within a minute belongs to what they have just reported in the same chat: more words, the
/// place, a picture. Another problem, another place and danger to life stay matters of their own, and what is private
/// gets into no public issue, nor the other way round.
/// </summary>
public sealed class Gathering(IssueStore issues, RecentMatters matters)
{
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(1);

    /// <summary>A greeting or thanks is heard as such; what remains may be the rest of the story.</summary>
    private const double SureOfTalk = 0.85;

    private const int ShortestWords = 2;

    /// <summary>The issue that the message adds to, and how; null when it stands on its own.</summary>
    public async Task<(long IssueId, Command Command)?> FindAsync(
        Heard heard, Reading reading, CategoryTree categories, CancellationToken cancellationToken)
    {
        var since = heard.At - Reach;
        if (!MayAdd(heard, reading) || !await matters.MayHaveReportedAsync(heard.UserId, since, heard.At, cancellationToken))
        {
            return null;
        }

        var reported = await issues.LastReportedByAsync(heard.UserId, since, cancellationToken: cancellationToken);
        var meant = reported.FirstOrDefault(i => i.SaidIn == heard.ChatId && i.Stage is Stage.Waiting or Stage.Acknowledged && Fits(i, heard, reading, categories));
        if (meant is null)
        {
            return null;
        }

        var words = IsPicture(heard) ? AnswerWriter.PictureSent : heard.Text!;
        return (meant.Id, new Command("supplement", PlaceIn(reading) is { } place && place != meant.PlaceId ? $"@{place}|{words}" : words));
    }

    private static bool MayAdd(Heard heard, Reading reading) =>
        !heard.IsPrivate && !heard.IsRehearsal && string.IsNullOrEmpty(heard.Quoted) && reading.References.Count == 0
        && (IsPicture(heard) || (heard.Text?.Length >= ShortestWords && (reading.Problems.Count == 1 || IsRest(heard, reading))));

    private static bool IsPicture(Heard heard) => heard.HasPicture && string.IsNullOrEmpty(heard.Text);

    /// <summary>Words without a problem or a command of their own, or nothing but a place.</summary>
    private static bool IsRest(Heard heard, Reading reading) => reading.Intent switch
    {
        Intent.Chatter => reading.Confidence < SureOfTalk && !reading.IsAbusive,
        Intent.Query or Intent.Supplement => BarePlace.Is(heard.Text!, reading.Spans),
        _ => false,
    };

    private static bool Fits(Issue issue, Heard heard, Reading reading, CategoryTree categories)
    {
        if (IsPicture(heard))
        {
            return true;
        }

        if (reading.IsConfiding && !issue.IsPrivate)
        {
            return false;
        }

        return reading.Problems is [var problem] ? IsSame(issue, problem, categories) : !IsOfAnotherClass(issue, reading);
    }

    private static bool IsSame(Issue issue, Problem problem, CategoryTree categories)
    {
        var sameMatter = problem.Category == issue.Category
            ? problem.Subcategory is null || issue.Subcategory is null || problem.Subcategory == issue.Subcategory
            : problem.Category == CategoryTree.Other;
        var samePrivacy = problem.Category == CategoryTree.Other
            || categories.IsPrivate(problem.Category, problem.Subcategory) == categories.IsPrivate(issue.Category, issue.Subcategory);
        var samePlace = problem.Place is null or { Inferred: true } || problem.Place.PlaceId == issue.PlaceId || issue.PlaceInferred;
        var alarmed = problem.Urgency != Urgency.Emergency || (issue.Urgency == Urgency.Emergency && problem.Category == issue.Category);
        return sameMatter && samePrivacy && samePlace && alarmed && !issue.Text.Contains(problem.Text, StringComparison.Ordinal);
    }

    /// <summary>Talk about something else is no rest of the story.</summary>
    private static bool IsOfAnotherClass(Issue issue, Reading reading) =>
        reading is { Intent: Intent.Chatter, Judgement: { CategoryIsSure: true } judged } && judged.Categories[0] != issue.Category;

    /// <summary>The place that the words name.</summary>
    private static string? PlaceIn(Reading reading) =>
        reading.Problems is [{ Place: { Inferred: false } said }] ? said.PlaceId : reading.PlaceId ?? reading.Question?.PlaceId;
}
