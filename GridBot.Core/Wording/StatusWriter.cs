using GridBot.Core.Issues;

namespace GridBot.Core.Wording;

/// <summary>Figures of one day in one scope.</summary>
public sealed record DayCounts(int Opened, int Taken, int Resolved, int Open, int Waiting, int Overdue);

/// <summary>Answers to questions about how things stand. Short: a phone shows about ten lines.</summary>
public sealed class StatusWriter(Naming naming, CardWriter cards)
{
    private const int MostRows = 8;
    private const int MostHistory = 6;

    public string OneIssue(Issue issue, IReadOnlyList<HistoryNote> history, DateTimeOffset now)
    {
        var lines = history
            .Select(h => (h.At, Words: Phrases.HistoryWord(h.Kind)))
            .Where(h => h.Words.Length > 0)
            .Select(h => $"{naming.Clock(h.At, now)} {h.Words}")
            .TakeLast(MostHistory);
        return string.Join("\n", [cards.StandsAt(issue, now), .. lines]);
    }

    /// <param name="where">The scope in words, for the heading.</param>
    public string List(string title, string? where, IReadOnlyList<Issue> issues, int total, DateTimeOffset now, bool inGroup = false) =>
        total == 0
            ? Phrases.ListEmpty(Heading(title, where))
            : string.Join("\n", [Phrases.ListHeading(Heading(title, where), total), .. issues.Take(MostRows).Select(i => Row(i, now, inGroup)),
                .. total > MostRows ? [Phrases.ListMore(Math.Min(MostRows, issues.Count))] : Array.Empty<string>()]);

    public static string Today(bool inGroup, string where, DayCounts counts) =>
        Phrases.TodayLine(OverdueTitle(inGroup), where, counts.Opened, counts.Taken, counts.Resolved, counts.Open, counts.Waiting, counts.Overdue);

    public static string Help(bool inGroup, string botName, string dutyPhone) =>
        inGroup ? Phrases.HelpLine(botName) : Phrases.HelpPage(dutyPhone);

    /// <summary>A line of the history in words; empty for what nobody needs to read.</summary>
    public static string Step(string kind) => Phrases.HistoryWord(kind);

    public static string OpenTitle => Phrases.OpenTitle;

    public static string OverdueTitle(bool inGroup) => inGroup ? Phrases.OverdueInGroup : Phrases.OverdueTitle;

    public static string MineTitle => Phrases.MineTitle;

    public static string OutsideScope => Phrases.OutsideScope;

    private static string Heading(string title, string? where) => where is null ? title : $"{where} {title}";

    private string Row(Issue issue, DateTimeOffset now, bool inGroup) => $"#{issue.Number} {cards.What(issue)} {State(issue, now, inGroup)}";

    /// <summary>A group reads of nobody that they are late.</summary>
    private string State(Issue issue, DateTimeOffset now, bool inGroup) => issue.Stage switch
    {
        Stage.Waiting => Phrases.RowWaiting(Naming.Span(now - issue.ResponseSince)),
        Stage.Acknowledged when now > issue.ResolveBy && inGroup => Phrases.RowInWork,
        Stage.Acknowledged a when now > issue.ResolveBy => Phrases.RowOverdue(naming.Call(a.By), Naming.Span(now - issue.ResolveBy)),
        Stage.Acknowledged a => Phrases.RowTaken(naming.Call(a.By)),
        Stage.Deferred d => Phrases.RowDeferred(naming.Day(d.Until)),
        Stage.Returned => Phrases.RowReturned,
        Stage.Resolved => Phrases.DoneWord,
        _ => Phrases.RowOver,
    };
}
