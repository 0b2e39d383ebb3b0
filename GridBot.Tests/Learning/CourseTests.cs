using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Host.Learning;
using GridBot.Tests.Understanding;
using Xunit;

namespace GridBot.Tests.Learning;

/// <summary>What is learned of a folder of public data, with the classes that readers found for what has none.</summary>
public sealed class CourseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("course-");
    private readonly IReadOnlyList<string> _categories = Codes.Of(Aspect.Category, WordFiles.Categories);

    public CourseTests()
    {
        Write("data/tickets.train.tsv", "id\ttext\tcat\tintent\thead", "t1\t井盖翘起来了\tfacility\treport\t井盖翘起来了", "t2\t车停在花坛上\t\treport\t车停在花坛上", "t3\t转接坐席\t\ttransfer\t转接坐席");
        Write("data/letters.dev.tsv", "id\ttime\tcluster\ttitle\tdetail", "l1\t2026-01-02 08:00:00\t\t狗咬人没人管\t天天放养", "l2\t2026-01-03 08:00:00\t\t后巷黑灯瞎火\t黑了半个月", "l3\t2026-01-04 08:00:00\t\t没人判过的信\t什么事");
        Write("data/titles.dev.tsv", "id\ttext\tcat\talt", "l2\t后巷黑灯瞎火\tfacility\t");
        Write("training/judged/all.tsv", "id\tcategory", "t1\tnoise", "t2\tparking", "l1\tanimal", "l2\tfacility");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_operators_label_goes_before_a_readers_and_what_nobody_judged_teaches_no_class()
    {
        var course = Learned();

        Assert.Equal("facility", ClassOf(course, "井盖翘起来了"));
        Assert.Equal("parking", ClassOf(course, "车停在花坛上"));
        Assert.Null(ClassOf(course, "转接坐席"));
        Assert.True(Find(course, "车停在花坛上")[Aspect.Category].Weight < Find(course, "井盖翘起来了")[Aspect.Category].Weight);
    }

    [Fact]
    public void A_judged_letter_teaches_by_title_and_detail_unless_its_title_is_for_measuring()
    {
        var course = Learned();

        Assert.Equal("animal", ClassOf(course, "狗咬人没人管"));
        Assert.Equal("animal", ClassOf(course, "天天放养"));
        Assert.DoesNotContain(course.Examples, e => e.Text is "后巷黑灯瞎火" or "黑了半个月" or "没人判过的信");
    }

    private Course Learned()
    {
        var words = new WordLists(
            WordFiles.Vocabulary, WordFiles.Categories, new RosterBook([], [], [], [], []), new DailyWindow(new TimeOnly(22, 0), new TimeOnly(6, 0)), TimeZoneInfo.Utc);
        var course = new Course(words, Path.Combine(_folder.FullName, "training"));
        course.AddData(Path.Combine(_folder.FullName, "data"));
        return course;
    }

    private string? ClassOf(Course course, string text) => Find(course, text)[Aspect.Category].Right is var right and not 0
        ? _categories.Where((_, i) => (right >> i & 1) != 0).Single()
        : null;

    private static Example Find(Course course, string text) => course.Examples.First(e => e.Text == text);

    private void Write(string file, params string[] lines)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, lines);
    }
}
