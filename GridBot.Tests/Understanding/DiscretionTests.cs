using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Plain words make an issue private, a guess doesn't.</summary>
public sealed class DiscretionTests
{
    /// <summary>Whom the model doubts, the card asks about, also where the words alone are surer than it.</summary>
    [Fact]
    public void Plain_words_beside_a_model_in_doubt_are_asked_about()
    {
        var book = new PhraseBook(WordFiles.Vocabulary, WordFiles.Categories);
        var words = new CategoryWords(book, WordFiles.Categories);
        var passage = Passage.Of("对门天天骂街", book, new PlaceIndex(Ears.Town));
        var doubted = words.Guess(passage, 0, passage.Text.Length) with { Category = WordFiles.Categories["noise"], Confidence = 0.5, SureFrom = 0.93 };

        var judged = new Discretion(WordFiles.Categories, words).Judged(doubted, passage, 0, passage.Text.Length);

        Assert.Equal(("neighbour", false), (judged.Category.Code, judged.IsSure));
    }

    [Theory]
    [InlineData("10栋楼上打孩子，吵得睡不着")]
    [InlineData("10栋夫妻吵架")]
    [InlineData("10栋夫妻天天吵架")]
    [InlineData("楼上两口子半夜又吵架，吵得睡不着")]
    [InlineData("他妈的楼上又打孩子")]
    [InlineData("10栋有人精神病发作")]
    [InlineData("10栋聚众赌博，楼道里全是烟味")]
    [InlineData("10栋楼长乱收费")]
    public void Plain_words_are_private_whatever_else_is_complained_of(string text) =>
        Assert.True(IsPrivate(Ears.Hear(text)));

    [Theory]
    [InlineData("10栋楼梯间")]
    [InlineData("10栋大门口")]
    [InlineData("10栋邻居养狗太吵")]
    [InlineData("10栋电梯坏了没人修")]
    [InlineData("楼上天天跳舞吵死了")]
    [InlineData("楼上夫妻两个天天拖桌子吵死了")]
    [InlineData("和邻居家共用的水管漏水")]
    [InlineData("10栋楼上小孩半夜蹦，说了不听，吵死了")]
    [InlineData("网吧放未成年人进去上网")]
    public void A_vague_line_does_not_vanish_from_the_group(string text) =>
        Assert.False(IsPrivate(Ears.Hear(text)));

    [Theory]
    [InlineData("楼上经常打孩子，别说是我说的")]
    [InlineData("11栋楼上经常打孩子，别说是我说的")]
    [InlineData("对门又在打老婆")]
    [InlineData("隔壁老是打骂老人，看不下去")]
    [InlineData("我被老公打了")]
    [InlineData("5栋家暴，麻烦来个人")]
    [InlineData("那户虐待婆婆，不给老人饭吃")]
    [InlineData("楼上打孩子，请社区上门看看")]
    [InlineData("现在就在打小孩")]
    public void Who_is_hurt_at_home_is_a_private_report_whatever_the_model_takes_it_for(string text)
    {
        var reading = Ears.Hear(text);
        Assert.Equal((Intent.Report, 1.0), (reading.Intent, reading.Confidence));
        Assert.True(IsPrivate(reading));
    }

    [Theory]
    [InlineData("没有打孩子，是电视的声音")]
    [InlineData("昨天看电影，里面那个男的打老婆")]
    [InlineData("新闻里又是家暴")]
    [InlineData("打孩子都没用，作业还是写到十一点")]
    [InlineData("气得想打孩子哈哈")]
    [InlineData("打孩子的电话打不通")]
    [InlineData("反家暴宣传周五下午在活动室")]
    [InlineData("打孩子那家已上门，调解好了")]
    [InlineData("去年楼上打孩子的那家搬走了")]
    [InlineData("我老公打车回来的")]
    [InlineData("转给妇联，是家暴的事")]
    public void What_only_speaks_of_it_is_not_made_a_report_by_rule(string text) => Assert.False(Ears.Hear(text) is { Intent: Intent.Report, Confidence: 1 });

    private static bool IsPrivate(Reading reading) =>
        reading.Problems.Any(p => WordFiles.Categories.IsPrivate(p.Category, p.Subcategory));
}
