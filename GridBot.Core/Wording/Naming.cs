using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>How places, people, problems and times are called in messages.</summary>
public sealed class Naming(RosterBook roster, CategoryTree categories, Calendar calendar)
{
    public RosterBook Roster => roster;

    public string DutyPhone(string placeId) => roster.OfficeOf(placeId)?.DutyPhone ?? "";

    /// <summary>The entrance, where the report names it: "2单元".</summary>
    public static string Unit(Issue issue) =>
        issue.PlaceDetail?.IndexOf("单元", StringComparison.Ordinal) is >= 0 and var at ? issue.PlaceDetail[..(at + 2)] : "";

    public string Problem(Issue issue) =>
        (issue is { Urgency: Urgency.Emergency, Subcategory: null } ? Phrases.Danger(issue.Category) : null)
        ?? categories.NameOf(issue.Category, issue.Subcategory);

    /// <summary>How many reported it: 共2人; from several grids: 3个网格共6人.</summary>
    public string Reporters(Issue issue) => Phrases.Reporters(issue.ReporterCount, AreaMatter.Grids(issue, roster));

    public string Category(string code) => categories[code].Name;

    /// <summary>What a grid group needs: the building, or the place itself above that. "10栋"</summary>
    public string Nearby(string placeId) => roster.FindPlace(placeId)?.Name ?? "";

    /// <summary>Community and building, for the sub-district. "金龙社区10栋"</summary>
    public string WithCommunity(string placeId) => Join(placeId, PlaceKind.Community, PlaceKind.Building);

    /// <summary>Community, grid and building, for one's own card. "金龙社区3网格 10栋"</summary>
    public string Full(string placeId)
    {
        var upper = Join(placeId, PlaceKind.Community, PlaceKind.Grid);
        return roster.FindPlace(placeId) is { Kind: PlaceKind.Building } building ? $"{upper} {building.Name}" : upper;
    }

    public string Call(string userId) => roster.FindPerson(userId)?.Call ?? "一位同事";

    /// <summary>With the rung in front: 街道刘主任.</summary>
    public string CallWithLevel(Issue issue, string userId) =>
        roster.FindPerson(userId) is { } person
            ? $"{Level(roster.LadderLevelOf(issue.PlaceId, userId) ?? person.Level)}{person.Call}"
            : "一位同事";

    public static string Level(Level level) => level switch
    {
        Core.Roster.Level.Building => "楼栋",
        Core.Roster.Level.Grid => "网格",
        Core.Roster.Level.Community => "社区",
        _ => "街道",
    };

    /// <summary>Who of a rung is asked: 楼长, 网格员, 社区, 街道.</summary>
    public static string PeopleOf(Level level) => level switch
    {
        Core.Roster.Level.Building => "楼长",
        Core.Roster.Level.Grid => "网格员",
        Core.Roster.Level.Community => "社区",
        _ => "街道值班",
    };

    /// <summary>Hour and minute in local time, with the day in front when it is another day than now.</summary>
    public string Clock(DateTimeOffset at, DateTimeOffset? now = null)
    {
        var local = calendar.ToLocal(at);
        var clock = local.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return now is { } n && calendar.ToLocal(n).Date != local.Date ? $"{local.Month}月{local.Day}日{clock}" : clock;
    }

    /// <summary>The end of quiet hours as people say it: 明早7点, 今早7:30. What waits leaves within ten minutes of it.</summary>
    public string Morning(DateTimeOffset at, DateTimeOffset now)
    {
        at -= TimeSpan.FromTicks(at.Ticks % Mornings.Spread.Ticks);
        var (local, days) = (calendar.ToLocal(at), (calendar.ToLocal(at).Date - calendar.ToLocal(now).Date).Days);
        return local.Hour >= 12 || days is < 0 or > 1
            ? Clock(at, now)
            : $"{(days == 0 ? "今早" : "明早")}{local.Hour}{(local.Minute == 0 ? "点" : $":{local.Minute:00}")}";
    }

    public string Day(DateTimeOffset at)
    {
        var local = calendar.ToLocal(at);
        return $"{local.Month}月{local.Day}日";
    }

    /// <summary>38秒, 28分, 1小时5分, 2天3小时.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => $"{Math.Max(0, (int)span.TotalSeconds)}秒",
        { TotalMinutes: < 60 } => $"{(int)span.TotalMinutes}分",
        { TotalHours: < 24 } => span.Minutes == 0 ? $"{(int)span.TotalHours}小时" : $"{(int)span.TotalHours}小时{span.Minutes}分",
        _ => span.Hours == 0 ? $"{(int)span.TotalDays}天" : $"{(int)span.TotalDays}天{span.Hours}小时",
    };

    private string Join(string placeId, PlaceKind one, PlaceKind other)
    {
        var path = roster.PathUp(placeId);
        var names = path.Where(p => p.Kind == one || p.Kind == other).Select(p => p.Name).Reverse();
        var joined = string.Concat(names);
        return joined.Length > 0 ? joined : Nearby(placeId);
    }
}
