using GridBot.Sandbox.Town;

namespace GridBot.Demo.Week;

/// <summary>What a sub-district reports in some days: invented by rule from a seed, in the order of time.</summary>
internal sealed class WeekReports(SandboxTown town, Random random)
{
    /// <summary>Of a hundred reports, how many begin in each hour of the day in Beijing.</summary>
    private static readonly int[] ByHour = [1, 1, 0, 0, 0, 1, 2, 6, 9, 10, 9, 6, 4, 5, 6, 6, 6, 6, 6, 6, 4, 3, 2, 1];

    /// <summary>Ordinary trouble; what stands twice happens more often.</summary>
    private static readonly string[] Troubles =
    [
        "楼下垃圾桶满了没人收", "楼道灯不亮", "门口路灯坏了两天", "单元门锁坏了关不上", "下水道堵了往外冒脏水", "楼下垃圾堆着好几天了",
        "有人把杂物堆在楼道里", "楼前绿化带里都是狗屎", "楼下共享单车乱停挡住路", "私家车停在门口出不去", "楼顶有人搭棚子", "物业说来修一直没人来",
        "三楼漏水漏到二楼了", "电梯坏了停在一楼", "墙皮往下掉", "健身器材断了一根", "门口的路面塌了个坑", "楼道里贴满小广告",
        "树枝快碰到窗户了", "白天装修声音太大", "楼下烧烤摊油烟熏人", "楼下麻将馆吵到晚上", "流浪狗追着小孩叫", "水压太小三楼上不去水",
        "没电了整个单元", "网线箱门开着", "楼下垃圾桶满了没人收", "楼道灯不亮", "门口路灯坏了两天", "私家车停在门口出不去",
    ];

    /// <summary>What can't wait.</summary>
    private static readonly string[] UrgentTroubles =
    [
        "消防通道被车堵死了", "井盖没了路上一个大洞", "有人从楼上往下扔瓶子", "电动车飞线充电拉了一排", "水管爆了水往楼里灌",
    ];

    private static readonly string[] NightTroubles = ["工地半夜还在打桩睡不着", "楼上半夜放音响", "楼下半夜有人唱歌喝酒吵得睡不着"];

    private static readonly string[] Dangers = ["三楼冒浓烟", "有人困在电梯里出不来", "有人晕倒在楼下没反应", "楼道里有很重的煤气味"];

    public IReadOnlyList<WeekReport> For(DateTimeOffset start, int days, int perDay)
    {
        var grids = town.Chats.Where(c => c.Place.EndsWith("网格", StringComparison.Ordinal)).ToList();
        var people = town.People.ToDictionary(p => p.UserId);
        var reports = new List<WeekReport>();
        for (var day = 0; day < days; day++)
        {
            for (var i = 0; i < perDay; i++)
            {
                var at = start.AddDays(day) + TimeOfDay();
                var chat = grids[random.Next(grids.Count)];
                var leaders = chat.Members.Select(m => people[m]).Where(p => p.Role == "building_leader").ToList();
                var (reporter, about) = (leaders[random.Next(leaders.Count)], leaders[random.Next(leaders.Count)]);
                if (random.Next(100) < 85)
                {
                    about = reporter;
                }

                var words = $"{about.Place.Split('/')[^1]}{TroubleAt(at)}";
                reports.Add(new WeekReport(at, reporter, random.Next(100) < 85 ? chat.ChatId : null, words));
                if (random.Next(100) < 5 && leaders.Find(l => l != reporter) is { } neighbour)
                {
                    reports.Add(new WeekReport(at.AddMinutes(random.Next(2, 40)), neighbour, chat.ChatId, words));
                }
            }
        }

        return [.. reports.OrderBy(r => r.At)];
    }

    private TimeSpan TimeOfDay()
    {
        var (at, hour) = (random.Next(ByHour.Sum()), 0);
        while (at >= ByHour[hour])
        {
            at -= ByHour[hour++];
        }

        return TimeSpan.FromHours(hour) + TimeSpan.FromSeconds(random.Next(3600));
    }

    private string TroubleAt(DateTimeOffset at) => random.Next(1000) switch
    {
        < 5 => Dangers[random.Next(Dangers.Length)],
        < 70 => UrgentTroubles[random.Next(UrgentTroubles.Length)],
        < 500 when at.Hour is >= 22 or < 6 => NightTroubles[random.Next(NightTroubles.Length)],
        _ => Troubles[random.Next(Troubles.Length)],
    };
}
