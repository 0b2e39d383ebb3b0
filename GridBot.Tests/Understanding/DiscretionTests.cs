using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>Plain words make an issue private, a guess doesn't.</summary>
public sealed class DiscretionTests
{
    [Theory]
    [InlineData("10栋楼上打孩子，吵得睡不着")]
    [InlineData("10栋夫妻吵架")]
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
    public void A_vague_line_does_not_vanish_from_the_group(string text) =>
        Assert.False(IsPrivate(Ears.Hear(text)));

    private static bool IsPrivate(Reading reading) =>
        reading.Problems.Any(p => WordFiles.Categories.IsPrivate(p.Category, p.Subcategory));
}
