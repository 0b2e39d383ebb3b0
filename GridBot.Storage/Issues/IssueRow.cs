using System.Text.Json;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Storage.Sql;

namespace GridBot.Storage.Issues;

/// <summary>An issue as its columns have it, in both directions.</summary>
internal sealed class IssueRow
{
    /// <summary>The column audience: 0 for everybody whose scope it is.</summary>
    private const int Private = 1;
    private const int Rehearsal = 2;

    public const string Columns =
        """
        issue_id, version, sub_district_id, number, chat_id, code, place_id, category, subcategory, urgency, text, reporter,
        reporter_count, opened_at, response_since, resolve_by, next_due_at, policy_version, summons, returns, reworks, reopens, audience,
        held_until, state
        """;

    public long IssueId { get; init; }

    public int Version { get; init; }

    public int VersionBefore { get; init; }

    public string SubDistrictId { get; init; } = "";

    public long Number { get; init; }

    public string? ChatId { get; init; }

    public int Code { get; init; }

    public string PlaceId { get; init; } = "";

    public string Category { get; init; } = "";

    public string? Subcategory { get; init; }

    public int Urgency { get; init; }

    public string Text { get; init; } = "";

    public string Stage { get; init; } = "";

    public int IsOpen { get; init; }

    public int Level { get; init; }

    public string? Owner { get; init; }

    public string Reporter { get; init; } = "";

    public int ReporterCount { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset ResponseSince { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Why it was closed, for figures: confirmed, silence (未评价), own_report (自报自办); null for what isn't.</summary>
    public string? ClosedBecause { get; init; }

    public DateTimeOffset ResolveBy { get; init; }

    public DateTimeOffset? NextDueAt { get; init; }

    public long PolicyVersion { get; init; }

    public int Summons { get; init; }

    public int Returns { get; init; }

    public int Reworks { get; init; }

    public int Reopens { get; init; }

    public int Audience { get; init; }

    public string? Insiders { get; init; }

    public DateTimeOffset? HeldUntil { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset ChangedAt { get; init; }

    public static IssueRow Of(Issue issue, int versionBefore, DateTimeOffset at) => new()
    {
        IssueId = issue.Id,
        Version = versionBefore + 1,
        VersionBefore = versionBefore,
        SubDistrictId = issue.SubDistrictId,
        Number = issue.Number,
        ChatId = issue.ChatId,
        Code = issue.Code,
        PlaceId = issue.PlaceId,
        Category = issue.Category,
        Subcategory = issue.Subcategory,
        Urgency = (int)issue.Urgency,
        Text = issue.Text,
        Stage = StageName.Of(issue.Stage),
        IsOpen = issue.Stage.IsOpen ? 1 : 0,
        Level = (int)LevelOf(issue),
        Owner = issue.Owner,
        Reporter = issue.ReporterId,
        ReporterCount = issue.ReporterCount,
        OpenedAt = issue.OpenedAt,
        ResponseSince = issue.ResponseSince,
        TakenAt = issue.Stage is Core.Issues.Stage.Acknowledged taken ? taken.At : null,
        ResolvedAt = issue.Stage is Core.Issues.Stage.Resolved resolved ? resolved.At : null,
        ClosedAt = issue.Stage.IsOver ? at : null,
        ClosedBecause = issue.Stage is Core.Issues.Stage.Closed closed ? StageName.Of(closed.Why) : null,
        ResolveBy = issue.ResolveBy,
        NextDueAt = issue.NextDueAt,
        PolicyVersion = issue.PolicyVersion,
        Summons = issue.Summons,
        Returns = issue.Returns,
        Reworks = issue.Reworks,
        Reopens = issue.Reopens,
        Audience = AudienceOf(issue),
        Insiders = issue.IsPrivate ? $",{string.Join(',', Privacy.Insiders(issue)).ToLowerInvariant()}," : null,
        HeldUntil = issue.HeldUntil,
        State = JsonSerializer.Serialize(StateOf(issue), JsonColumns.IssueStates),
        ChangedAt = at,
    };

    public Issue ToIssue()
    {
        var state = JsonSerializer.Deserialize(State, JsonColumns.IssueStates)!;
        return new Issue
        {
            Id = IssueId,
            Version = Version,
            SubDistrictId = SubDistrictId,
            Number = Number,
            ChatId = ChatId,
            Code = Code,
            PlaceId = PlaceId,
            PlaceInferred = state.PlaceInferred,
            PlaceDetail = state.PlaceDetail,
            Category = Category,
            Subcategory = Subcategory,
            Urgency = (Urgency)Urgency,
            Text = Text,
            ReporterId = Reporter,
            ReporterCount = ReporterCount,
            AlsoReportedBy = state.AlsoReportedBy ?? [],
            OpenedAt = OpenedAt,
            Stage = state.Stage,
            NextDueAt = NextDueAt,
            PolicyVersion = PolicyVersion,
            Summons = Summons,
            Rungs = state.Rungs ?? [],
            Helpers = state.Helpers ?? [],
            ResponseSince = ResponseSince,
            ResolveBy = ResolveBy,
            Reminders = state.Reminders,
            Returns = Returns,
            Reworks = Reworks,
            Reopens = Reopens,
            Disputed = state.Disputed,
            SaidIn = state.SaidIn,
            ClimbFrom = state.ClimbFrom,
            CardsClosedTo = state.CardsClosedTo,
            Declined = state.Declined ?? [],
            NudgedAt = state.NudgedAt,
            ReportedAt = state.ReportedAt ?? [],
            Hold = state.Hold,
            IsPrivate = Audience == Private,
            IsRehearsal = Audience == Rehearsal,
            HeldUntil = HeldUntil,
            Concerned = state.Concerned ?? [],
            Told = state.Told ?? [],
            Door = state.Door,
            SourceId = state.SourceId,
            Alarm = state.Alarm,
            TakenTold = state.TakenTold,
            Guesses = state.Guesses ?? [],
        };
    }

    public static int AudienceOf(Issue issue) => issue.IsRehearsal ? Rehearsal : issue.IsPrivate ? Private : 0;

    /// <summary>The rung that is being rung, or the last one that was.</summary>
    private static Level LevelOf(Issue issue) =>
        issue.Stage is Core.Issues.Stage.Waiting waiting ? waiting.Level : issue.Rungs.Count > 0 ? issue.Rungs[^1].Level : 0;

    private static IssueState StateOf(Issue issue) => new(
        issue.Stage,
        issue.Rungs.Count > 0 ? issue.Rungs : null,
        issue.Helpers.Count > 0 ? issue.Helpers : null,
        issue.AlsoReportedBy.Count > 0 ? issue.AlsoReportedBy : null,
        issue.PlaceInferred,
        issue.PlaceDetail,
        issue.Reminders,
        issue.Disputed,
        issue.SaidIn,
        issue.ClimbFrom,
        issue.CardsClosedTo,
        issue.Declined.Count > 0 ? issue.Declined : null,
        issue.NudgedAt,
        issue.ReportedAt.Count > 0 ? issue.ReportedAt : null,
        issue.Hold,
        issue.Concerned.Count > 0 ? issue.Concerned : null,
        issue.Told.Count > 0 ? issue.Told : null,
        issue.Door,
        issue.SourceId,
        issue.Alarm,
        issue.TakenTold,
        issue.Guesses.Count > 0 ? issue.Guesses : null);
}
