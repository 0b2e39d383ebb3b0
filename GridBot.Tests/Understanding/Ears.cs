using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;

namespace GridBot.Tests.Understanding;

/// <summary>A small town and the ears that listen in it.</summary>
internal static class Ears
{
    /// <summary>A Tuesday, ten in the morning.</summary>
    public static readonly DateTimeOffset Morning = new(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8));

    public const string ThirdGrid = "grid-3";

    private static readonly Calendar _calendar =
        new(TimeZoneInfo.CreateCustomTimeZone("Beijing", TimeSpan.FromHours(8), null, null));

    public static RosterBook Town { get; } = BuildTown();

    public static Understander Understander { get; } = With(ShippedWeights.Value);

    /// <param name="weights">Null: the rules alone.</param>
    public static Understander With(Weights? weights, Vocabulary? vocabulary = null, CategoryTree? tree = null) => new(
        vocabulary ?? WordFiles.Vocabulary, tree ?? WordFiles.Categories, new PlaceIndex(Town), _calendar, new DailyWindow(new TimeOnly(22, 0), new TimeOnly(6, 0)), weights);

    public static Reading Hear(
        string text, string? quoted = null, string sender = "visitor", string? chatPlace = ThirdGrid, DateTimeOffset? at = null) =>
        Understander.Read(new Utterance(text, quoted, sender, Town.FindPerson(sender), chatPlace, at ?? Morning));

    /// <summary>
    /// 金龙社区 has 3网格 (栋 1 to 12 of 金龙花园), 4网格 (栋 20 to 24) and 5网格 with two estates that both have a 3栋;
    /// 翠湖社区 has 1网格 with its own 1 to 3栋 and 40栋.
    /// </summary>
    private static RosterBook BuildTown()
    {
        List<Place> places =
        [
            new("street", "东街街道", PlaceKind.SubDistrict, null, ["东街"]),
            new("golden", "金龙社区", PlaceKind.Community, "street", ["金龙居委会"]),
            new("lake", "翠湖社区", PlaceKind.Community, "street", []),
            new(ThirdGrid, "第三网格", PlaceKind.Grid, "golden", ["金龙三网格"]),
            new("grid-4", "第四网格", PlaceKind.Grid, "golden", []),
            new("grid-5", "第五网格", PlaceKind.Grid, "golden", []),
            new("lake-1", "第一网格", PlaceKind.Grid, "lake", []),
            new("garden", "金龙花园", PlaceKind.Area, ThirdGrid, ["金龙苑"]),
            new("sunny", "阳光里", PlaceKind.Area, "grid-5", []),
            new("river", "河畔新村", PlaceKind.Area, "grid-5", ["河畔"]),
            new("hall", "综合楼", PlaceKind.Building, ThirdGrid, ["老办公楼"]),
            new("sunny-3", "3栋", PlaceKind.Building, "sunny", []),
            new("river-3", "3栋", PlaceKind.Building, "river", []),
            new("sunny-b", "B座", PlaceKind.Building, "sunny", []),
            new("lake-40", "40栋", PlaceKind.Building, "lake-1", []),
        ];
        places.AddRange(Enumerable.Range(1, 12).Select(n => new Place($"garden-{n}", $"{n}栋", PlaceKind.Building, "garden", [])));
        places.AddRange(Enumerable.Range(20, 5).Select(n => new Place($"four-{n}", $"{n}号楼", PlaceKind.Building, "grid-4", [])));
        places.AddRange(Enumerable.Range(1, 3).Select(n => new Place($"lake-b{n}", $"{n}栋", PlaceKind.Building, "lake-1", [])));
        List<Person> people =
        [
            new("wu", "吴建国", null, Role.BuildingLeader, "garden-10", "吴叔"),
            new("zhou", "周兰", null, Role.BuildingLeader, "garden", "周阿姨"),
            new("li", "李强", null, Role.Grid, ThirdGrid, "李师傅"),
            new("sun", "孙丽", null, Role.Grid, "river", "孙姐"),
            new("liu", "刘明", null, Role.SubDistrict, "street", "刘主任"),
        ];
        List<Duty> duties =
        [
            new("garden-10", "wu", [], Away: false),
            new("garden-11", "zhou", [], Away: false),
            new("garden-12", "zhou", [], Away: false),
        ];
        return new RosterBook(places, people, duties, [], []);
    }
}
