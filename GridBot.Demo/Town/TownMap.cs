using System.Globalization;

namespace GridBot.Demo.Town;

/// <summary>Draws the town's map: 5 communities, 16 areas, 324 grids, one to three buildings in each.</summary>
internal sealed class TownMap(Random random)
{
    public const string SubDistrictId = "dongjie";

    private const int Grids = 324;

    private static readonly int[] AreasPerCommunity = [4, 3, 3, 3, 3];
    private static readonly string[] Communities = [Cast.FirstCommunity, "桂花社区", "石桥社区", "滨江社区", "向阳社区"];
    private const string Digits = "零一二三四五六七八九";

    private readonly Queue<string> _estates = new(EstateNames(random));

    public TownPlace Draw()
    {
        var subDistrict = new TownPlace(SubDistrictId, Cast.SubDistrict, "subdistrict", above: null);
        var sizes = new Queue<int>(GridsPerArea());
        for (var c = 0; c < Communities.Length; c++)
        {
            var community = subDistrict.Add($"c{c + 1}", Communities[c], "community");
            var numbers = new Queue<int>(Enumerable.Range(1, 999).Except(c == 0 ? Cast.Buildings : []));
            var grid = 0;
            for (var a = 1; a <= AreasPerCommunity[c]; a++)
            {
                var area = community.Add($"{community.Id}-a{a}", $"第{Chinese(a)}片区", "area");
                for (var left = sizes.Dequeue(); left > 0; left--)
                {
                    DrawGrid(community, area, ++grid, numbers, isStage: c == 0 && grid == Cast.Grid);
                }
            }
        }

        return subDistrict;
    }

    private void DrawGrid(TownPlace community, TownPlace area, int number, Queue<int> numbers, bool isStage)
    {
        var estate = isStage ? Cast.FirstEstate : _estates.Dequeue();
        var grid = area.Add($"{community.Id}-g{number}", $"{number}网格", "grid");
        grid.Aliases.AddRange([$"第{Chinese(number)}网格", estate]);
        var buildings = isStage
            ? Cast.Buildings
            : [.. Enumerable.Range(0, random.Next(100) switch { < 60 => 1, < 92 => 2, _ => 3 }).Select(_ => numbers.Dequeue())];
        foreach (var building in buildings)
        {
            grid.Add($"{community.Id}-b{building}", $"{building}栋", "building").Aliases.Add($"{estate}{building}栋");
        }
    }

    /// <summary>Areas of unequal size, since no real ones are equal; together always as many grids.</summary>
    private int[] GridsPerArea()
    {
        var areas = AreasPerCommunity.Sum();
        var sizes = Enumerable.Range(0, areas).Select(i => Grids / areas + (i < Grids % areas ? 1 : 0)).ToArray();
        for (var i = 0; i + 1 < areas; i += 2)
        {
            var moved = random.Next(-4, 5);
            sizes[i] += moved;
            sizes[i + 1] -= moved;
        }

        return sizes;
    }

    private static string[] EstateNames(Random random)
    {
        string[] first =
        [
            "锦绣", "阳光", "翠湖", "福兴", "和谐", "东湖", "南苑", "北辰", "春晖", "银杏", "丹桂", "香樟", "梧桐", "海棠", "玉兰", "紫荆",
            "望江", "临江", "龙湖", "凤凰", "长青", "永安", "永和", "康乐", "兴隆", "建设", "和平", "文华", "书香", "景泰", "天成", "瑞丰",
            "金桥", "百合", "新世纪",
        ];
        string[] second = ["花园", "苑", "家园", "新村", "小区", "公寓", "华庭", "雅居", "名都", "里"];
        var names = first.SelectMany(f => second.Select(s => f + s)).ToArray();
        random.Shuffle(names);
        return names;
    }

    private static string Chinese(int number) => (number / 10, number % 10) switch
    {
        (0, var ones) => Digits[ones].ToString(CultureInfo.InvariantCulture),
        (1, 0) => "十",
        (1, var ones) => $"十{Digits[ones]}",
        (var tens, 0) => $"{Digits[tens]}十",
        var (tens, ones) => $"{Digits[tens]}十{Digits[ones]}",
    };
}
