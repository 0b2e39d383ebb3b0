using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class PolicyReaderTests
{
    [Fact]
    public void A_good_file_becomes_a_policy()
    {
        var policy = Read(Samples.Policies).ValueOrDefault!;

        Assert.Equal(
            [new LadderStep(Level.Building, TimeSpan.FromSeconds(90)), new LadderStep(Level.SubDistrict, TimeSpan.FromMinutes(20))],
            policy.Default.Steps);
        Assert.Equal([TimeSpan.FromMinutes(20), new Wait(TimeSpan.FromHours(1))], policy.Default.Rounds);
        Assert.Equal(new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0)), policy.QuietHours);
        Assert.Equal(new DailyWindow(new TimeOnly(21, 0), new TimeOnly(6, 0)), policy.NoisyNight);
        Assert.Equal([Level.Grid, Level.SubDistrict], policy.EmergencyTogether);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday], policy.WorkingHours.Days);
        Assert.Equal(new TimeOnly(8, 30), policy.WorkingHours.From);
        Assert.Equal(
            [new DateOnly(2027, 2, 5), new DateOnly(2027, 2, 6), new DateOnly(2027, 2, 7)], policy.WorkingHours.Holidays.Order());
        Assert.True(policy.WorkingHours.IsWorkingDay(new DateOnly(2027, 2, 14)));
        Assert.Equal(TimeSpan.FromDays(2), policy.CloseAfter);
        Assert.Equal(0.5, policy.RemindAt);
        Assert.Equal(TimeSpan.FromHours(12), policy.DuplicateWindow);
    }

    [Fact]
    public void An_exception_keeps_what_it_does_not_change()
    {
        var policy = Read(Samples.Policies).ValueOrDefault!;

        var ladder = policy.LadderFor("noise", Urgency.Urgent);

        Assert.Equal(policy.Default.Steps, ladder.Steps);
        Assert.Equal([new Wait(TimeSpan.FromMinutes(10))], ladder.Rounds);
        Assert.Same(policy.Default, policy.LadderFor("noise", Urgency.Normal));
    }

    [Fact]
    public void What_is_left_out_has_a_sensible_value()
    {
        var policy = Read("steps: [{level: grid, window: 5m}]\nquiet_hours: none").ValueOrDefault!;

        Assert.Null(policy.QuietHours);
        Assert.Empty(policy.Default.Rounds);
        Assert.Equal([Level.Building, Level.Grid, Level.Community, Level.SubDistrict], policy.EmergencyTogether);
        Assert.Equal(new DailyWindow(new TimeOnly(22, 0), new TimeOnly(6, 0)), policy.NoisyNight);
        Assert.Equal(TimeSpan.FromDays(3), policy.CloseAfter);
        Assert.Same(WorkingWeek.Default, policy.WorkingHours);
    }

    [Fact]
    public void A_window_may_count_working_time()
    {
        var policy = Read("steps: [{level: grid, window: 4wh}, {level: community, window: 90wm}]\nrounds: [1h, 8wh]").ValueOrDefault!;

        Assert.Equal([new Wait(TimeSpan.FromHours(4), true), new Wait(TimeSpan.FromMinutes(90), true)], policy.Default.Steps.Select(s => s.Window));
        Assert.Equal([TimeSpan.FromHours(1), new Wait(TimeSpan.FromHours(8), true)], policy.Default.Rounds);
    }

    private const string Night =
        "steps: [{level: grid, window: 5m}]\nnight:\n  - {urgency: urgent, from: \"22:00\", to: \"07:00\", steps: [{level: grid, window: 5m}, {level: subdistrict, window: 9m}]}\n";

    [Fact]
    public void By_night_an_urgency_may_have_steps_of_its_own()
    {
        var policy = Read(Night).ValueOrDefault!;

        Assert.Equal([Level.Grid, Level.SubDistrict], policy.LadderFor("noise", Urgency.Urgent, new TimeOnly(23, 0)).Steps.Select(s => s.Level));
        Assert.Same(policy.Default, policy.LadderFor("noise", Urgency.Urgent, new TimeOnly(7, 0)));
        Assert.Same(policy.Default, policy.LadderFor("noise", Urgency.Normal, new TimeOnly(23, 0)));
    }

    [Theory]
    [InlineData("urgency: urgent", "urgency: emergency", "第3行 night[0]：险情不分昼夜，各级同时提醒；要改请写 emergency.together")]
    [InlineData("urgency: urgent, ", "", "night[0]：缺少 urgency")]
    [InlineData("from: \"22:00\", ", "", "night[0]：缺少 from")]
    [InlineData("07:00", "22:00", "night[0]：from 和 to 相同")]
    [InlineData("07:00", "七点", "night[0].to：“七点”不是时刻")]
    [InlineData("window: 9m", "window: 9wx", "night[0].steps[1].window：“9wx”不是时长")]
    [InlineData("window: 9m", "window: 0wh", "night[0].steps[1].window：“0wh”不是工作时长，请写整数加 wh（工作小时）或 wm（工作分钟），如 4wh")]
    public void A_faulty_night_names_its_remedy(string what, string with, string expected) =>
        Assert.Contains(Read(Night.Replace(what, with, StringComparison.Ordinal)).FaultsOrNone, f => f.ToString().Contains(expected, StringComparison.Ordinal));

    public static TheoryData<string, string, string> Faults => new()
    {
        { "window: 90s", "window: 0s", "第2行 steps[0].window：时长要大于 0" },
        { "window: 90s", "window: 90", "“90”不是时长" },
        { "window: 90s", "window: 五分钟", "不是时长" },
        { "window: 90s", "window: -5m", "不是时长" },
        { "window: 90s", "window: 5 m", "不是时长" },
        { "window: 90s", "windw: 5m", "没有“windw”这个字段，是不是想写“window”？" },
        { "level: building, ", "", "第2行 steps[0]：缺少 level" },
        { "level: subdistrict", "level: building", "第3行 steps[1]：层级要从低到高" },
        { "level: subdistrict", "level: street", "没有“street”这个取值" },
        { "steps:\n  - {level: building, window: 90s}\n  - {level: subdistrict, window: 20m}", "steps: []", "第1行 steps：至少写一级" },
        { "steps:", "stepz:", "缺少 steps" },
        { "rounds: [20m, 1h]", "rounds: 20m", "第4行 rounds：这里要写列表" },
        { "rounds: [20m, 1h]", "rounds: [20m, 0m]", "第4行 rounds[1]：时长要大于 0" },
        { "22:00-07:00", "22:00", "第5行 quiet_hours：“22:00”不是时段" },
        { "22:00-07:00", "25:00-07:00", "不是时段" },
        { "22:00-07:00", "22:00-22:00", "起止时刻相同" },
        { "21:00-06:00", "none", "第6行 noisy_night：“none”不是时段" },
        { "from: \"08:30\"", "from: \"8点\"", "working_hours.from：“8点”不是时刻" },
        { "to: \"17:30\"", "to: \"08:00\"", "下班时间 08:00 要晚于上班时间 08:30" },
        { "days: [mon, 周二]", "days: [monday]", "没有“monday”这个取值" },
        { "days: [mon, 周二]", "days: []", "至少写一个工作日" },
        { "2027-02-14", "2月14日", "working_hours.make_up_days[0]：“2月14日”不是日期" },
        { "2027-02-05~2027-02-07", "2027-02-07~2027-02-05", "不是日期" },
        { "2027-02-14", "2027-02-06", "2027-02-06 又是假日又是调休上班日" },
        { "together: [grid, subdistrict]", "together: []", "emergency.together：至少写一个层级" },
        { "{together: [grid, subdistrict]}", "{}", "缺少 together" },
        { "categories: [noise], urgency: urgent, ", "", "第10行 exceptions[0]：要写明对哪些事例外" },
        { ", rounds: [10m]}", "}", "要写明怎样例外" },
        { "urgency: urgent", "urgency: 急", "exceptions[0].urgency：没有“急”这个取值，可以写：normal、urgent、emergency" },
        { "close_after: 2d", "close_after: never", "close_after：“never”不是时长" },
        { "remind_at: 0.5", "remind_at: 80%", "“80%”要写成 0 和 1 之间的小数" },
        { "remind_at: 0.5", "remind_at: 1.0", "要写成 0 和 1 之间的小数" },
        { "remind_at", "remindat", "没有“remindat”这个字段，是不是想写“remind_at”？" },
        { "duplicate_window: 12h", "duplicate_window: [12h]", "这里只能写一个词" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_line_its_field_and_the_remedy(string what, string with, string expected)
    {
        var faults = Read(Samples.Replaced(Samples.Policies, what, with)).FaultsOrNone;

        Assert.Contains(faults, f => f.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_category_that_the_other_file_lacks_is_a_fault()
    {
        var tree = CategoryReader.Read(Samples.Source(Samples.Categories), WorkingWeek.Default).ValueOrDefault!;

        var faults = PolicyReader.Read(
            Samples.Source(Samples.Replaced(Samples.Policies, "[noise]", "[nosie]"), "policies.yaml"), tree).FaultsOrNone;

        Assert.Equal(
            "policies.yaml 第10行 exceptions[0].categories[0]：categories.yaml 里没有“nosie”这个类别，是不是想写“noise”？",
            Assert.Single(faults).ToString());
    }

    private static Loaded<EscalationPolicy> Read(string yaml) => PolicyReader.Read(Samples.Source(yaml, "policies.yaml"));
}
