using GridBot.Core.Roster;

namespace GridBot.Core.Issues;

/// <summary>Who can be asked: on each rung, on the exception board, and who not.</summary>
internal sealed partial class LadderClimb
{
    /// <summary>True when somebody is left who could own the exception board after those who said no or can't be reached.</summary>
    public static bool BoardHasAnother(Issue issue, Scene scene) => BoardOwners(issue, scene).Any(p => !Declined(issue, p));

    /// <summary>The fallback owner, and who stands in when they have left or reported it themselves: the board always has somebody.</summary>
    private static List<Person> BoardOwners(Issue issue, Scene scene) =>
        scene.Roster.OfficeOf(issue.PlaceId) is { } office
            ? [.. new[] { office.FallbackOwner, office.Admin, office.Dispatcher, office.RosterOwner }
                .Select(scene.Roster.FindPerson).OfType<Person>()
                .Where(p => !Privacy.IsAbout(issue, p.UserId))
                .OrderBy(p => RosterBook.SameUser(p.UserId, issue.ReporterId))]
            : [];

    /// <summary>The people of a rung who can be asked now; notes why, when there is none. A rung below the place has no note.</summary>
    private List<Person> PeopleToRingAt(Level level)
    {
        if (_scene.Roster.AncestorAt(_issue.PlaceId, level) is null)
        {
            return [];
        }

        var people = PeopleAt(level);
        if (people.Count == 0)
        {
            Skip(level, "", "nobody");
            TellRosterOwner();
            return [];
        }

        if (people.All(IsReporter))
        {
            Skip(level, _issue.ReporterId, "own report");
            return [];
        }

        var fresh = people.Where(p => CanBeAsked(p) && !WasAsked(p)).ToList();
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

    /// <summary>Once per decision: the words name every empty rung.</summary>
    private void TellRosterOwner()
    {
        if (_scene.Roster.OfficeOf(_issue.PlaceId) is { } office)
        {
            var tell = new Effect.Tell(office.RosterOwner, Notice.RungWithoutPeople);
            _effects.Remove(tell);
            _effects.Add(tell);
        }
    }

    private IReadOnlyList<Person> PeopleAt(Level level) =>
        Privacy.Askable(_issue, level, _scene.Roster.ResponsibleAt(_issue.PlaceId, level));

    private bool IsReporter(Person person) => RosterBook.SameUser(person.UserId, _issue.ReporterId);

    private bool CanBeAsked(Person person) => !IsReporter(person) && !Declined(_issue, person);

    private bool WasAsked(Person person) =>
        _issue.Rungs.Any(r => r.Summons >= _issue.ClimbFrom && RosterBook.SameUser(r.UserId, person.UserId));

    private static bool Declined(Issue issue, Person person) => issue.Declined.Any(d => RosterBook.SameUser(d, person.UserId));
}
