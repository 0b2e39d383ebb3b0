using CsCheck;
using GridBot.Core.Wording;
using Xunit;

namespace GridBot.Tests.Core.Wording;

/// <summary>Phone and identity numbers are hidden before anything is kept.</summary>
public sealed class MaskingTests
{
    [Theory]
    [InlineData("我电话13800001234，快来", "我电话138****1234，快来")]
    [InlineData("138 0000 1234", "138****1234")]
    [InlineData("138-0000-1234", "138****1234")]
    [InlineData("+86 13800001234", "+86 138****1234")]
    [InlineData("8613800001234", "861******1234")]
    [InlineData("１３８００００１２３４", "１３８****１２３４")]
    [InlineData("打1380000123410栋楼下", "打138******3410栋楼下")]
    [InlineData("身份证11010119900101123X", "身份证110***********123X")]
    [InlineData("110101 19900101 1234", "110***********1234")]
    [InlineData("110101900101123", "110********1123")]
    [InlineData("座机023-68001234", "座机023-6800****")]
    [InlineData("座机023 68001234", "座机023 6800****")]
    [InlineData("6800123", "680****")]
    public void Numbers_of_people_are_hidden(string written, string kept) => Assert.Equal(kept, Masking.Mask(written));

    [Theory]
    [InlineData("10栋2单元301漏水")]
    [InlineData("#128已办结")]
    [InlineData("11月24日21:36开始，持续3小时")]
    [InlineData("打了110、119和12345")]
    [InlineData("2026-11-24 10栋 301 2026")]
    public void Places_times_and_short_numbers_stay(string written) => Assert.Equal(written, Masking.Mask(written));

    private static readonly Gen<string> Mobile = Gen.Select(Gen.Int[3, 9], Gen.Int[0, 999_999_999]).Select((second, rest) => $"1{second}{rest:000000000}");

    private static readonly string[] Surroundings = ["", "电话", "，", " ", "10栋", "找李师傅", "（", "+86", "号"];

    private static readonly Gen<string> Around = Gen.Int[0, Surroundings.Length - 1].Select(i => Surroundings[i]);

    [Fact]
    public void A_mobile_number_never_survives_whatever_stands_around_it() => Gen.Select(Around, Mobile, Around).Sample((before, mobile, after) =>
    {
        var kept = Masking.Mask(before + mobile + after);
        Assert.DoesNotContain(mobile, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(mobile[3..7], kept.Replace(mobile[7..], "", StringComparison.Ordinal).Replace(mobile[..3], "", StringComparison.Ordinal), StringComparison.Ordinal);
    });

    [Fact]
    public void No_run_of_nine_digits_survives() =>
        Gen.Int[0, 29].Select(i => i < 20 ? (char)('0' + (i % 10)) : "- 栋X８。-1 3"[i - 20]).Array[0, 60].Sample(written =>
        {
            var once = Masking.Mask(new string(written));
            Assert.DoesNotMatch(@"\d{9}", once);
        });

    [Theory]
    [InlineData("10栋2单元501室漏水", "10栋2单元***漏水", "501")]
    [InlineData("10栋502吵", "10栋***吵", "502")]
    [InlineData("3-2-1201漏水", "3-2-***漏水", "1201")]
    [InlineData("1203室没人应", "***没人应", "1203")]
    [InlineData("12栋3楼冒烟", "12栋3楼冒烟", null)]
    [InlineData("停水影响300户", "停水影响300户", null)]
    [InlineData("2026年11月", "2026年11月", null)]
    public void Door_numbers_are_hidden_and_floors_stay(string text, string hidden, string? door)
    {
        Assert.Equal(hidden, Masking.Doors(text));
        Assert.Equal(door, Masking.DoorIn(text));
    }
}
