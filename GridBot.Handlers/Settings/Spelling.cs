using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Handlers.Settings;

/// <summary>How the values of closed lists are written in the files.</summary>
internal static class Spelling
{
    public static IReadOnlyDictionary<string, Level> Levels { get; } = new Dictionary<string, Level>
    {
        ["building"] = Level.Building,
        ["grid"] = Level.Grid,
        ["community"] = Level.Community,
        ["subdistrict"] = Level.SubDistrict,
    };

    public static IReadOnlyDictionary<string, PlaceKind> Kinds { get; } = new Dictionary<string, PlaceKind>
    {
        ["subdistrict"] = PlaceKind.SubDistrict,
        ["community"] = PlaceKind.Community,
        ["area"] = PlaceKind.Area,
        ["grid"] = PlaceKind.Grid,
        ["building"] = PlaceKind.Building,
    };

    public static IReadOnlyDictionary<string, Role> Roles { get; } = new Dictionary<string, Role>
    {
        ["building_leader"] = Role.BuildingLeader,
        ["grid"] = Role.Grid,
        ["community"] = Role.Community,
        ["subdistrict"] = Role.SubDistrict,
        ["staff"] = Role.Staff,
        ["admin"] = Role.Admin,
        ["outside"] = Role.Outside,
    };

    public static IReadOnlyDictionary<string, Urgency> Urgencies { get; } = new Dictionary<string, Urgency>
    {
        ["normal"] = Urgency.Normal,
        ["urgent"] = Urgency.Urgent,
        ["emergency"] = Urgency.Emergency,
    };

    public static IReadOnlyDictionary<string, DayOfWeek> Days { get; } = new Dictionary<string, DayOfWeek>
    {
        ["mon"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday,
        ["周一"] = DayOfWeek.Monday,
        ["周二"] = DayOfWeek.Tuesday,
        ["周三"] = DayOfWeek.Wednesday,
        ["周四"] = DayOfWeek.Thursday,
        ["周五"] = DayOfWeek.Friday,
        ["周六"] = DayOfWeek.Saturday,
        ["周日"] = DayOfWeek.Sunday,
    };
}
