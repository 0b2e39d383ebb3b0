namespace GridBot.Demo.Town;

/// <summary>The few people whom the demo's stories name. Everybody and everything else follows from rules.</summary>
internal static class Cast
{
    public const string SubDistrict = "东街街道";
    public const string FirstCommunity = "金龙社区";
    public const string FirstEstate = "金龙花园";

    /// <summary>The grid of the stories, in the first community, with its buildings.</summary>
    public const int Grid = 3;

    public static IReadOnlyList<int> Buildings { get; } = [3, 10, 11, 12, 13];

    /// <summary>In the order in which the page shows them.</summary>
    public static IReadOnlyList<CastMember> Members { get; } =
    [
        new("c1-b10", Post.BuildingLeader, "吴建国", "wu.jianguo", "吴叔"),
        new("c1-b11", Post.BuildingLeader, "周桂兰", "zhou.guilan", "周阿姨"),
        new("c1-g3", Post.GridWorker, "李强", "li.qiang", "李师傅"),
        new("c1", Post.Secretary, "陈静", "chen.jing", "陈书记"),
        new(TownMap.SubDistrictId, Post.DutyLeader, "刘志远", "liu.zhiyuan", "刘主任"),
    ];
}

internal sealed record CastMember(string PlaceId, Post Post, string Name, string UserId, string Call);
