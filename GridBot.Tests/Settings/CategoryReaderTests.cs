using GridBot.Core.Issues;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class CategoryReaderTests
{
    [Fact]
    public void A_good_file_becomes_a_tree()
    {
        var tree = Read(Samples.Categories).ValueOrDefault!;

        var noise = tree["noise"];
        Assert.Equal(["noise", "other"], tree.Categories.Select(c => c.Code));
        Assert.Equal(["噪音", "吵"], noise.Words);
        Assert.Equal(Urgency.Urgent, noise.Urgency);
        Assert.Equal(TimeSpan.FromMinutes(30), noise.ResponseLimit);
        Assert.Equal("城管", noise.Unit);
        Assert.Equal(Urgency.Emergency, noise.Subcategories[0].Urgency);
        Assert.Equal("工地夜间施工", tree.NameOf("noise", "construction_night"));
        Assert.False(tree["other"].InWorkingTime);
        Assert.Null(tree["other"].Unit);
    }

    [Fact]
    public void Three_working_days_are_three_days_of_office_hours()
    {
        var noise = Read(Samples.Categories).ValueOrDefault!["noise"];

        Assert.True(noise.InWorkingTime);
        Assert.Equal(TimeSpan.FromHours(27), noise.ResolutionLimit);
    }

    [Fact]
    public void The_list_may_stand_under_its_name()
    {
        var yaml = "categories:\n  - {code: other, name: 其他, response: 1h, resolution: 7d}";

        Assert.Equal("其他", Read(yaml).ValueOrDefault![CategoryTree.Other].Name);
    }

    public static TheoryData<string, string, string> Faults => new()
    {
        { "code: noise", "code: Noise!", "第1行 [0].code：“Noise!”不能作代码" },
        { "code: other", "code: noise", "第11行 [1].code：代码“noise”和第1行重复" },
        { "code: other", "code: others", "缺少 code 为 other 的类别" },
        { "  name: 噪音扰民\n", "", "第1行 [0]：缺少 name" },
        { "urgency: urgent", "urgency: urgnt", "没有“urgnt”这个取值，是不是想写“urgent”？" },
        { "  response: 30m\n", "", "缺少 response" },
        { "resolution: 3d", "resolution: 三天", "“三天”不是时长" },
        { "clock: working", "clock: office", "没有“office”这个取值，可以写：calendar、working" },
        { "words: [噪音, 吵]", "words: 噪音", "[0].words：这里要写列表" },
        { "words: [噪音, 吵]", "words: [噪音, []]", "[0].words[1]：这里只能写一个词" },
        { "subs:\n", "subs:\n    - {code: construction_night, name: 又一个}\n", "代码“construction_night”和第10行重复" },
        { "name: 工地夜间施工", "nmae: 工地夜间施工", "[0].subs[0].nmae：没有“nmae”这个字段，是不是想写“name”？" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_line_its_field_and_the_remedy(string what, string with, string expected)
    {
        var faults = Read(Samples.Replaced(Samples.Categories, what, with)).FaultsOrNone;

        Assert.Contains(faults, f => f.ToString().Contains(expected, StringComparison.Ordinal));
    }

    private static Loaded<CategoryTree> Read(string yaml) =>
        CategoryReader.Read(Samples.Source(yaml, "categories.yaml"), WorkingWeek.Default);
}
