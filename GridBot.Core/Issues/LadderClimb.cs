using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>Whom to ring next, and until when: the arithmetic of the ladder.</summary>
internal sealed class LadderClimb
{
    /// <summary>How long an issue on the exception board waits before its owner is asked again.</summary>
    private static readonly TimeSpan BoardPause = TimeSpan.FromHours(24);

    private readonly Scene _scene;
    private readonly DateTimeOffset _at;
    private readonly DateTimeOffset? _lateSince;
    private readonly Ladder _ladder;
    private readonly List<HistoryNote> _history;
    private readonly List<Effect> _effects;
    private Issue _issue;

    private LadderClimb(Issue issue, Scene scene, DateTimeOffset at, DateTimeOffset? lateSince, List<HistoryNote> history, List<Effect> effects)
    {
        (_issue, _scene, _at, _lateSince, _history, _effects) = (issue, scene, at, lateSince, history, effects);
        _ladder = scene.Policy.LadderFor(issue.Category, issue.Urgency);
    }

    /// <summary>Rings from the bottom, also those who were asked before: a new issue, a reopened one, another grid.</summary>
    public static Issue FromTheStart(
        Issue issue, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var climb = new LadderClimb(issue with { ClimbFrom = issue.Summons + 1 }, scene, at, null, history, effects);
        return climb._ladder.Together.Count > 0 ? climb.RingTogether(cause) : climb.RingNextAbove(null, cause);
    }

    /// <summary>Rings the next rung above this one; at the top, a further round; after the last, the exception board.</summary>
    public static Issue Above(
        Issue issue, Level level, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects,
        DateTimeOffset? lateSince = null) =>
        new LadderClimb(issue, scene, at, lateSince, history, effects).RingNextAbove(level, cause);

    /// <summary>The next call of the top rung.</summary>
    public static Issue NextRound(
        Issue issue, Stage.Waiting waiting, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects,
        DateTimeOffset? lateSince) =>
        new LadderClimb(issue, scene, at, lateSince, history, effects).RingTopAgain(waiting.Level, waiting.Round + 1);

    /// <summary>The owner of the exception board is asked, or asked again.</summary>
    public static Issue Board(
        Issue issue, Scene scene, DateTimeOffset at, List<HistoryNote> history, List<Effect> effects, DateTimeOffset? lateSince) =>
        new LadderClimb(issue, scene, at, lateSince, history, effects).PutOnBoard();

    /// <summary>Rings the people of one rung again, without the one who gave it up.</summary>
    public static Issue SameRung(
        Issue issue, Level level, string without, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var climb = new LadderClimb(issue, scene, at, null, history, effects);
        var people = climb.PeopleAt(level).Where(p => !RosterBook.SameUser(p.UserId, without)).ToList();
        return people.Count == 0
            ? climb.RingNextAbove(level, cause)
            : climb.Ring(cause, level, 0, people.Select(p => (p, level)), climb.WindowOf(level), null);
    }

    /// <summary>Rings one person by name.</summary>
    public static Issue Person(
        Issue issue, Person person, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var level = LevelOf(issue, person, scene.Roster);
        var climb = new LadderClimb(issue, scene, at, null, history, effects);
        return climb.Ring(cause, level, 0, [(person, level)], climb.WindowOf(level), person.UserId);
    }

    /// <summary>Rings people who decide about a returned issue; the caller sets the stage.</summary>
    public static Issue Deciders(
        Issue issue, IReadOnlyList<Person> people, Scene scene, DateTimeOffset at, RingCause cause, List<HistoryNote> history, List<Effect> effects)
    {
        var climb = new LadderClimb(issue, scene, at, null, history, effects);
        return climb.Ring(cause, Level.SubDistrict, 0, people.Select(p => (p, Level.SubDistrict)), climb.WindowOf(Level.SubDistrict), null);
    }

    /// <summary>The rung on which this person answers for the issue; their role's rung when they stand on none.</summary>
    public static Level LevelOf(Issue issue, Person person, RosterBook roster) =>
        roster.LadderLevelOf(issue.PlaceId, person.UserId) ?? person.Level;

    private Issue RingNextAbove(Level? below, RingCause cause)
    {
        foreach (var step in _ladder.Steps)
        {
            if ((below is null || step.Level > below) && _scene.Roster.AncestorAt(_issue.PlaceId, step.Level) is not null
                && PeopleToRingAt(step.Level) is { Count: > 0 } people)
            {
                return Ring(cause, step.Level, 0, people.Select(p => (p, step.Level)), step.Window, null);
            }
        }

        return RingTopAgain(TopLevel(), 1);
    }

    private Issue RingTogether(RingCause cause)
    {
        var called = new List<(Person, Level)>();
        foreach (var level in _ladder.Together)
        {
            foreach (var person in PeopleAt(level))
            {
                if (!called.Exists(c => RosterBook.SameUser(c.Item1.UserId, person.UserId)))
                {
                    called.Add((person, level));
                }
            }
        }

        return called.Count == 0
            ? PutOnBoard()
            : Ring(cause == RingCause.Opened ? RingCause.Together : cause, TopLevel(), 0, called, _ladder.Steps[0].Window, null);
    }

    private Issue RingTopAgain(Level top, int round)
    {
        var people = _ladder.Together.Count > 0
            ? _ladder.Together.SelectMany(l => PeopleAt(l).Select(p => (p, l))).DistinctBy(c => c.p.UserId, StringComparer.OrdinalIgnoreCase).ToList()
            : PeopleAt(top).Where(p => !RosterBook.SameUser(p.UserId, _issue.ReporterId)).Select(p => (p, top)).ToList();
        return round > _ladder.Rounds.Count || people.Count == 0
            ? PutOnBoard()
            : Ring(RingCause.Round, top, round, people, _ladder.Rounds[round - 1], null);
    }

    private Issue PutOnBoard()
    {
        var owner = _scene.Roster.FindPerson(_scene.Roster.OfficeOf(_issue.PlaceId)?.FallbackOwner)
            ?? throw new InvalidOperationException($"The sub-district of place {_issue.PlaceId} names no fallback owner.");
        var rung = Ring(RingCause.Board, Level.SubDistrict, 0, [(owner, Level.SubDistrict)], BoardPause, null);
        return rung with { Stage = (Stage.Waiting)rung.Stage with { OnBoard = true } };
    }

    private Issue Ring(RingCause cause, Level level, int round, IEnumerable<(Person Person, Level Level)> called, TimeSpan window, string? person)
    {
        var rings = called.ToList();
        var quiet = _issue.Urgency == Urgency.Normal ? _scene.Policy.QuietHours : null;
        var ringAt = _scene.Calendar.After(quiet, _at);
        var due = _scene.Calendar.After(quiet, ringAt + window);
        var summons = _issue.Summons + 1;

        foreach (var (who, at) in rings)
        {
            _effects.Add(new Effect.NoteResponse(new ResponseChange.Summoned(summons, at, round, who.UserId, ringAt, ResponseOutcome.Open)));
        }

        var next = cause == RingCause.Board || round > 0 ? null : NextAbove(level);
        _effects.Add(new Effect.Ring(summons, cause, level, [.. rings.Select(r => r.Person.UserId)], ringAt, due, next, _lateSince));
        _history.Add(new HistoryNote(_at, "", cause == RingCause.Board ? "put_on_board" : "rung",
            $$"""{"summons":{{summons}},"level":"{{level}}","round":{{round}},"cause":"{{cause}}"}"""));

        return _issue with
        {
            Stage = new Stage.Waiting(level, round, person, false, _at),
            Summons = summons,
            ClimbFrom = cause is RingCause.Step or RingCause.Round or RingCause.Board or RingCause.Escalated ? _issue.ClimbFrom : summons,
            Rungs = [.. _issue.Rungs, .. rings.Select(r => new Rung(summons, r.Level, r.Person.UserId, ringAt))],
            NextDueAt = due,
        };
    }

    /// <summary>The people of a rung who can be asked now; notes why, when there is none.</summary>
    private List<Person> PeopleToRingAt(Level level)
    {
        var people = PeopleAt(level);
        if (people.Count == 0)
        {
            Skip(level, "", "nobody");
            if (_scene.Roster.OfficeOf(_issue.PlaceId) is { } office)
            {
                _effects.Add(new Effect.Tell(office.RosterOwner, Notice.RungWithoutPeople));
            }

            return [];
        }

        var others = people.Where(p => !RosterBook.SameUser(p.UserId, _issue.ReporterId)).ToList();
        if (others.Count == 0)
        {
            Skip(level, _issue.ReporterId, "own report");
            return [];
        }

        var fresh = others.Where(p => !_issue.Rungs.Any(r => r.Summons >= _issue.ClimbFrom && RosterBook.SameUser(r.UserId, p.UserId))).ToList();
        if (fresh.Count == 0)
        {
            _history.Add(new HistoryNote(_at, "", "step_skipped", $$"""{"level":"{{level}}","why":"already asked"}"""));
        }

        return fresh;
    }

    private void Skip(Level level, string person, string why)
    {
        _issue = _issue with { Summons = _issue.Summons + 1 };
        _effects.Add(new Effect.NoteResponse(new ResponseChange.Summoned(_issue.Summons, level, 0, person, _at, ResponseOutcome.Skipped)));
        _history.Add(new HistoryNote(_at, "", "step_skipped", $$"""{"level":"{{level}}","why":"{{why}}"}"""));
    }

    private IReadOnlyList<Person> PeopleAt(Level level) => _scene.Roster.ResponsibleAt(_issue.PlaceId, level);

    private TimeSpan WindowOf(Level level) =>
        (_ladder.Steps.FirstOrDefault(s => s.Level >= level) ?? _ladder.Steps[^1]).Window;

    private Level TopLevel() => _ladder.Steps[^1].Level;

    private Level? NextAbove(Level level)
    {
        foreach (var step in _ladder.Steps)
        {
            if (step.Level > level && PeopleAt(step.Level).Any(p => !RosterBook.SameUser(p.UserId, _issue.ReporterId)))
            {
                return step.Level;
            }
        }

        return null;
    }
}
