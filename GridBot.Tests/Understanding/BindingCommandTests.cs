using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

/// <summary>What people write when they set a group up.</summary>
public sealed class BindingCommandTests
{
    [Theory]
    [InlineData("绑定 第二网格", "第二网格", false)]
    [InlineData(" 绑定金龙社区3网格 ", "金龙社区3网格", false)]
    [InlineData("绑定：3网格 私信", "3网格", true)]
    public void A_place_to_bind(string text, string place, bool quiet) =>
        Assert.Equal(new BindingCommand.Bind(place, quiet), BindingCommand.Read(text));

    [Theory]
    [InlineData("绑定 0042", "0042")]
    [InlineData("绑定１２３４", "1234")]
    public void A_code(string text, string code) => Assert.Equal(new BindingCommand.GiveCode(code), BindingCommand.Read(text));

    [Theory]
    [InlineData("10栋电梯坏了")]
    [InlineData("门口电线没绑定牢，掉下来了")]
    [InlineData("铃 3网格")]
    [InlineData("门铃坏了 https://example.invalid/x?key=abcd")]
    [InlineData(null)]
    public void Anything_else(string? text) => Assert.Null(BindingCommand.Read(text));

    [Fact]
    public void A_key_is_read_and_never_told_again()
    {
        var read = BindingCommand.Read("铃 第三网格 https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0123-abcd");
        Assert.Equal(new BindingCommand.KeepKey("第三网格", "0123-abcd"), read);
        Assert.DoesNotContain("0123-abcd", read!.ToString(), StringComparison.Ordinal);
        Assert.Null(Assert.IsType<BindingCommand.KeepKey>(BindingCommand.Read("铃 3网格 https://example.invalid")).Key);
    }
}
