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
}
