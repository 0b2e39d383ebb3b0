using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>What follows from an event. A value: nothing has happened yet.</summary>
public abstract record Decision
{
    /// <summary>The issue as it is from now on, what its history says, and what must be done.</summary>
    public sealed record Changed(Issue Issue, IReadOnlyList<HistoryNote> History, IReadOnlyList<Effect> Effects) : Decision;

    /// <summary>Nothing changes; whoever asked gets a sentence.</summary>
    public sealed record Refused(Refusal Why) : Decision;

    /// <summary>Nothing changes and nobody is told: a stale timer, a repeat.</summary>
    public sealed record Nothing : Decision;

    private Decision()
    {
    }
}

public enum Refusal
{
    AlreadyTakenByYou,
    AlreadyTaken,
    AlreadyResolved,
    AlreadyOver,
    NotTakenYet,
    NotOnItsLadder,
    NotItsReporter,
    NotTheOwner,
    NotAllowedAtYourLevel,
    ReasonNeeded,
    DateNeeded,
    ReceiverOutside,
    ReceiverConcerned,
    NotYoursToRead,
    NobodyAbove,
    NothingToUndo,
    CardIsOld,
    NotDeferred,
    AskedThemAlready,
    TapYourself,
    NobodyThere,
    RingingAlready,
}

/// <summary>One line of the issue's append-only history.</summary>
/// <param name="Actor">User id; empty for the service itself.</param>
/// <param name="Kind">snake_case word of the event, e.g. acknowledged, rung, step_skipped.</param>
/// <param name="Details">Short facts as JSON text, or null. Never residents' words.</param>
public sealed record HistoryNote(DateTimeOffset At, string Actor, string Kind, string? Details = null);

/// <summary>How somebody came to be rung.</summary>
public enum RingCause
{
    Opened,
    Step,
    Round,
    Together,
    Escalated,
    GivenUp,
    Transferred,
    Returned,
    Disputed,
    Reopened,
    Woken,
    Board,
}

/// <summary>What a person who isn't rung for a step hears 1:1.</summary>
public enum Notice
{
    /// <summary>To the owner, at 80 % of the resolution limit.</summary>
    DueSoon,

    /// <summary>To the next level, when the limit has passed (督办).</summary>
    Overdue,

    /// <summary>To the roster's owner: a rung has nobody.</summary>
    RungWithoutPeople,

    /// <summary>To the roster's owner: WeCom can't reach somebody who answers for a place.</summary>
    PersonUnreachable,

    /// <summary>To the roster's owner: who would be rung now, at a place that is being tried out.</summary>
    PlanShown,

    /// <summary>To the owner: the reporter asks how it goes.</summary>
    Nudged,

    /// <summary>To the reporter: somebody took it.</summary>
    TakenForReporter,

    /// <summary>To the owner: another report, more words.</summary>
    Supplemented,

    /// <summary>To everybody who was rung for an emergency that is done or was none: a greyed card alone leaves people running.</summary>
    AlarmOff,

    /// <summary>To the reporter: it is put off, and until when.</summary>
    Deferred,

    /// <summary>To everybody rung for an emergency: somebody has called for help.</summary>
    Called,

    /// <summary>To everybody rung for an emergency: the first is on the way.</summary>
    OnSite,

    /// <summary>To the owner: the reporter took it back, or it was refused.</summary>
    CalledOff,
}

/// <summary>What must be done besides keeping the changed issue. The words are made later.</summary>
public abstract record Effect
{
    /// <summary>Ring these people: @ in the group and a 1:1 card each.</summary>
    /// <param name="NextAt">When the next rung is asked if nobody answers; null at the end.</param>
    /// <param name="Next">Which rung that is; null when the same people are asked again or nobody is.</param>
    /// <param name="NotBefore">Later than now when quiet hours hold it back.</param>
    /// <param name="LateSince">Set when the service was away as this should have left: the moment it was due.</param>
    /// <param name="By">Who handed it on; null when no person did.</param>
    public sealed record Ring(
        int Summons, RingCause Cause, Level Level, IReadOnlyList<string> People, DateTimeOffset NotBefore,
        DateTimeOffset? NextAt, Level? Next, DateTimeOffset? LateSince, string? By = null) : Effect;

    /// <summary>Mentions still waiting are cancelled and open 1:1 cards greyed.</summary>
    /// <param name="By">Whose own card is renewed in the answer instead of greyed; null for nobody.</param>
    public sealed record StopRinging(string? By) : Effect;

    /// <summary>Tell the group once, without @.</summary>
    public sealed record TellGroup(GroupNews News, string? By) : Effect;

    public sealed record Tell(string UserId, Notice Notice) : Effect;

    /// <summary>Ask the reporter whether it is solved.</summary>
    public sealed record AskReporter(string UserId) : Effect;

    /// <summary>Ask somebody who is being rung whether they are on it already.</summary>
    public sealed record AskIfOnIt(string UserId) : Effect;

    /// <summary>Ask somebody of the sub-district who took it whether it goes to grid or community.</summary>
    public sealed record AskToAssign(string UserId) : Effect;

    public sealed record NoteResponse(ResponseChange Change) : Effect;

    /// <summary>The reporter took back what they wrote: the sealed original, and words that wait to be said, go.</summary>
    public sealed record EraseWords : Effect;

    /// <summary>The issue is over: its code in the group rests and then becomes free.</summary>
    public sealed record FreeCode : Effect;

    private Effect()
    {
    }
}

public enum GroupNews
{
    Taken,
    Resolved,
    Returned,
    Transferred,
    Withdrawn,
    CalledOff,
    Reopened,
    Merged,
    Called,
}

/// <summary>How a summons of one person ended.</summary>
public enum ResponseOutcome
{
    Open,
    Answered,
    AnsweredLate,
    Declined,
    Covered,
    Missed,
    Skipped,
    Cancelled,
}

/// <summary>A change of the response-time log. One row per issue, summons and person.</summary>
public abstract record ResponseChange
{
    /// <summary>Somebody is summoned; person "" and outcome Skipped where there was nobody.</summary>
    public sealed record Summoned(int Summons, Level Level, int Round, string UserId, DateTimeOffset At, ResponseOutcome Outcome) : ResponseChange;

    /// <summary>This person answered their summons. Milliseconds: calendar and working time since it.</summary>
    public sealed record Answered(
        int Summons, string UserId, DateTimeOffset At, ResponseOutcome Outcome, long ResponseMs, long WorkingMs) : ResponseChange;

    /// <summary>Every row of the issue that is still open ends like this.</summary>
    public sealed record CloseOpen(ResponseOutcome Outcome, DateTimeOffset At, int? OnlySummons = null) : ResponseChange;

    private ResponseChange()
    {
    }
}
