using GridBot.Core.Understanding.Model;
using GridBot.Host.Learning;
using Xunit;

namespace GridBot.Tests.Understanding;

public sealed class JudgedClassesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("judged-");
    private readonly IReadOnlyList<string> _categories = Codes.Of(Aspect.Category, WordFiles.Categories);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_message_is_found_by_its_name()
    {
        var judged = Read("id\tcategory\nm17\tparking\n");

        Assert.Equal("parking", judged.Of("m17"));
        Assert.Null(judged.Of("m18"));
    }

    [Theory]
    [InlineData("name\tclass\nm17\tparking\n", "第一行")]
    [InlineData("id\tcategory\nm17\tcars\n", "第 2 行")]
    [InlineData("id\tcategory\nm17\tparking\nm18\n", "第 3 行")]
    [InlineData("id\tcategory\n\tparking\n", "第 2 行")]
    public void A_fault_names_file_and_line(string content, string says)
    {
        var fault = Assert.Throws<LabelledFileException>(() => Read(content));

        Assert.Contains("letters.tsv", fault.Message, StringComparison.Ordinal);
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ticket_without_a_class_learns_the_judged_one_and_measures_no_confidence()
    {
        var ticket = new Labelled(FileKind.Hotline, "m17", "车停在花坛上", "车停在花坛上", "g1", "", "", "report", "", [], "", "");

        var lesson = Assert.Single(new Lessons(WordFiles.Categories).OfJudged(ticket, "parking"));

        Assert.Equal(1UL << _categories.ToList().IndexOf("parking"), lesson[Aspect.Category].Right);
        Assert.InRange(lesson[Aspect.Category].Weight, 0.1f, 0.9f);
        Assert.Equal("", lesson.Group);
    }

    [Fact]
    public void What_is_shipped_holds_names_and_codes_alone()
    {
        var rows = TrainingFiles.Texts("judged", "*.tsv").SelectMany(t => t.Text.TrimEnd('\n').Split('\n').Skip(1)).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Matches("^[a-z0-9]+\t[a-z_]+$", r));
        Assert.All(rows, r => Assert.Contains(r.Split('\t')[1], _categories));
        Assert.Empty(rows.GroupBy(r => r.Split('\t')[0]).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    private JudgedClasses Read(string content)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "letters.tsv"), content);
        return JudgedClasses.Read(_folder.FullName, _categories);
    }
}
