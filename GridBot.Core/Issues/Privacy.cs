using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>
/// Private issues (保密件): they begin at community level, never show in a group, and are known to those alone who
/// reported them, were asked, or have them. Whom they are about is never among these.
/// </summary>
public static class Privacy
{
    /// <summary>The lowest rung that is asked about a private issue.</summary>
    public const Level LowestRung = Level.Community;

    private static readonly (Level Level, string[] Words)[] Roles =
    [
        (Level.Building, ["楼长", "楼栋长", "单元长"]),
        (Level.Grid, ["网格员", "网格长", "网格干部"]),
        (Level.Community, ["书记", "社区主任", "居委会主任", "社区干部", "居委会干部", "社区工作人员", "社工"]),
        (Level.SubDistrict, ["街道主任", "街道干部", "街道领导", "街道值班", "街道工作人员"]),
    ];

    /// <summary>Whether this person may know that the issue exists. Of any other issue the asker's scope decides.</summary>
    public static bool IsOpenTo(Issue issue, string userId) =>
        (!issue.IsPrivate && !issue.IsRehearsal) || Insiders(issue).Any(i => Same(i, userId));

    /// <summary>Everybody who knows of a private issue; of a rehearsal its reporter alone.</summary>
    public static IEnumerable<string> Insiders(Issue issue) =>
        issue.IsRehearsal
            ? [issue.ReporterId]
            : issue.AlsoReportedBy.Concat(issue.Rungs.Select(r => r.UserId)).Concat(issue.Helpers).Concat(issue.Told)
                .Concat(issue.Owner is { } owner ? [owner] : [])
                .Where(u => !IsAbout(issue, u))
                .Append(issue.ReporterId)
                .Distinct(StringComparer.OrdinalIgnoreCase);

    public static bool IsAbout(Issue issue, string userId) => issue.Concerned.Any(c => Same(c, userId));

    /// <summary>Whom a text names, or means by their role at this place. Nobody is concerned by their own report.</summary>
    public static IReadOnlyList<string> ConcernedBy(string text, string placeId, string reporterId, RosterBook roster)
    {
        var subDistrict = roster.SubDistrictOf(placeId)?.Id ?? placeId;
        var named = roster.People.Where(p =>
            roster.IsWithin(p.PlaceId, subDistrict) && (Mentions(text, p.Name) || Mentions(text, p.Call)));
        var meant = Roles.Where(r => r.Words.Any(w => text.Contains(w, StringComparison.Ordinal)))
            .SelectMany(r => roster.AnsweringAt(placeId, r.Level));
        return [.. named.Concat(meant).Select(p => p.UserId).Where(u => !Same(u, reporterId)).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>
    /// The issue's ladder in the hour in which somebody would be rung now. A private one begins at community level, and never
    /// rings all levels at once.
    /// </summary>
    public static Ladder LadderOf(Issue issue, Scene scene, DateTimeOffset at)
    {
        var ladder = scene.Policy.LadderFor(issue.Category, issue.Urgency, scene.Calendar.LocalTime(Mornings.After(issue, at, scene)));
        if (!issue.IsPrivate)
        {
            return ladder;
        }

        var steps = ladder.Steps.Where(s => s.Level >= LowestRung).ToList();
        return ladder with { Steps = steps.Count > 0 ? steps : [ladder.Steps[^1] with { Level = LowestRung }], Together = [] };
    }

    /// <summary>Who may be asked about it on this rung.</summary>
    public static IReadOnlyList<Person> Askable(Issue issue, Level level, IReadOnlyList<Person> people) =>
        !issue.IsPrivate ? people : level < LowestRung ? [] : [.. people.Where(p => !IsAbout(issue, p.UserId))];

    /// <summary>A name of one character is a word of any text.</summary>
    private static bool Mentions(string text, string name) => name.Length > 1 && text.Contains(name, StringComparison.Ordinal);

    private static bool Same(string one, string other) => RosterBook.SameUser(one, other);
}
