using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Handlers.Issues;

/// <summary>Finds who is meant by a name, a form of address, a rung or a user id.</summary>
internal static class TransferTarget
{
    /// <summary>Nobody, one, or several to choose from. People of the issue's sub-district only, the nearest first.</summary>
    public static IReadOnlyList<Person> Find(Issue issue, string name, RosterBook roster)
    {
        name = name.Trim();
        if (roster.FindPerson(name) is { } byId)
        {
            return [byId];
        }

        var named = roster.People
            .Where(p => (p.Name == name || p.Call == name) && roster.IsWithin(p.PlaceId, issue.SubDistrictId))
            .ToList();
        var near = named.Where(p => roster.IsOnLadder(issue.PlaceId, p.UserId)).ToList();
        return near.Count > 0 ? near : named;
    }

    /// <summary>The rung that is meant by its name; null when a person is.</summary>
    public static Level? LevelNamed(string name) => name.Trim() switch
    {
        "building" or "楼长" or "楼栋长" => Level.Building,
        "grid" or "网格" or "网格员" or "网格长" => Level.Grid,
        "community" or "社区" => Level.Community,
        "subdistrict" or "街道" or "街道值班" => Level.SubDistrict,
        _ => null,
    };
}
