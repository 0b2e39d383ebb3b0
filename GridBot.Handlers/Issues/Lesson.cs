using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Issues;

/// <summary>What the next training learns when somebody says which class an issue is. Nothing of a private matter or a rehearsal.</summary>
internal static class Lesson
{
    /// <summary>Null when it wasn't about the class, the words are gone, or no model listens.</summary>
    public static Correction? Of(Issue before, IssueEvent happened, Issue after, Rulebook rules) =>
        happened is IssueEvent.Corrected { Category: { } category } said
        && before is { IsRehearsal: false, Text.Length: > 0 } && !after.IsPrivate
        && rules.Understander.PiecesOf(Told(before, rules)) is { } pieces
            ? new Correction(said.At, said.By, before.Category, category, pieces.Version, pieces.ToBytes())
            : null;

    /// <summary>The report as it can be read again.</summary>
    public static Utterance Told(Issue issue, Rulebook rules) =>
        new(issue.Text, null, issue.ReporterId, rules.Roster.FindPerson(issue.ReporterId), issue.PlaceId, issue.OpenedAt);
}
