using CsCheck;
using GridBot.Core.Understanding;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class RobustnessTests
{
    private static readonly string[] _pieces =
    [
        "10栋", "3#2-301", "1", "128", "#", "【", "】", "号", "着火", "电梯", "困", "没", "不", "收到", "转给", "转", "请", "落实", "挂账到", "明天",
        "12月", "3日", "周", "不是", "，", "。", "\n", " ", "：", "@", "😀", "吗", "？", "漏水", "噪音", "金龙社区", "3网格", "负一楼", "十", "百", "-", "是",
        "\u202E", "\0", "\uD83D", "一单元", "东户", "补充", "查", "我的待办",
    ];

    private const long MostBytesForACharacter = 200;

    private static readonly Gen<string> _piece = Gen.Int[0, _pieces.Length - 1].Select(i => _pieces[i]);

    [Fact]
    public void No_text_ever_throws_and_every_span_lies_in_it() =>
        Gen.Select(Gen.String, Gen.String.Null()).Sample((text, quoted) => Check(text, quoted), iter: 3000);

    [Fact]
    public void No_mixture_of_its_own_words_throws() =>
        _piece.Array[0, 14].Select(p => string.Concat(p)).Sample(text => Check(text, text), iter: 20000);

    [Fact]
    public void Full_width_says_the_same_as_half_width() =>
        _piece.Array[0, 8].Select(p => string.Concat(p)).Sample(text =>
        {
            var wide = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
            var (half, full) = (Ears.Hear(text), Ears.Hear(wide));
            return half.Intent == full.Intent && half.References.SequenceEqual(full.References);
        });

    public static TheoryData<string, string> Garbage => new()
    {
        { "nothing", "" },
        { "blanks", "  \n\t " },
        { "emoji", "😀🎉" },
        { "4,000 emoji", string.Concat(Enumerable.Repeat("😀", 4000)) },
        { "control characters", "\u0001\u0002\u0007\u001b" },
        { "direction marks", "\u202E\u200F\u2066" },
        { "10 KB of nonsense", string.Concat(Enumerable.Range(0, 10_000).Select(i => (char)('a' + (i * 7 % 26)))) },
        { "10 KB of digits", string.Concat(Enumerable.Repeat("1234567890", 1000)) },
        { "right to left", "שלום עולם" },
    };

    [Theory, MemberData(nameof(Garbage))]
    public void Garbage_is_chatter(string what, string text)
    {
        var reading = Ears.Hear(text);

        Assert.True(reading.Intent == Intent.Chatter, $"{what}: {reading.Intent}");
    }

    public static TheoryData<string> Words =>
        ["着火", "1 ", "3栋", "电梯困", "吵", "东门", "金龙社区", "阳光花园", "#1号、", "转发:", "没有噪音", "停水。", "3栋停水，5栋也停水。", "打孩子", "请", "😀", "<"];

    [Theory, MemberData(nameof(Words))]
    public void Twice_the_text_takes_twice_the_memory_at_most(string word)
    {
        var (half, whole) = (MemoryFor(Repeated(word, Normaliser.LongestRead / 2)), MemoryFor(Repeated(word, Normaliser.LongestRead)));

        Assert.InRange(whole, 0, half * 22 / 10);
        Assert.InRange(whole, 0, Normaliser.LongestRead * MostBytesForACharacter);
    }

    /// <summary>What is heard is kept; of what it takes to hear it, little is left for the collector.</summary>
    [Theory]
    [InlineData("3栋2单元水管漏水，地上全是水", 4500)]
    [InlineData("128 已经修好了，换了灯泡，谢谢师傅", 3500)]
    [InlineData("好的，知道了", 2000)]
    public void A_usual_message_takes_a_few_kilobytes(string text, long most) => Assert.InRange(MemoryFor(text), 0, most);

    [Theory, MemberData(nameof(Words))]
    public void Beyond_the_longest_text_nothing_is_read(string word)
    {
        var (read, longer) = (Repeated(word, Normaliser.LongestRead), Repeated(word, Normaliser.LongestRead * 20));

        Assert.Equal(Ears.Hear(read).Spans, Ears.Hear(longer).Spans);
        Assert.InRange(MemoryFor(longer), 0, MemoryFor(read) * 12 / 10);
    }

    /// <summary>These lists are gone through for each of their own items: as long as the text they would take its square in time.</summary>
    [Theory, MemberData(nameof(Words))]
    public void Of_the_same_word_over_and_over_only_so_many_are_found(string word)
    {
        var passage = Passage.Of(Repeated(word, Normaliser.LongestRead), new PhraseBook(WordFiles.Vocabulary, WordFiles.Categories), new PlaceIndex(Ears.Town));

        Assert.InRange(passage.Findings.Count, 0, 400);
        Assert.InRange(passage.Names.Count, 0, 200);
        Assert.InRange(passage.Unlisted.Count, 0, 400);
        Assert.InRange(passage.Numbers.Count, 0, 45);
        Assert.InRange(passage.References.Count, 0, 20);
    }

    private static string Repeated(string word, int length) => string.Concat(Enumerable.Repeat(word, length / word.Length));

    private static long MemoryFor(string text)
    {
        Ears.Hear(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ears.Hear(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static bool Check(string text, string? quoted)
    {
        var reading = Ears.Hear(text, quoted);
        return reading.Spans.All(s => s.Start >= 0 && s.Start < s.End && s.End <= text.Length && s.Text.Length == s.End - s.Start)
            && (reading.Intent != Intent.Report || reading.Problems.Count > 0)
            && (reading.Intent != Intent.Query || reading.Question is not null);
    }
}
