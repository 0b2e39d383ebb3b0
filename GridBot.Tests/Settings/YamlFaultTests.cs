using System.Text;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class YamlFaultTests
{
    [Theory]
    [InlineData("", "roster.yaml：文件是空的")]
    [InlineData("# nothing but words\n", "roster.yaml：文件是空的")]
    [InlineData("~", "roster.yaml：文件是空的")]
    [InlineData("places: [\n", "YAML 写法有误")]
    [InlineData("places: \"[\n\n", "YAML 写法有误")]
    [InlineData("places:\n\t- id: a\n", "roster.yaml 第2行：缩进用了制表符")]
    [InlineData("places: []\npeople: []\nplaces: []\n", "roster.yaml 第3行 places：这个字段在第1行已经写过")]
    [InlineData("places: &all []\npeople: *all\n", "第2行 people：不支持 *all 这样的引用")]
    [InlineData("places: &all []\npeople: []\n", "第1行 places：不支持 &all 这样的标记")]
    [InlineData("places: []\n---\npeople: []\n", "roster.yaml 第2行：一个文件只能有一份内容")]
    [InlineData("just words", "roster.yaml 第1行：这里要写字段：places、people、groups")]
    [InlineData("places: []\npeople: []\n", "第1行 places：至少要有一个街道")]
    [InlineData("? [a, b]\n: c\n", "字段名只能是一个词")]
    public void A_file_that_is_no_settings_file_is_refused_with_words(string yaml, string expected) =>
        Assert.Contains(
            RosterReader.Read(Samples.Source(yaml)).FaultsOrNone, f => f.ToString().Contains(expected, StringComparison.Ordinal));

    [Fact]
    public void Bottomless_nesting_is_a_fault_and_no_crash()
    {
        var yaml = "places: " + new string('[', 5000) + new string(']', 5000);

        Assert.Contains("嵌套超过", RosterReader.Read(Samples.Source(yaml)).FaultsOrNone[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_cut_of_a_good_file_is_read_or_refused_and_never_thrown_upon()
    {
        foreach (var sample in new[] { Samples.Roster, Samples.Policies, Samples.Categories, Samples.Vocabulary })
        {
            for (var length = 0; length < sample.Length; length += 3)
            {
                var text = new Loaded<SettingsSource>.Good(Samples.Source(sample[..length]));
                Assert.NotNull(SettingsCheck.Read(new SettingsTexts(text, text, text, text)));
            }
        }
    }

    [Fact]
    public void A_file_in_another_encoding_is_told_to_be_saved_as_utf8()
    {
        using var folder = new SettingsFolder();
        File.WriteAllBytes(folder.Files.Roster, [0x70, 0x3a, 0x20, 0xb6, 0xab, 0xbd, 0xd6]);

        Assert.Contains("UTF-8", SettingsSource.Read(folder.Files.Roster).FaultsOrNone[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_makes_no_difference()
    {
        using var folder = new SettingsFolder();
        var plain = SettingsSource.Read(folder.Files.Roster).ValueOrDefault!;
        File.WriteAllText(folder.Files.Roster, Samples.Roster, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(plain.Hash, SettingsSource.Read(folder.Files.Roster).ValueOrDefault!.Hash);
    }
}
