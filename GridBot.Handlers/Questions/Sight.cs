using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Handlers.Receiving;
using GridBot.Storage.Issues;

namespace GridBot.Handlers.Questions;

/// <summary>
/// What an answer may show: what the asker's role may see, within the place of the group it is asked in, within the
/// place that was asked for.
/// </summary>
/// <param name="Where">The place in words.</param>
public sealed record Sight(IssueScope Scope, string Where)
{
    /// <summary>Null when nothing is left: the asked place lies outside.</summary>
    public static Sight? Of(Heard heard, string? askedPlaceId, RosterBook roster)
    {
        if (heard.Person!.Role == Role.Outside)
        {
            return null;
        }

        var place = OwnPlace(heard.Person, roster);
        foreach (var narrower in new[] { roster.FindGroup(heard.ChatId)?.PlaceId, askedPlaceId })
        {
            if (narrower is null || roster.IsWithin(place, narrower))
            {
                continue;
            }

            if (!roster.IsWithin(narrower, place))
            {
                return null;
            }

            place = narrower;
        }

        var subDistrict = roster.SubDistrictOf(place)!.Id;
        var viewer = heard.InGroup ? null : heard.UserId;
        return new Sight(
            new IssueScope(subDistrict, place == subDistrict ? null : [.. Below(place, roster)], viewer),
            roster.FindPlace(place)!.Name);
    }

    /// <summary>One's own reports and what one was rung for, besides the scope.</summary>
    public static bool MaySee(Heard heard, Issue issue, RosterBook roster)
    {
        var user = heard.UserId;
        var own = RosterBook.SameUser(issue.ReporterId, user)
            || issue.AlsoReportedBy.Any(r => RosterBook.SameUser(r, user))
            || issue.Rungs.Any(r => RosterBook.SameUser(r.UserId, user))
            || RosterBook.SameUser(issue.Owner, user);
        return Privacy.IsOpenTo(issue, user) && (own || (heard.Person!.Role != Role.Outside && roster.IsWithin(issue.PlaceId, OwnPlace(heard.Person, roster))));
    }

    /// <summary>Whether the chat it is asked in may read of the issue: 1:1 always, a group of its own place and nothing private.</summary>
    public static bool ShowsIn(Heard heard, Issue issue, RosterBook roster) =>
        heard.ChatId is not { } chat
        || (!issue.IsPrivate && !issue.IsRehearsal
            && (issue.ChatId == chat || (roster.FindGroup(chat) is { } group && roster.IsWithin(issue.PlaceId, group.PlaceId))));

    public static string SubDistrictOf(Heard heard, RosterBook roster) =>
        roster.SubDistrictOf(roster.FindGroup(heard.ChatId)?.PlaceId ?? heard.Person!.PlaceId)?.Id ?? "";

    /// <summary>The subtree of one's place. A building leader sees the grid: its group shows them as much. Staff see the sub-district.</summary>
    private static string OwnPlace(Person person, RosterBook roster) => person.Role switch
    {
        Role.BuildingLeader => roster.AncestorAt(person.PlaceId, Level.Grid)?.Id ?? person.PlaceId,
        Role.Grid or Role.Community => person.PlaceId,
        _ => roster.SubDistrictOf(person.PlaceId)?.Id ?? person.PlaceId,
    };

    private static IEnumerable<string> Below(string placeId, RosterBook roster) =>
        roster.ChildrenOf(placeId).SelectMany(child => Below(child.Id, roster)).Prepend(placeId);
}
