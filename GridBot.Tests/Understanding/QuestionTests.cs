using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("#128", 128, true)]
    [InlineData("128", 128, true)]
    [InlineData("128到哪了", 128, true)]
    [InlineData("查 128", 128, true)]
    [InlineData("查128", 128, true)]
    [InlineData("128号怎么样了", 128, true)]
    [InlineData("3到哪了", 3, false)]
    [InlineData("3状态", 3, false)]
    [InlineData("3进展如何", 3, false)]
    public void About_an_issue(string text, long value, bool isNumber)
    {
        var reading = Ears.Hear(text);

        Assert.Equal((Intent.Query, new Question(Topic.Issue, null)), (reading.Intent, reading.Question));
        Assert.Equal([new IssueReference(value, isNumber)], reading.References);
    }

    [Theory]
    [InlineData("3号楼", "garden-3")]
    [InlineData("3号楼怎么样了", "garden-3")]
    [InlineData("10栋电梯修好了吗", "garden-10")]
    [InlineData("10栋的水来了没", "garden-10")]
    [InlineData("金龙社区有什么进展", "golden")]
    public void About_a_place(string text, string place)
    {
        var reading = Ears.Hear(text);

        Assert.Equal((Intent.Query, new Question(Topic.Place, place)), (reading.Intent, reading.Question));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("我的待办", Topic.Mine, null)]
    [InlineData("我手上还有几件", Topic.Mine, null)]
    [InlineData("未办结", Topic.Open, null)]
    [InlineData("还有哪些没办", Topic.Open, null)]
    [InlineData("金龙社区 未办结", Topic.Open, "golden")]
    [InlineData("未办结 3网格", Topic.Open, Ears.ThirdGrid)]
    [InlineData("超时", Topic.Overdue, null)]
    [InlineData("翠湖社区超时的有哪些", Topic.Overdue, "lake")]
    [InlineData("今天", Topic.Today, null)]
    [InlineData("今天 金龙社区", Topic.Today, "golden")]
    [InlineData("我反映的事有结果吗", Topic.Mine, null)]
    public void For_a_list(string text, Topic topic, string? place)
    {
        var reading = Ears.Hear(text);

        Assert.Equal((Intent.Query, new Question(topic, place)), (reading.Intent, reading.Question));
    }

    [Theory]
    [InlineData("帮助")]
    [InlineData("help")]
    [InlineData("怎么用")]
    public void For_help(string text)
    {
        var reading = Ears.Hear(text);

        Assert.Equal((Intent.Help, Topic.Help), (reading.Intent, reading.Question?.Topic));
    }

    [Fact]
    public void A_quoted_card_without_words_asks_about_its_issue()
    {
        var reading = Ears.Hear("", quoted: "【#128】10栋 工地夜间施工，请楼长帮忙看看。");

        Assert.Equal((Intent.Query, new Question(Topic.Issue, null)), (reading.Intent, reading.Question));
        Assert.Equal([new IssueReference(128, true)], reading.References);
    }

    [Theory]
    [InlineData("收到", "#128")]
    [InlineData("收到 #130", "#130")]
    public void A_number_in_the_quote_counts_where_the_text_has_none(string text, string number)
    {
        var reading = Ears.Hear(text, quoted: "【#128】10栋 工地夜间施工，请楼长帮忙看看。回：@网格助手 1收到");

        Assert.Equal([number], reading.References.Select(r => $"#{r.Value}"));
    }

    [Theory]
    [InlineData("10栋漏水")]
    [InlineData("10号楼3单元漏水")]
    [InlineData("漏水，电话13800001234")]
    [InlineData("3栋1502漏水")]
    [InlineData("8点还在施工吵得不行")]
    public void Buildings_doors_phones_and_times_are_no_references(string text) => Assert.Empty(Ears.Hear(text).References);
}
