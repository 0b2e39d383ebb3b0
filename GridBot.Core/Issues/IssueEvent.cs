using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>Something that happens to an issue. A moment always comes with it.</summary>
public abstract record IssueEvent(DateTimeOffset At)
{
    /// <summary>A timer rang. The decision looks at what is due; a stale timer finds nothing.</summary>
    /// <param name="Late">Set when the service was away as it should have rung: the moment it was due.</param>
    public sealed record TimeIsUp(DateTimeOffset At, DateTimeOffset? Late = null) : IssueEvent(At);

    /// <summary>收到, 我来处理.</summary>
    public sealed record Acknowledged(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>现在不便: the next person is asked at once.</summary>
    /// <param name="Unreachable">WeCom can't reach them; they said nothing themselves.</param>
    public sealed record Declined(string By, DateTimeOffset At, bool Unreachable = false) : IssueEvent(At);

    /// <summary>已有人在办: somebody says that whoever is being rung is on it.</summary>
    public sealed record Heard(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>现在要人: it can't wait for the morning.</summary>
    public sealed record NeededNow(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>119已打: somebody has called for help.</summary>
    public sealed record Called(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>我去现场: on the way to an emergency; nobody stops ringing for it.</summary>
    public sealed record OnSite(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>阅, 知道了: seen, and not taken.</summary>
    public sealed record Read(string By, DateTimeOffset At) : IssueEvent(At);

    public sealed record Progressed(string By, DateTimeOffset At, string Words) : IssueEvent(At);

    public sealed record Resolved(string By, DateTimeOffset At, string? Words) : IssueEvent(At);

    /// <summary>The reporter says that it is solved.</summary>
    public sealed record Confirmed(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>The reporter says that it isn't.</summary>
    public sealed record Disputed(string By, DateTimeOffset At, string? Words) : IssueEvent(At);

    public sealed record Reopened(string By, DateTimeOffset At, string? Words) : IssueEvent(At);

    public sealed record Withdrawn(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>看原话, or the full phone number: who looks at what a reporter wrote stands in the history.</summary>
    public sealed record Viewed(string By, DateTimeOffset At, bool Phone) : IssueEvent(At);

    public sealed record Transferred(string By, DateTimeOffset At, string To) : IssueEvent(At);

    /// <summary>Handed to whoever answers at a rung.</summary>
    public sealed record Assigned(string By, DateTimeOffset At, Level To) : IssueEvent(At);

    public sealed record Returned(string By, DateTimeOffset At, string? Why) : IssueEvent(At);

    /// <summary>Escalated by hand.</summary>
    /// <param name="FromSummons">The summons on whose card it was tapped; null when it was written.</param>
    public sealed record Escalated(string By, DateTimeOffset At, int? FromSummons = null) : IssueEvent(At);

    public sealed record GivenUp(string By, DateTimeOffset At) : IssueEvent(At);

    public sealed record Deferred(string By, DateTimeOffset At, DateTimeOffset? Until, string? Why) : IssueEvent(At);

    /// <summary>Corrected: what is null stays.</summary>
    public sealed record Corrected(
        string By, DateTimeOffset At, string? Category, string? Subcategory, Urgency? Urgency, string? PlaceId) : IssueEvent(At);

    /// <summary>This issue turned out to be the same as another.</summary>
    public sealed record MergedInto(string By, DateTimeOffset At, long Into, long IntoNumber) : IssueEvent(At);

    public sealed record Unmerged(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>Somebody else reported the same; the issue stays one.</summary>
    /// <param name="PlaceId">Where they did, when it is a matter of an area.</param>
    public sealed record AlsoReported(string By, DateTimeOffset At, string? PlaceId = null) : IssueEvent(At);

    /// <summary>A report that had been joined to this issue turned out to be another one.</summary>
    /// <param name="PlaceId">Where it was reported.</param>
    public sealed record ReportParted(string By, DateTimeOffset At, string PlaceId) : IssueEvent(At);

    /// <param name="PlaceId">Where it is, when the words say so; it counts only where the place had been inferred.</param>
    public sealed record Supplemented(string By, DateTimeOffset At, string Words, string? PlaceId = null) : IssueEvent(At);

    public sealed record Nudged(string By, DateTimeOffset At) : IssueEvent(At);

    /// <summary>Its owner is no longer in the roster, or WeCom no longer reaches them.</summary>
    public sealed record OwnerLeft(DateTimeOffset At) : IssueEvent(At);

    /// <summary>不予受理 or 误报.</summary>
    public sealed record Rejected(string By, DateTimeOffset At, string Why) : IssueEvent(At);
}
