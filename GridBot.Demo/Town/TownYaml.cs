using System.Globalization;
using System.Text;

namespace GridBot.Demo.Town;

/// <summary>Writes the town's roster as a person would: one line for a building, one for each of the people.</summary>
internal sealed class TownYaml
{
    public const string Policies = """
        # 演示镇的提醒规则：所有事情都按 5/10/15/20 分钟逐级提醒，好让人看清它怎么走；夜里一般事情等到早上。
        steps:
          - {level: building, window: 5m}
          - {level: grid, window: 10m}
          - {level: community, window: 15m}
          - {level: subdistrict, window: 20m}
        rounds: [20m, 20m]
        quiet_hours: "22:00-07:00"
        emergency: {together: [building, grid, community, subdistrict]}

        """;

    private readonly StringBuilder _text = new();

    public static string Roster(
        TownPlace subDistrict, TownOffice office, IReadOnlyList<Townsperson> people, IReadOnlyList<PlayChat> chats)
    {
        var yaml = new TownYaml();
        yaml.Line(0, "# 演示用的花名册：地点和人都是按规则编出来的。");
        yaml.Line(0, "places:");
        yaml.Place(subDistrict, depth: 1, office);
        yaml.Line(0, "people:");
        foreach (var p in people)
        {
            yaml.Line(1, $"- {{userid: {p.UserId}, name: {p.Name}, call: {p.Call}, mobile: \"{p.Mobile}\", role: {p.Role}, place: {p.Place.Id}}}");
        }

        yaml.Line(0, "groups:");
        foreach (var chat in chats)
        {
            var levels = chat.PlaceId == subDistrict.Id ? "subdistrict" : "building, grid, community";
            yaml.Line(1, $"- {{chatid: {chat.ChatId}, name: {chat.Name}, place: {chat.PlaceId}, levels: [{levels}], push: true}}");
        }

        return yaml._text.ToString();
    }

    private void Place(TownPlace place, int depth, TownOffice? office)
    {
        if (place.Children.Count == 0)
        {
            Line(depth, $"- {{id: {place.Id}, name: {place.Name}, kind: {place.Kind}{Aliases(place, ", ")}, duty: [{Duties(place)}]}}");
            return;
        }

        Line(depth, $"- id: {place.Id}");
        Line(depth + 1, $"name: {place.Name}");
        Line(depth + 1, $"kind: {place.Kind}");
        if (place.Aliases.Count > 0)
        {
            Line(depth + 1, Aliases(place, ""));
        }

        if (place.Duty.Count > 0)
        {
            Line(depth + 1, $"duty: [{Duties(place)}]");
        }

        if (office is not null)
        {
            Line(
                depth + 1,
                $"office: {{fallback_owner: {office.FallbackOwner.UserId}, dispatcher: {office.Dispatcher.UserId}, "
                + $"roster_owner: {office.RosterOwner.UserId}, admin: {office.Admin.UserId}, duty_phone: 023-0000000}}");
        }

        Line(depth + 1, "children:");
        foreach (var child in place.Children)
        {
            Place(child, depth + 2, office: null);
        }
    }

    private static string Aliases(TownPlace place, string before) =>
        place.Aliases.Count == 0 ? "" : $"{before}aliases: [{string.Join(", ", place.Aliases)}]";

    private static string Duties(TownPlace place) => string.Join(", ", place.Duty.Select(d => d.StandIn is { } standIn
        ? $"{{user: {d.Person.UserId}, stand_ins: [{standIn.UserId}]}}"
        : d.Person.UserId));

    private void Line(int depth, string text) =>
        _text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{text}\n");
}
