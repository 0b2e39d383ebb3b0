using GridBot.Core.Issues;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class WordsReaderTests
{
    [Fact]
    public void Each_list_is_found_under_its_path()
    {
        var words = WordsReader.Read(Samples.Source(Samples.Vocabulary)).ValueOrDefault!;

        Assert.Equal(["收到", "我来"], words["ack"]);
        Assert.Equal(["没有", "不是"], words["marks.negation"]);
        Assert.Equal(["火情"], words["dangers[0].name"]);
        Assert.Equal(["着火", "冒烟"], words["dangers[0].words"]);
    }

    [Theory]
    [InlineData("[收到]", "这里要写“名称: 内容”的列表")]
    [InlineData("ack: [收到, [我来]]", "第1行 ack[1]：这里只能写一个词")]
    [InlineData("ack: [收到, {name: 我来}]", "第1行 ack[0]：这里要写“名称: 内容”的列表")]
    public void What_is_no_list_of_words_is_a_fault(string yaml, string expected) =>
        Assert.Contains(
            WordsReader.Read(Samples.Source(yaml)).FaultsOrNone, f => f.ToString().Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("category: nosie", "第1行 dangers[0].category：categories.yaml 里没有“nosie”这个类别，是不是想写“noise”？")]
    [InlineData("category: noise, subcategory: pile", "第1行 dangers[0].subcategory：categories.yaml 的“noise”下面没有“pile”这个小类")]
    public void A_danger_that_names_an_unknown_category_is_a_fault(string named, string expected)
    {
        var tree = CategoryReader.Read(Samples.Source(Samples.Categories), WorkingWeek.Default).ValueOrDefault;

        var words = WordsReader.Read(Samples.Source($"dangers: [{{name: 火情, {named}, words: [着火]}}]"), tree);

        Assert.Contains(expected, Assert.Single(words.FaultsOrNone).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_phrase_that_names_an_unknown_group_is_a_fault()
    {
        const string Yaml = "groups: {人: [老人]}\ndangers: [{name: 病, words: [<人>…<倒>, <人>…躺]}]\nmarks: {over: [<入>好了]}";

        var faults = WordsReader.Read(Samples.Source(Yaml)).FaultsOrNone.Select(f => f.ToString()).ToList();

        Assert.Equal(2, faults.Count);
        Assert.Contains("第2行 dangers[0].words[0]：groups 里没有“倒”这个词组", faults[0], StringComparison.Ordinal);
        Assert.Contains("第3行 marks.over[0]：groups 里没有“入”这个词组", faults[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_danger_that_names_a_known_category_is_fine()
    {
        var tree = CategoryReader.Read(Samples.Source(Samples.Categories), WorkingWeek.Default).ValueOrDefault;
        var yaml = "dangers: [{name: 打桩, category: noise, subcategory: construction_night, words: [打桩]}]";

        Assert.Equal(["noise"], WordsReader.Read(Samples.Source(yaml), tree).ValueOrDefault!["dangers[0].category"]);
    }
}
