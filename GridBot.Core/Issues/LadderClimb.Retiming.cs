namespace GridBot.Core.Issues;

/// <content>The same people are asked, but by the rules of another class.</content>
internal sealed partial class LadderClimb
{
    /// <summary>
    /// Nobody is rung anew. The step that waits ends when the right class's would, counted from its ring, and goes on as that
    /// ladder does: what was the top may have become a rung among others. Where both rules say the same, nothing moves.
    /// </summary>
    public static Issue Retimed(Issue issue, Issue corrected, Scene scene, DateTimeOffset at)
    {
        if (corrected.Stage is not Stage.Waiting { OnBoard: false } waiting)
        {
            return corrected;
        }

        var climb = new LadderClimb(corrected, scene, at, RingCause.Step, [], []);
        var going = waiting with { Round = waiting.Level < climb.TopLevel() ? 0 : waiting.Round };
        var due = climb.DueOf(going);
        return corrected with
        {
            Stage = going with { Next = going.Round > 0 ? null : climb.NextAbove(going.Level) },
            NextDueAt = due == new LadderClimb(issue, scene, at, RingCause.Step, [], []).DueOf(waiting) ? issue.NextDueAt : due > at ? due : at,
        };
    }

    /// <summary>When a step that was rung runs out, also while it waits for the own tap of somebody who is said to be on it.</summary>
    private DateTimeOffset DueOf(Stage.Waiting waiting)
    {
        var window = waiting.Round > 0 && _ladder.Rounds.Count > 0 ? _ladder.Rounds[Math.Min(waiting.Round, _ladder.Rounds.Count) - 1]
            : _ladder.Together.Count > 0 ? _ladder.Steps[0].Window
            : WindowOf(waiting.Level);
        var rang = _issue.Rungs.Count > 0 ? _issue.Rungs[^1].At : waiting.Since;
        var due = Mornings.After(_issue, window.From(rang, _scene.Calendar, _scene.Policy.WorkingHours), _scene);
        return _issue.Hold is { } hold && hold.Summons == _issue.Summons && hold.At + IssueLifecycle.LeastHold is var held && held > due ? held : due;
    }
}
