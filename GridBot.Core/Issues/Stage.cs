using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>Where an issue is in its life.</summary>
public abstract record Stage
{
    /// <summary>Somebody is being rung.</summary>
    /// <param name="Level">The rung that is being rung.</param>
    /// <param name="Round">0 on the ladder, 1 and up for the further calls of the top rung.</param>
    /// <param name="Person">Set when the issue was handed to this person; the step is theirs alone.</param>
    /// <param name="OnBoard">True once the ladder ended: the issue stands on the exception board.</param>
    /// <param name="Next">The rung that is asked when nobody answers; null at the top, and where it isn't known.</param>
    public sealed record Waiting(Level Level, int Round, string? Person, bool OnBoard, DateTimeOffset Since, Level? Next = null) : Stage;

    /// <param name="Rung">The rung on which its owner took it: it is still known when they have left.</param>
    public sealed record Acknowledged(string By, DateTimeOffset At, Level? Rung = null) : Stage;

    public sealed record Resolved(string By, DateTimeOffset At, string? Words) : Stage;

    public sealed record Closed(ClosedBecause Why, DateTimeOffset At) : Stage;

    /// <summary>挂账: both clocks pause until it wakes.</summary>
    /// <param name="Owner">Whose it is when it wakes; null when nobody had taken it.</param>
    public sealed record Deferred(string By, string? Owner, DateTimeOffset Until, string Why, DateTimeOffset At) : Stage;

    /// <summary>退单: the dispatcher decides who gets it; unanswered it goes to the sub-district.</summary>
    /// <param name="ForRuling">True once the sub-district is to rule.</param>
    public sealed record Returned(string By, string Why, bool ForRuling, DateTimeOffset Since) : Stage;

    public sealed record Merged(long Into, long IntoNumber, DateTimeOffset At) : Stage;

    public sealed record Withdrawn(DateTimeOffset At) : Stage;

    public sealed record Rejected(string By, string Why, DateTimeOffset At) : Stage;

    private Stage()
    {
    }

    /// <summary>True while somebody still has to do something about it.</summary>
    public bool IsOpen => this is Waiting or Acknowledged or Deferred or Returned;

    /// <summary>True when nothing further is expected to happen.</summary>
    public bool IsOver => this is Closed or Merged or Withdrawn or Rejected;
}

public enum ClosedBecause
{
    Confirmed,
    Silence,

    /// <summary>自报自办: whoever resolved it had reported it, and nobody was asked.</summary>
    OwnReport,
}
