using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <content>A place that is being tried out rings up to one rung; above it the plan is shown, and nobody is rung.</content>
internal sealed partial class LadderClimb
{
    /// <summary>The highest rung that rings at the issue's place; null for all. What is private or an emergency always goes up.</summary>
    private static Level? LimitOf(Issue issue, Scene scene) =>
        issue.IsPrivate || issue.Urgency == Urgency.Emergency ? null : scene.Roster.RingUpTo(issue.PlaceId);

    /// <summary>
    /// The roster's owner reads who would be rung now, today and each day until somebody takes it. It stands on the
    /// exception board, with the rung that was asked last.
    /// </summary>
    private Issue ShowPlan()
    {
        var last = _upTo ?? Level.SubDistrict;
        var above = string.Join(',', _ladder.Steps.Where(s => s.Level > last).Select(s => s.Level));
        _history.Add(new HistoryNote(_at, "", "plan_shown", $$"""{"above":"{{last}}","levels":"{{above}}"}"""));
        if (_scene.Roster.OfficeOf(_issue.PlaceId) is { } office)
        {
            _effects.Add(new Effect.Tell(office.RosterOwner, Notice.PlanShown));
        }

        _issue = _issue with { Stage = new Stage.Waiting(last, 0, null, true, _at), NextDueAt = _at + BoardPause, HeldUntil = null };
        return _issue;
    }
}
