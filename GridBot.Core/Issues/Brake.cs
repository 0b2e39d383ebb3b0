namespace GridBot.Core.Issues;

/// <summary>An admin holds the bell still (暂停响铃): issues are taken, and nobody is rung until it ends.</summary>
public sealed record Brake(DateTimeOffset Since, DateTimeOffset Until)
{
    /// <summary>When it holds this issue at this moment: an emergency rings all the same, and a rehearsal rings nobody anyway.</summary>
    public static Brake? On(Issue issue, Scene scene, DateTimeOffset at) =>
        scene.Brake is { } brake && brake.Until > at && issue.Urgency != Urgency.Emergency && !issue.IsRehearsal ? brake : null;

    /// <summary>What was due meanwhile is due as long after the end as it was after the beginning: the ladder goes on where it stood.</summary>
    public DateTimeOffset Instead(DateTimeOffset due) => due > Since ? Until + (due - Since) : Until;
}
