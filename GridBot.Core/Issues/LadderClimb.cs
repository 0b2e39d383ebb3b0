using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>Whom to ring next, and until when: the arithmetic of the ladder.</summary>
internal sealed partial class LadderClimb
{
    /// <summary>How long an issue on the exception board waits before its owner is asked again.</summary>
    private static readonly TimeSpan BoardPause = TimeSpan.FromHours(24);

    private readonly Scene _scene;
    private readonly DateTimeOffset _at;
    private readonly DateTimeOffset? _lateSince;
    private readonly Ladder _ladder;
    private readonly Level? _upTo;
    private readonly List<HistoryNote> _history;
    private readonly List<Effect> _effects;
    private Issue _issue;

    private LadderClimb(
        Issue issue, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects, DateTimeOffset? lateSince = null)
    {
        (_scene, _at, _history, _effects, _lateSince) = (scene, at, history, effects, lateSince);
        _issue = GoesOn(issue, cause) ? issue : issue with
        {
            ClimbFrom = issue.Summons + 1, Declined = [], TakenTold = issue.TakenTold && cause == RingCause.Transferred,
        };
        _ladder = Privacy.LadderOf(issue, scene, at);
        _upTo = LimitOf(issue, scene);
    }

    /// <summary>Rings from the bottom, also those who were asked before: a new issue, a reopened one, another grid.</summary>
    public static Issue FromTheStart(
        Issue issue, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var climb = new LadderClimb(issue, scene, at, cause, history, effects);
        return climb._ladder.Together.Count > 0 ? climb.RingTogether(cause) : climb.RingNextAbove(null, cause);
    }

    /// <summary>Rings the next rung above this one; at the top, a further round; after the last, the exception board.</summary>
    public static Issue Above(
        Issue issue, Level level, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects,
        DateTimeOffset? lateSince = null) =>
        new LadderClimb(issue, scene, at, cause, history, effects, lateSince).RingNextAbove(level, cause);

    /// <summary>A returned issue that the dispatcher left alone: the sub-district, also where the ladder ends below it.</summary>
    public static Issue ToSubDistrict(
        Issue issue, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects, DateTimeOffset? lateSince)
    {
        var climb = new LadderClimb(issue, scene, at, RingCause.Step, history, effects, lateSince);
        return climb._upTo < Level.SubDistrict ? climb.ShowPlan()
            : climb.PeopleToRingAt(Level.SubDistrict) is { Count: > 0 } people
            ? climb.Ring(RingCause.Step, Level.SubDistrict, 0, people.Select(p => (p, Level.SubDistrict)), climb.WindowOf(Level.SubDistrict), null)
            : climb.RingTopAgain(Level.SubDistrict, 1);
    }

    /// <summary>The next call of the top rung.</summary>
    public static Issue NextRound(
        Issue issue, Stage.Waiting waiting, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects,
        DateTimeOffset? lateSince) =>
        new LadderClimb(issue, scene, at, RingCause.Round, history, effects, lateSince).RingTopAgain(waiting.Level, waiting.Round + 1);

    /// <summary>The owner of the exception board is asked, or asked again.</summary>
    public static Issue Board(
        Issue issue, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects, DateTimeOffset? lateSince) =>
        new LadderClimb(issue, scene, at, RingCause.Board, history, effects, lateSince).PutOnBoard();

    /// <summary>Rings the people of one rung again, without the one who gave it up.</summary>
    public static Issue SameRung(
        Issue issue, Level level, string without, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var climb = new LadderClimb(issue, scene, at, cause, history, effects);
        climb._issue = without.Length == 0 ? climb._issue : climb._issue with { Declined = [without] };
        var people = climb.PeopleAt(level).Where(climb.CanBeAsked).ToList();
        return people.Count == 0
            ? climb.RingNextAbove(level, cause)
            : climb.Ring(cause, level, 0, people.Select(p => (p, level)), climb.WindowOf(level), null);
    }

    /// <summary>Rings one person by name.</summary>
    public static Issue Person(
        Issue issue, Person person, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects,
        string? by = null)
    {
        var level = LevelOf(issue, person, scene.Roster);
        var climb = new LadderClimb(issue, scene, at, cause, history, effects);
        return climb.Ring(cause, level, 0, [(person, level)], climb.WindowOf(level), person.UserId, by);
    }

    /// <summary>Rings all people of one rung to whom somebody hands it.</summary>
    public static Issue People(
        Issue issue, IReadOnlyList<Person> people, Level level, Scene scene, DateTimeOffset at, List<HistoryNote> history,
        List<Effect> effects, string by)
    {
        var climb = new LadderClimb(issue, scene, at, RingCause.Transferred, history, effects);
        return climb.Ring(RingCause.Transferred, level, 0, people.Select(p => (p, level)), climb.WindowOf(level), null, by);
    }

    /// <summary>Rings people who decide about a returned issue; the caller sets the stage.</summary>
    public static Issue Deciders(
        Issue issue, IReadOnlyList<Person> people, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var climb = new LadderClimb(issue, scene, at, cause, history, effects);
        return climb.Ring(cause, Level.SubDistrict, 0, people.Select(p => (p, Level.SubDistrict)), climb.WindowOf(Level.SubDistrict), null);
    }

    /// <summary>The rung on which this person answers for the issue; their role's rung when they stand on none.</summary>
    public static Level LevelOf(Issue issue, Person person, RosterBook roster) =>
        roster.LadderLevelOf(issue.PlaceId, person.UserId) ?? person.Level;

    /// <summary>A step up goes on with the climb; whatever else rings begins a new one, in which everybody may be asked again.</summary>
    private static bool GoesOn(Issue issue, RingCause cause) =>
        cause is RingCause.Step or RingCause.Round or RingCause.Board || (cause is RingCause.Escalated && issue.Stage is Stage.Waiting);

    private Issue RingNextAbove(Level? below, RingCause cause)
    {
        foreach (var step in StepsFor(cause))
        {
            if (step.Level > _upTo && (below is null || step.Level > below))
            {
                return ShowPlan();
            }

            if ((below is null || step.Level > below) && PeopleToRingAt(step.Level) is { Count: > 0 } people)
            {
                return Ring(cause, step.Level, 0, people.Select(p => (p, step.Level)), step.Window, null);
            }
        }

        return RingTopAgain(below > TopLevel() ? below.Value : TopLevel(), 1);
    }

    private Issue RingTogether(RingCause cause)
    {
        var called = _ladder.Together.SelectMany(l => PeopleToRingAt(l).Select(p => (Person: p, Level: l)))
            .DistinctBy(c => c.Person.UserId, StringComparer.OrdinalIgnoreCase).ToList();
        return called.Count == 0
            ? PutOnBoard()
            : Ring(cause == RingCause.Opened ? RingCause.Together : cause, _ladder.Together.Max(), 0, called, _ladder.Steps[0].Window, null);
    }

    private Issue RingTopAgain(Level top, int round)
    {
        IEnumerable<Level> levels = _ladder.Together.Count > 0 ? _ladder.Together.Append(top).Distinct() : [top];
        var people = levels.SelectMany(l => PeopleAt(l).Where(CanBeAsked).Select(p => (Person: p, Level: l)))
            .DistinctBy(c => c.Person.UserId, StringComparer.OrdinalIgnoreCase).ToList();
        return round > _ladder.Rounds.Count || people.Count == 0
            ? PutOnBoard()
            : Ring(RingCause.Round, top, round, people, _ladder.Rounds[round - 1], null);
    }

    private Issue PutOnBoard()
    {
        if (_upTo < Level.SubDistrict)
        {
            return ShowPlan();
        }

        var owners = BoardOwners(_issue, _scene);
        var owner = owners.Find(p => !Declined(_issue, p)) ?? owners.FirstOrDefault();
        var rung = Ring(RingCause.Board, Level.SubDistrict, 0, owner is null ? [] : [(owner, Level.SubDistrict)], BoardPause, null);
        return rung with { Stage = (Stage.Waiting)rung.Stage with { OnBoard = true } };
    }

    private Issue Ring(RingCause cause, Level level, int round, IEnumerable<(Person Person, Level Level)> called, Wait window, string? person, string? by = null)
    {
        var rings = called.ToList();
        var brake = Brake.On(_issue, _scene, _at);
        var ringAt = Mornings.After(_issue, brake?.Until ?? _at, _scene);
        var due = Mornings.After(_issue, window.From(ringAt, _scene.Calendar, _scene.Policy.WorkingHours), _scene);
        var summons = _issue.Summons + 1;

        foreach (var (who, at) in rings)
        {
            _effects.Add(new Effect.NoteResponse(new ResponseChange.Summoned(summons, at, round, who.UserId, ringAt, ResponseOutcome.Open)));
        }

        _issue = _issue with
        {
            Stage = new Stage.Waiting(level, round, person, false, _at),
            Summons = summons,
            Rungs = [.. _issue.Rungs, .. rings.Select(r => new Rung(summons, r.Level, r.Person.UserId, ringAt))],
            Declined = [.. _issue.Declined.Where(d => !rings.Exists(r => RosterBook.SameUser(r.Person.UserId, d)))],
            NextDueAt = due,
            HeldUntil = brake?.Until,
        };
        var next = cause == RingCause.Board || round > 0 ? null : NextAbove(level);
        _issue = _issue with { Stage = (Stage.Waiting)_issue.Stage with { Next = next } };
        _effects.Add(new Effect.Ring(summons, cause, level, [.. rings.Select(r => r.Person.UserId)], ringAt, due, next, _lateSince, by));
        _history.Add(new HistoryNote(_at, "", cause == RingCause.Board ? "put_on_board" : "rung",
            $$"""{"summons":{{summons}},"level":"{{level}}","round":{{round}},"cause":"{{cause}}"}"""));
        return _issue;
    }

    private Wait WindowOf(Level level) =>
        (_ladder.Steps.FirstOrDefault(s => s.Level >= level) ?? _ladder.Steps[^1]).Window;

    private Level TopLevel() => _ladder.Steps[^1].Level;

    /// <summary>Whoever escalates by hand or says that it isn't done reaches the sub-district, also where the ladder ends below it.</summary>
    private IEnumerable<LadderStep> StepsFor(RingCause cause) => cause is RingCause.Escalated or RingCause.Disputed
        ? _ladder.Steps.Concat(Enum.GetValues<Level>().Where(l => l > TopLevel()).Select(l => new LadderStep(l, _ladder.Steps[^1].Window)))
        : _ladder.Steps;

    private Level? NextAbove(Level level) =>
        _ladder.Steps.FirstOrDefault(s => s.Level > level && !(s.Level > _upTo) && PeopleAt(s.Level).Any(p => CanBeAsked(p) && !WasAsked(p)))?.Level;
}
