using System.Globalization;
using System.Text;
using CsCheck;
using GridBot.WeCom.Messages;
using Xunit;

namespace GridBot.Tests.WeCom;

public class ShortenTests
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Text as people write it here: letters, Chinese, emoji, emoji joined to families, flags, marks.</summary>
    private static readonly Gen<string> Text = Gen.Int[0, 6]
        .Select(i => new[] { "a", "漏", "😟", "👨‍👩‍👧", "🇨🇳", "e\u0301", " " }[i])
        .Array[0, 60]
        .Select(string.Concat);

    [Theory]
    [InlineData("电梯坏了", 12, "电梯坏了")]
    [InlineData("电梯坏了", 11, "电梯…")]
    [InlineData("电梯坏了", 3, "…")]
    [InlineData("电梯坏了", 2, "")]
    [InlineData("abcd", 3, "…")]
    [InlineData("abcdef", 5, "ab…")]
    [InlineData("a😟b", 6, "a😟b")]
    [InlineData("a😟bcd", 7, "a…")]
    [InlineData("", 0, "")]
    public void Bytes_are_cut_between_characters(string text, int limit, string expected) =>
        Assert.Equal(expected, Shorten.ToBytes(text, limit));

    [Theory]
    [InlineData("我来处理", 4, "我来处理")]
    [InlineData("我来处理吧", 4, "我来处…")]
    [InlineData("一😟二三", 4, "一😟…")]
    [InlineData("一👨‍👩‍👧二", 8, "一…")]
    [InlineData("一👨‍👩‍👧二三", 10, "一👨‍👩‍👧…")]
    public void Characters_are_cut_between_emoji(string text, int limit, string expected) =>
        Assert.Equal(expected, Shorten.ToCharacters(text, limit));

    [Fact]
    public void What_is_cut_fits_and_begins_like_the_text_and_nothing_in_it_is_broken() =>
        Gen.Select(Text, Gen.Int[0, 80]).Sample((text, limit) =>
        {
            var bytes = Shorten.ToBytes(text, limit);
            Assert.True(Strict.GetByteCount(bytes) <= limit);
            AssertBeginsLike(text, bytes, isWhole: Strict.GetByteCount(text) <= limit);

            var characters = Shorten.ToCharacters(text, limit);
            Assert.True(characters.Length <= limit);
            Assert.True(Strict.GetByteCount(characters) >= 0);
            AssertBeginsLike(text, characters, isWhole: text.Length <= limit);
        });

    [Fact]
    public void Any_string_at_all_is_cut_to_size() =>
        Gen.Select(Gen.String, Gen.Int[0, 40]).Sample((text, limit) =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(Shorten.ToBytes(text, limit)) <= limit);
            Assert.True(Shorten.ToCharacters(text, limit).Length <= limit);
        });

    [Fact]
    public void Marks_heaped_on_one_letter_do_not_empty_the_text()
    {
        var heap = "a" + new string('\u0301', 5000);

        Assert.StartsWith("a", Shorten.ToBytes(heap, 100), StringComparison.Ordinal);
        Assert.Equal(26, Shorten.ToCharacters(heap, 26).Length);
    }

    private static void AssertBeginsLike(string text, string cut, bool isWhole)
    {
        if (isWhole)
        {
            Assert.Equal(text, cut);
            return;
        }

        var kept = cut.EndsWith('…') ? cut[..^1] : cut;
        Assert.StartsWith(kept, text, StringComparison.Ordinal);

        // Between two elements; inside one only if that is the first and larger than the whole limit.
        var edges = StringInfo.ParseCombiningCharacters(text);
        var endOfFirst = edges.Length > 1 ? edges[1] : text.Length;
        Assert.True(edges.Contains(kept.Length) || kept.Length < endOfFirst);
    }
}
