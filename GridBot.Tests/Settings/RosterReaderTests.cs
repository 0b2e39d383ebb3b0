using GridBot.Core.Roster;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class RosterReaderTests
{
    [Fact]
    public void A_good_roster_becomes_a_book()
    {
        var book = Assert.IsType<Loaded<RosterBook>.Good>(RosterReader.Read(Samples.Source(Samples.Roster))).Value;

        Assert.Equal(["sd", "c1", "g1", "b1"], book.Places.Select(p => p.Id));
        Assert.Equal(["b1", "g1", "c1", "sd"], book.PathUp("b1").Select(p => p.Id));
        Assert.Equal(["第一网格"], book.FindPlace("g1")!.Aliases);
        Assert.Equal(new Person("wu", "吴建国", "13000000001", Role.BuildingLeader, "b1", "吴叔"), book.FindPerson("WU"));
        Assert.Equal(["chen"], book.ResponsibleAt("b1", Level.Grid).Select(p => p.UserId));
        Assert.Equal(["liu"], book.ResponsibleAt("b1", Level.SubDistrict).Select(p => p.UserId));
        Assert.Equal("023-0000000", book.OfficeOf("b1")!.DutyPhone);
        var group = book.FindGroup("wrA")!;
        Assert.Equal([Level.Building, Level.Grid, Level.Community], group.Levels);
        Assert.False(group.HasPushRobot);
    }

    [Theory]
    [InlineData("吴建国", "building_leader", "吴楼长")]
    [InlineData("李强", "grid", "李师傅")]
    [InlineData("欧阳文华", "community", "欧阳老师")]
    [InlineData("何敏", "admin", "何敏")]
    [InlineData("阿依古丽·买买提", "grid", "阿依古丽·买买提")]
    public void Who_has_no_call_gets_one_that_suits(string name, string role, string call)
    {
        var yaml = Samples.Replaced(
            Samples.Roster, "name: 李强, role: grid", $"name: {name}, role: {role}");

        Assert.Equal(call, RosterReader.Read(Samples.Source(yaml)).ValueOrDefault!.FindPerson("li")!.Call);
    }

    [Fact]
    public void A_group_that_says_nothing_holds_the_lower_rungs_and_a_push_robot()
    {
        var yaml = Samples.Replaced(Samples.Roster, ", levels: [building, grid, community], push: false", "");

        var group = RosterReader.Read(Samples.Source(yaml)).ValueOrDefault!.FindGroup("wrA")!;

        Assert.Equal([Level.Building, Level.Grid], group.Levels);
        Assert.True(group.HasPushRobot);
    }

    [Fact]
    public void A_long_list_may_tie_places_by_parent()
    {
        var yaml = Samples.Replaced(
            Samples.Roster, "people:", "  - {id: a1, name: 东片, kind: area, parent: c1}\n  - {id: g2, name: 2网格, kind: grid, parent: a1}\npeople:");

        var book = RosterReader.Read(Samples.Source(yaml)).ValueOrDefault!;

        Assert.Equal(["g2", "a1", "c1", "sd"], book.PathUp("g2").Select(p => p.Id));
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "id: b1, name: 1栋, kind: building", "id: b1, nam: 1栋, kind: building", "第19行 places[0].children[0].children[0].children[0].nam：没有“nam”这个字段，是不是想写“name”？" },
        { "id: b1, name: 1栋, kind: building", "id: b1, kind: building", "第19行 places[0].children[0].children[0].children[0]：缺少 name，请补上" },
        { "kind: community", "kind: comunity", "第10行 places[0].children[0].kind：没有“comunity”这个取值，是不是想写“community”？" },
        { "id: b1, name", "id: g1, name", "第19行 places[0].children[0].children[0].children[0].id：id“g1”和第13行的“1网格”重复" },
        { "kind: building", "kind: area, office: {}", "office 只写在街道" },
        { "kind: building", "kind: area", "片区不在提醒的层级里" },
        { "kind: building", "kind: community", "“1栋”放错了地方：社区（community）要放在街道（subdistrict）下面" },
        { "kind: building", "kind: subdistrict", "“1栋”放错了地方：街道（subdistrict）是最上一级" },
        { "kind: grid", "kind: building", "“1网格”放错了地方：楼栋（building）要放在网格（grid）下面" },
        { "kind: community", "kind: grid", "“金龙社区”放错了地方：网格（grid）要放在社区（community）下面" },
        { "people:", "  - {id: g-7, name: 7网格, kind: grid, parent: c-9}\npeople:", "第20行 places[1].parent：没有“c-9”这个地点，请检查 id" },
        { "people:", "  - {id: a, name: 甲, kind: area, parent: b}\n  - {id: b, name: 乙, kind: area, parent: a}\npeople:", "第20行 places[1].parent：“甲”的上级绕了一圈又回到自己" },
        { "id: b1, name", "id: b1, parent: g1, name", "请去掉 parent" },
        { "- {id: b1", "- {id: b2, name: 1栋, kind: building}\n              - {id: b1", "同一个上级下面，“1栋”和第19行重名" },
        { "duty: [wu]", "duty: [wuu]", "第19行 places[0].children[0].children[0].children[0].duty[0]：people 里没有“wuu”这个人" },
        { "duty: [wu]", "duty: [wu, WU]", "“wu”在这里写了两次" },
        { "stand_ins: [chen]", "stand_ins: [nobody]", "people 里没有“nobody”这个人" },
        { "stand_ins: [chen]", "stand_ins: [li]", "替班人“li”是本人或写了两次" },
        { "away: true", "away: maybe", "“maybe”看不懂，请写 true 或 false" },
        { "user: li,", "usr: li,", "没有“usr”这个字段，是不是想写“user”？" },
        { "fallback_owner: liu, ", "", "第6行 places[0].office：缺少 fallback_owner，请补上" },
        { "dispatcher: liu, ", "", "缺少 dispatcher" },
        { "roster_owner: liu, ", "", "缺少 roster_owner" },
        { "admin: liu, ", "", "缺少 admin" },
        { ", duty_phone: 023-0000000", "", "缺少 duty_phone" },
        { "dispatcher: liu", "dispatcher: nobody", "第6行 places[0].office.dispatcher：people 里没有“nobody”这个人" },
        { "duty_phone: 023-0000000", "duty_phone: 电话", "“电话”不是电话号码" },
        { "    office: {fallback_owner: liu, dispatcher: liu, roster_owner: liu, admin: liu, duty_phone: 023-0000000}\n", "", "街道“东街街道”缺少 office" },
        { "userid: wu,", "userid: 吴,", "第21行 people[0].userid：“吴”不是企业微信的 userid" },
        { "userid: li,", "userid: WU,", "userid“WU”和第21行的吴建国重复（不分大小写）" },
        { "13000000001", "1300000001", "“1300000001”不是手机号" },
        { "name: 李强,", "name: 李强, mobile: \"13000000001\",", "手机号和第21行重复" },
        { "role: grid, place: g1", "role: gird, place: g1", "没有“gird”这个取值，是不是想写“grid”？" },
        { "role: grid, place: g1", "role: grid", "第22行 people[1]：缺少 place" },
        { "role: grid, place: g1", "role: grid, place: g9", "第22行 people[1].place：没有“g9”这个地点，请检查 id" },
        { "chatid: wrA, ", "", "第26行 groups[0]：缺少 chatid" },
        { "- {chatid: wrA", "- {chatid: wrA, name: 又一个, place: c1}\n  - {chatid: wrA", "chatid 和第26行重复" },
        { "chatid: wrA,", "chatid: \"wr A\",", "chatid 要和回调里的一样" },
        { "place: g1, levels", "place: g9, levels", "第26行 groups[0].place：没有“g9”这个地点" },
        { "levels: [building, grid, community]", "levels: []", "至少写一个层级" },
        { "levels: [building, grid, community]", "levels: [grid, grid]", "这个层级写了两次" },
        { "levels: [building, grid, community]", "levels: [street]", "没有“street”这个取值，可以写：building、grid、community、subdistrict" },
        { "levels: [building, grid, community]", "levels: grid", "这里要写列表" },
        { "push: false", "push: 有时", "请写 true 或 false" },
        { "groups:", "group:", "没有“group”这个字段，是不是想写“groups”？" },
        { "people:", "peple:", "缺少 people" },
        { "name: 金龙社区", "name: [金龙社区]", "这里只能写一个词" },
        { "name: 金龙社区", "name: \"\"", "不能为空" },
        { "- {id: b1, name: 1栋, kind: building, duty: [wu]}", "- id：b1", "冒号要用英文的" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_line_its_field_and_the_remedy(string what, string with, string expected)
    {
        var yaml = Samples.Replaced(Samples.Roster, what, with);

        var faults = Assert.IsType<Loaded<RosterBook>.Faulty>(RosterReader.Read(Samples.Source(yaml))).Faults;

        Assert.Contains(faults, f => f.ToString().Contains(expected, StringComparison.Ordinal));
        Assert.All(faults, f => Assert.StartsWith("roster.yaml 第", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_faults_are_told_at_once_and_none_that_only_follows_from_another()
    {
        var yaml = Samples.Roster
            .Replace("id: g1", "id: g 1x", StringComparison.Ordinal)
            .Replace("kind: community\n", "\n", StringComparison.Ordinal)
            .Replace("userid: wu,", "userid: 吴,", StringComparison.Ordinal);

        var faults = RosterReader.Read(Samples.Source(yaml)).FaultsOrNone;

        Assert.Equal(
            [
                "places[0].children[0]",
                "places[0].children[0].children[0].children[0].duty[0]",
                "people[0].userid",
                "people[1].place",
                "groups[0].place",
            ],
            faults.Select(f => f.Path));
    }
}
