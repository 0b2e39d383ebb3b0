using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training.Lines;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class LineGeneratorTests
{
    private const int Count = 6000;

    private static readonly TemplateReading Shipped = TemplateReader.Read(TrainingFiles.Texts("templates", "*.txt"));

    private static readonly IReadOnlyList<TrainingLine> Lines = [.. new LineGenerator(Shipped.Templates, seed: 7).Generate(Count)];

    [Fact]
    public void The_shipped_templates_are_without_fault() => Assert.Empty(Shipped.Faults);

    [Fact]
    public void The_same_seed_makes_the_same_lines_and_another_seed_others()
    {
        Assert.Equal(Rows(Lines), Rows(new LineGenerator(Shipped.Templates, seed: 7).Generate(Count)));
        Assert.NotEqual(Rows(Lines), Rows(new LineGenerator(Shipped.Templates, seed: 8).Generate(Count)));
    }

    [Fact]
    public void Every_line_made_could_stand_in_a_file()
    {
        var reading = LineReader.Read("made.tsv", string.Join('\n', Rows(Lines).Prepend(LineReader.Header)));

        Assert.Empty(reading.Faults);
        Assert.Equal(Count, reading.Lines.Count);
    }

    [Fact]
    public void No_line_comes_twice_and_no_gap_stays_open()
    {
        Assert.Equal(Count, Lines.Select(l => (l.Text, l.Thread)).Distinct().Count());
        Assert.DoesNotContain(Lines, l => l.Text.AsSpan().ContainsAny('{', '}', '|') || l.Thread.AsSpan().ContainsAny('{', '}', '|'));
    }

    [Fact]
    public void Every_intent_category_and_urgency_is_made_and_none_drowns_the_others()
    {
        Assert.All(Codes.Intents, i => Assert.True(Lines.Count(l => l.Intent == i) >= Count / 100, i));
        var issues = Lines.Where(l => l.IsIssue).ToList();
        Assert.All(LineLabels.Categories, c => Assert.InRange(issues.Count(l => l.Category == c), issues.Count / 60, issues.Count / 8));
        Assert.All(Codes.Urgencies, u => Assert.True(issues.Count(l => l.Urgency == u) >= issues.Count / 20, u));
    }

    [Fact]
    public void Lines_are_not_the_same_few_sentences_over_and_over()
    {
        var beginnings = Lines.Where(l => l.Text.Length >= 8).GroupBy(l => l.Text[..8]).Max(g => g.Count());
        Assert.InRange(beginnings, 1, Count / 100);
    }

    [Fact]
    public void A_filling_brings_its_category_and_the_most_pressing_urgency_counts()
    {
        var line = Assert.Single(Generate("[slot a: noise normal]\n吵\n[slot b: fire urgent]\n飞线\n[say report by resident]\n{a}，{b}", 1));

        Assert.Equal(["noise", "fire"], line.Categories);
        Assert.Equal(("urgent", "resident", false), (line.Urgency, line.Role, line.Emergency));
    }

    [Fact]
    public void Who_only_takes_a_problem_bears_neither_its_category_nor_its_urgency()
    {
        var line = Assert.Single(Generate("[slot a: fire emergency]\n着火了\n[say ack by grid_worker]\n{a} >> 马上到", 1));

        Assert.Equal(("", "", false, "着火了"), (line.Category, line.Urgency, line.Emergency, line.Thread));
    }

    [Fact]
    public void What_must_be_of_the_same_category_is() =>
        Assert.All(
            Generate("[slot a: noise normal]\n吵{1..9}\n[slot a: fire normal]\n烟{1..9}\n[slot b: noise]\n静了\n[slot b: fire]\n灭了\n[say reopen by resident]\n{a} >> {=b}", 2),
            l => Assert.Single(l.Categories));

    [Fact]
    public void A_choice_may_hold_gaps_and_numbers() =>
        Assert.All(Generate("[slot s]\n东门\n[say chat]\n{在{s}|等{3..4}天|}见{s?}", 20), l => Assert.Matches("^(在东门|等3天|等4天)?见(东门)?", l.Text));

    [Fact]
    public void Worn_out_templates_yield_fewer_lines_instead_of_running_on() =>
        Assert.InRange(Generate("[say ack]\n收到\n好的", 1000).Count, 2, 40);

    [Fact]
    public void A_slot_that_names_itself_comes_to_an_end() =>
        Assert.NotEmpty(Generate("[slot a]\n啊{a}\n[say chat]\n{a}", 1));

    [Theory]
    [InlineData("[say chat]\n{nobody}", 2, "nobody")]
    [InlineData("[say chat]\n{今天|明天", 2, "花括号")]
    [InlineData("[say chat]\n今天}", 2, "花括号")]
    [InlineData("早上好", 1, "不在任何一节")]
    [InlineData("[say gossip]\n早", 1, "gossip")]
    [InlineData("[say report: lamps normal]\n早", 1, "lamps")]
    [InlineData("[say report: noise soon]\n早", 1, "soon")]
    [InlineData("[say chat by boss]\n早", 1, "boss")]
    [InlineData("[say chat by resident for ever]\n早", 1, "看不懂")]
    [InlineData("[swap typo]\n电梯", 2, "原词=别字")]
    public void A_fault_in_a_template_names_file_and_line_and_what_to_do(string content, int line, string says) =>
        Assert.Contains(
            TemplateReader.Read([("t.txt", content)]).Faults,
            f => f.File == "t.txt" && f.Line == line && f.Text.Contains(says, StringComparison.Ordinal));

    private static List<TrainingLine> Generate(string templates, int count)
    {
        var reading = TemplateReader.Read([("t.txt", templates)]);
        Assert.Empty(reading.Faults);
        return [.. new LineGenerator(reading.Templates, seed: 1).Generate(count)];
    }

    private static IEnumerable<string> Rows(IEnumerable<TrainingLine> lines) => lines.Select(l => l.ToRow());
}
