namespace GridBot.Core.Issues;

/// <content>Others report the same, and sometimes it was something else after all.</content>
public static partial class IssueLifecycle
{
    /// <summary>One more reporter; in a matter of an area, perhaps one from farther away.</summary>
    private static Decision JoinReport(Issue issue, IssueEvent.AlsoReported e, Scene scene)
    {
        var known = IsReporter(issue, e.By);
        var history = new List<HistoryNote> { new(e.At, e.By, known ? "reported_again" : "also_reported") };
        var effects = new List<Effect>();
        var joined = known ? issue : issue with { ReporterCount = issue.ReporterCount + 1, AlsoReportedBy = [.. issue.AlsoReportedBy, e.By] };
        if (e.PlaceId is { } place)
        {
            IReadOnlyList<string> places = joined.ReportedAt.Count > 0 ? joined.ReportedAt : [joined.PlaceId];
            joined = Reaching(joined with { ReportedAt = [.. places, place] }, scene);
            joined = Higher(joined, scene, e.At, history, effects);
        }

        return new Decision.Changed(joined, history, effects);
    }

    private static Decision PartReport(Issue issue, IssueEvent.ReportParted e, Scene scene)
    {
        var others = issue.AlsoReportedBy.Where(r => !Same(r, e.By)).ToList();
        var places = issue.ReportedAt.Skip(1).ToList();
        var wasThere = places.Remove(e.PlaceId);
        if (others.Count == issue.AlsoReportedBy.Count && !wasThere)
        {
            return new Decision.Nothing();
        }

        var parted = issue with { ReporterCount = 1 + others.Count, AlsoReportedBy = others };
        parted = wasThere ? Reaching(parted with { ReportedAt = [parted.ReportedAt[0], .. places] }, scene) : parted;
        return new Decision.Changed(parted, [new HistoryNote(e.At, e.By, "report_parted")], []);
    }

    /// <summary>It lies where all its reports do.</summary>
    private static Issue Reaching(Issue issue, Scene scene) =>
        AreaMatter.Around(issue.ReportedAt, scene.Roster) is { } around && around != issue.PlaceId
            ? issue with { PlaceId = around, PlaceInferred = false, PlaceDetail = null }
            : issue;

    /// <summary>Who is rung now answers for a part of it only: the rung above, at once.</summary>
    private static Issue Higher(Issue issue, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects) =>
        issue.Stage is Stage.Waiting { OnBoard: false, Person: null } waiting && scene.Roster.AncestorAt(issue.PlaceId, waiting.Level) is null
            ? LadderClimb.Above(issue, waiting.Level, scene, at, RingCause.Step, history, effects)
            : issue;
}
