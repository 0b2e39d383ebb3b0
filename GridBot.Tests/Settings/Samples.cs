using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

/// <summary>Small files without a fault, to break in one place.</summary>
internal static class Samples
{
    public const string Roster = """
        places:
          - id: sd
            name: 东街街道
            kind: subdistrict
            duty: [liu]
            office: {fallback_owner: liu, dispatcher: liu, roster_owner: liu, admin: liu, duty_phone: 023-0000000}
            children:
              - id: c1
                name: 金龙社区
                kind: community
                duty: [chen]
                children:
                  - id: g1
                    name: 1网格
                    kind: grid
                    aliases: [第一网格]
                    duty: [{user: li, stand_ins: [chen], away: true}]
                    children:
                      - {id: b1, name: 1栋, kind: building, duty: [wu]}
        people:
          - {userid: wu, name: 吴建国, call: 吴叔, mobile: "13000000001", role: building_leader, place: b1}
          - {userid: li, name: 李强, role: grid, place: g1}
          - {userid: chen, name: 陈静, role: community, place: c1}
          - {userid: liu, name: 刘志远, role: subdistrict, place: sd}
        groups:
          - {chatid: wrA, name: 1网格群, place: g1, levels: [building, grid, community], push: false}

        """;

    public const string Policies = """
        steps:
          - {level: building, window: 90s}
          - {level: subdistrict, window: 20m}
        rounds: [20m, 1h]
        quiet_hours: "22:00-07:00"
        noisy_night: "21:00-06:00"
        working_hours: {days: [mon, 周二], from: "08:30", to: "17:30", holidays: [2027-02-05~2027-02-07], make_up_days: [2027-02-14]}
        emergency: {together: [grid, subdistrict]}
        exceptions:
          - {categories: [noise], urgency: urgent, rounds: [10m]}
        close_after: 2d
        remind_at: 0.5
        duplicate_window: 12h

        """;

    public const string Categories = """
        - code: noise
          name: 噪音扰民
          urgency: urgent
          response: 30m
          resolution: 3d
          clock: working
          unit: 城管
          words: [噪音, 吵]
          subs:
            - {code: construction_night, name: 工地夜间施工, words: [打桩], urgency: emergency}
        - {code: other, name: 其他, response: 1h, resolution: 7d}

        """;

    public const string Vocabulary = """
        ack: [收到, 我来]
        marks:
          negation: [没有, 不是]
        dangers:
          - {name: 火情, words: [着火, 冒烟]}

        """;

    public static SettingsSource Source(string content, string name = "roster.yaml") => new(name, content);

    public static string Replaced(string content, string what, string with)
    {
        Assert.Contains(what, content, StringComparison.Ordinal);
        return content.Replace(what, with, StringComparison.Ordinal);
    }
}
