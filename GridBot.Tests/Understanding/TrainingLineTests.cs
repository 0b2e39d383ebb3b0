using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training.Lines;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class TrainingLineTests
{
    [Fact]
    public void A_row_becomes_a_line_with_all_its_labels()
    {
        var line = Assert.Single(Read("3#灯坏了 门也坏了\treport\tfacility,property\tnormal\t0\tresident\t").Lines);

        Assert.Equal("3#灯坏了 门也坏了", line.Text);
        Assert.Equal(["facility", "property"], line.Categories);
        Assert.Equal("facility", line.Category);
        Assert.True(line.IsIssue);
        Assert.False(line.Emergency);
        Assert.Equal("", line.Thread);
    }

    [Fact]
    public void A_line_is_written_as_it_was_read()
    {
        const string row = "马上到\tack\t\t\t0\tgrid_worker\t有人晕倒";
        Assert.Equal(row, Assert.Single(Read(row).Lines).ToRow());
    }

    [Theory]
    [InlineData("灯坏了\tcomplain\tfacility\tnormal\t0\tresident\t", "intent", "complain")]
    [InlineData("灯坏了\treport\tlamp\tnormal\t0\tresident\t", "category", "lamp")]
    [InlineData("灯坏了\treport\tfacility,facility\tnormal\t0\tresident\t", "category", "两次")]
    [InlineData("灯坏了\treport\t\tnormal\t0\tresident\t", "category", "other")]
    [InlineData("收到\tack\tfacility\t\t0\tresident\t", "category", "应为空")]
    [InlineData("灯坏了\treport\tfacility\tsoon\t0\tresident\t", "urgency", "soon")]
    [InlineData("灯坏了\treport\tfacility\t\t0\tresident\t", "urgency", "必须")]
    [InlineData("收到\tack\t\tnormal\t0\tresident\t", "urgency", "应为空")]
    [InlineData("灯坏了\treport\tfacility\tnormal\tno\tresident\t", "emergency", "0 或 1")]
    [InlineData("起火了\treport\tfire\temergency\t0\tresident\t", "emergency", "应为 1")]
    [InlineData("灯坏了\treport\tfacility\tnormal\t1\tresident\t", "emergency", "应为 1")]
    [InlineData("灯坏了\treport\tfacility\tnormal\t0\tboss\t", "role", "boss")]
    [InlineData(" 灯坏了\treport\tfacility\tnormal\t0\tresident\t", "text", "空格")]
    [InlineData("\treport\tfacility\tnormal\t0\tresident\t", "text", "没有内容")]
    [InlineData("灯坏了\treport\tfacility\tnormal\t0\tresident", "", "7 列")]
    public void A_fault_names_file_line_and_column_and_what_to_do(string row, string column, string says)
    {
        var reading = Read("收到\tack\t\t\t0\t\t\n" + row);

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(("lamps.tsv", 3, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(says, fault.Text, StringComparison.Ordinal);
        Assert.Single(reading.Lines);
    }

    [Fact]
    public void A_file_without_its_header_is_refused_whole()
    {
        var reading = LineReader.Read("lamps.tsv", "收到\tack\t\t\t0\t\t\n");

        Assert.Empty(reading.Lines);
        Assert.Contains("表头", Assert.Single(reading.Faults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_of_another_system_do_no_harm() =>
        Assert.Equal("", Assert.Single(LineReader.Read("a.tsv", $"{LineReader.Header}\r\n收到\tack\t\t\t0\t\t\r\n").Lines).Thread);

    [Fact]
    public void Every_shipped_line_is_without_fault() =>
        Assert.Empty(TrainingFiles.Lines.SelectMany(f => f.Reading.Faults));

    [Fact]
    public void No_shipped_line_stands_twice() =>
        Assert.Empty(TrainingFiles.Lines
            .SelectMany(f => f.Reading.Lines).GroupBy(l => (l.Text, l.Thread)).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Every_intent_category_role_and_urgency_has_lines()
    {
        var lines = TrainingFiles.Lines.SelectMany(f => f.Reading.Lines).ToList();

        Assert.All(Codes.Intents, i => Assert.Contains(lines, l => l.Intent == i));
        Assert.All(Codes.Roles, r => Assert.Contains(lines, l => l.Role == r));
        Assert.All(Codes.Urgencies, u => Assert.Contains(lines, l => l.Urgency == u));
        Assert.All(LineLabels.Categories, c => Assert.True(lines.Count(l => l.IsIssue && l.Category == c) >= 10, c));
    }

    [Fact]
    public void Every_shipped_ticket_has_a_known_class_and_intent_and_stands_once()
    {
        var tickets = TrainingFiles.Texts("tickets", "*.tsv").SelectMany(t => t.Text.TrimEnd('\n').Split('\n').Skip(1)).Select(r => r.Split('\t')).ToList();

        Assert.All(tickets, t => Assert.Equal(3, t.Length));
        Assert.All(tickets, t => Assert.Contains(t[1], LineLabels.Categories.Append("")));
        Assert.All(tickets, t => Assert.Contains(t[2], Codes.HotlineIntents));
        Assert.Empty(tickets.GroupBy(t => t[0]).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    /// <summary>A measure is worth nothing once it was learned.</summary>
    [Fact]
    public void What_is_for_measuring_is_not_learned()
    {
        var unseen = TrainingFiles.Texts("unseen", "*.tsv").Select(t => LineReader.Read(t.File, t.Text)).ToList();
        var learned = TrainingFiles.Lines.SelectMany(f => f.Reading.Lines).Select(l => l.Text).ToHashSet();

        Assert.Empty(unseen.SelectMany(u => u.Faults));
        Assert.NotEmpty(unseen.SelectMany(u => u.Lines));
        Assert.DoesNotContain(unseen.SelectMany(u => u.Lines), l => learned.Contains(l.Text));
    }

    private static LineReading Read(string rows) => LineReader.Read("lamps.tsv", $"{LineReader.Header}\n{rows}\n");
}
