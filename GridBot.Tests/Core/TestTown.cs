using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Tests.Core;

/// <summary>
/// A small town whose people everybody knows: 东街街道 with 金龙社区 (3网格: 10栋, 11栋, 12栋; 4网格: 20栋) and 玉泉社区.
/// User ids are the people's short names.
/// </summary>
internal static class TestTown
{
    public const string SubDistrict = "dongjie";
    public const string Community = "jinlong";
    public const string Grid3 = "jinlong-3";
    public const string Grid4 = "jinlong-4";
    public const string Building10 = "b10";
    public const string Building11 = "b11";
    public const string Building12 = "b12";
    public const string Building20 = "b20";
    public const string OtherCommunity = "yuquan";
    public const string GridChat = "wrGrid3";
    public const string DutyChat = "wrDuty";

    /// <summary>Tuesday, 24 November 2026, 10:00 in Beijing.</summary>
    public static readonly DateTimeOffset Tuesday = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    public static readonly TimeZoneInfo Beijing = TimeZoneInfo.CreateCustomTimeZone("Beijing", TimeSpan.FromHours(8), null, null);

    public static readonly Calendar Calendar = new(Beijing);

    public static readonly IReadOnlyList<Place> Places =
    [
        new(SubDistrict, "东街街道", PlaceKind.SubDistrict, null, []),
        new(Community, "金龙社区", PlaceKind.Community, SubDistrict, []),
        new("jinlong-east", "东片", PlaceKind.Area, Community, []),
        new(Grid3, "3网格", PlaceKind.Grid, "jinlong-east", []),
        new(Grid4, "4网格", PlaceKind.Grid, "jinlong-east", []),
        new(Building10, "10栋", PlaceKind.Building, Grid3, []),
        new(Building11, "11栋", PlaceKind.Building, Grid3, []),
        new(Building12, "12栋", PlaceKind.Building, Grid3, []),
        new(Building20, "20栋", PlaceKind.Building, Grid4, []),
        new(OtherCommunity, "玉泉社区", PlaceKind.Community, SubDistrict, []),
        new("yuquan-1", "1网格", PlaceKind.Grid, OtherCommunity, []),
        new("xihe", "西河街道", PlaceKind.SubDistrict, null, []),
    ];

    public static readonly IReadOnlyList<Person> People =
    [
        new("wu", "吴建国", null, Role.BuildingLeader, Building10, "吴叔"),
        new("zhou", "周桂兰", null, Role.BuildingLeader, Building11, "周阿姨"),
        new("liqiang", "李强", null, Role.Grid, Grid3, "李师傅"),
        new("sunmei", "孙梅", null, Role.Grid, Grid4, "孙姐"),
        new("chen", "陈静", null, Role.Community, Community, "陈书记"),
        new("liu", "刘伟", null, Role.SubDistrict, SubDistrict, "刘主任"),
        new("he", "何涛", null, Role.Staff, SubDistrict, "何老师"),
        new("fang", "方敏", null, Role.Staff, SubDistrict, "方科长"),
        new("tang", "唐宁", null, Role.Staff, SubDistrict, "小唐"),
        new("admin", "马超", null, Role.Admin, SubDistrict, "马工"),
        new("gao", "高洁", null, Role.Community, OtherCommunity, "高书记"),
        new("qian", "钱峰", null, Role.SubDistrict, "xihe", "钱主任"),
    ];

    /// <summary>12栋 has no leader; the stand-in of 李强 is 孙梅 of the next grid.</summary>
    public static readonly IReadOnlyList<Duty> Duties =
    [
        new(Building10, "wu", [], false),
        new(Building11, "zhou", [], false),
        new(Grid3, "liqiang", ["sunmei"], false),
        new(Grid4, "sunmei", [], false),
        new(Community, "chen", [], false),
        new(SubDistrict, "liu", [], false),
        new(OtherCommunity, "gao", [], false),
    ];

    public static readonly IReadOnlyList<GroupChat> Groups =
    [
        new(GridChat, "3网格群", Grid3, [Level.Building, Level.Grid], true),
        new(DutyChat, "街道值班群", SubDistrict, [Level.SubDistrict], true),
    ];

    /// <summary>何涛 dispatches, 方敏 is the fallback owner, 唐宁 keeps the roster.</summary>
    public static readonly IReadOnlyList<Office> Offices =
        [new(SubDistrict, "fang", "he", "tang", "admin", "023-0000000"), new("xihe", "qian", "qian", "qian", "qian", "023-0000001")];

    public static readonly CategoryTree Categories = new(
    [
        new("noise", "噪音扰民", [], Urgency.Normal, TimeSpan.FromMinutes(30), TimeSpan.FromHours(10), false, null,
            [new Subcategory("site", "工地夜间施工", [], null)]),
        new("rubbish", "垃圾清运", [], Urgency.Normal, TimeSpan.FromMinutes(30), TimeSpan.FromHours(18), true, null, []),
        new("lift", "电梯故障", [], Urgency.Urgent, TimeSpan.FromMinutes(10), TimeSpan.FromHours(4), false, "物业",
            [new Subcategory("trapped", "电梯困人", [], Urgency.Emergency)]),
        new("fire", "火情", [], Urgency.Emergency, TimeSpan.FromMinutes(5), TimeSpan.FromHours(2), false, null, []),
        new(CategoryTree.Other, "其他", [], Urgency.Normal, TimeSpan.FromHours(1), TimeSpan.FromHours(48), false, null, []),
    ]);

    public static readonly EscalationPolicy Policy = new()
    {
        Version = 1,
        Default = new Ladder(
            [Step(Level.Building, 5), Step(Level.Grid, 10), Step(Level.Community, 15), Step(Level.SubDistrict, 20)],
            [TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)],
            []),
        EmergencyTogether = [Level.Building, Level.Grid, Level.Community, Level.SubDistrict],
        QuietHours = new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0)),
    };

    public static readonly Scene Scene = SceneWith();

    public static LadderStep Step(Level level, int minutes) => new(level, TimeSpan.FromMinutes(minutes));

    public static RosterBook Book(
        IEnumerable<Duty>? duties = null, IEnumerable<Person>? people = null, IEnumerable<GroupChat>? groups = null,
        IEnumerable<Office>? offices = null, IEnumerable<Place>? places = null) =>
        new([.. places ?? Places], [.. people ?? People], [.. duties ?? Duties], [.. groups ?? Groups], [.. offices ?? Offices]);

    public static Scene SceneWith(RosterBook? roster = null, EscalationPolicy? policy = null) =>
        new(roster ?? Book(), policy ?? Policy, Categories, Calendar);

    /// <summary>The town with one rung's duties replaced; none leaves it empty.</summary>
    public static Scene WithDutyAt(string placeId, params string[] userIds) => SceneWith(
        Book(Duties.Where(d => d.PlaceId != placeId).Concat(userIds.Select(u => new Duty(placeId, u, [], false)))));

    /// <summary>The town without this person.</summary>
    public static Scene Without(string userId) => SceneWith(Book(people: People.Where(p => p.UserId != userId)));

    /// <summary>The default ladder with other steps, rounds or quiet hours.</summary>
    public static EscalationPolicy Ending(Level top) =>
        Policy with { Default = Policy.Default with { Steps = [.. Policy.Default.Steps.Where(s => s.Level <= top)] } };
}
