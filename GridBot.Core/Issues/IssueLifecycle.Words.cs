using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>What the reporter wrote: who may look at it, and that it can be taken back.</content>
public static partial class IssueLifecycle
{
    private static readonly TimeSpan WordsAreTheirsFor = TimeSpan.FromHours(24);

    /// <summary>
    /// Whoever took it reads the original words; community level and above, too, and on request the full phone number.
    /// Other units never learn who reported.
    /// </summary>
    public static bool MayView(Issue issue, string who, bool phone, Scene scene)
    {
        if (scene.Roster.FindPerson(who) is not { Role: not Role.Outside } person || !(MayAct(issue, who, scene) || Same(issue.Owner, who)))
        {
            return false;
        }

        return (!phone && Same(issue.Owner, who)) || person.Level >= Level.Community || LevelOf(issue, who, scene) >= Level.Community;
    }

    private static Decision View(Issue issue, IssueEvent.Viewed e, Scene scene) =>
        MayView(issue, e.By, e.Phone, scene)
            ? new Decision.Changed(issue, [new HistoryNote(e.At, e.By, e.Phone ? "phone_viewed" : "viewed")], [])
            : No(Refusal.NotYoursToRead);

    /// <summary>Within a day of the report, by whoever made it, once.</summary>
    private static bool MayErase(Issue issue, IssueEvent.Withdrawn e) =>
        Same(issue.ReporterId, e.By) && e.At - issue.OpenedAt <= WordsAreTheirsFor && issue.Text.Length > 0;

    /// <summary>It is past being withdrawn: the words go, the matter goes on. Number and times stay.</summary>
    private static Decision.Changed Erase(Issue issue, IssueEvent.Withdrawn e) =>
        new(Erased(issue), [new HistoryNote(e.At, e.By, "words_erased")], [new Effect.EraseWords()]);

    private static Issue Erased(Issue issue) => issue with { Text = "", Door = null, PlaceDetail = null };
}
