using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Core.Understanding.Training.Lines;

namespace GridBot.Host.Learning;

/// <summary>Gathers every example there is: public labelled files of a folder, and what stands in this repository.</summary>
/// <param name="training">The repository's folder, with the folders lines, tickets, judged and templates.</param>
internal sealed class Course(WordLists words, string training)
{
    /// <summary>So many lines are made of the templates.</summary>
    private const int LinesMade = 8000;

    private readonly Lessons _lessons = new(words.Tree);
    private readonly List<Example> _examples = [.. new Lessons(words.Tree).OfWords(), .. Lessons.OfPhrases(words.Vocabulary)];

    public IReadOnlyList<Example> Examples => _examples;

    /// <summary>What people said of issues' classes.</summary>
    public void Add(IEnumerable<Example> lessons) => _examples.AddRange(lessons);

    /// <summary>Files named *.train.*; others are for measuring and are left alone.</summary>
    public static IReadOnlyList<string> LabelledIn(string folder) => [.. FilesIn(folder)[true]];

    /// <summary>The labelled files, and the letters of streams, but for those whose titles are for measuring.</summary>
    /// <returns>The files that were read.</returns>
    public IReadOnlyList<string> AddData(string folder)
    {
        var labelled = FilesIn(folder);
        var judged = JudgedClasses.Read(Path.Combine(training, "judged"), Codes.Of(Aspect.Category, words.Tree));
        foreach (var line in labelled[true].SelectMany(LabelledFile.Read))
        {
            _examples.AddRange(line.Categories.Count > 0 || judged.Of(line.Id) is not { } category ? _lessons.Of(line) : _lessons.OfJudged(line, category));
        }

        var measured = labelled[false].SelectMany(LabelledFile.Read).Where(l => l.Kind == FileKind.Titles).Select(l => l.Text).ToHashSet();
        var streams = LetterStream.FilesOf(folder).ToList();
        foreach (var letter in streams.SelectMany(LetterStream.Read).Where(l => !measured.Contains(l.Title)))
        {
            _examples.AddRange(judged.Of(letter.Id) is { } category ? _lessons.OfJudged(letter, category) : []);
        }

        return [.. labelled[true], .. streams];
    }

    public IReadOnlyList<string> AddLines(int seed)
    {
        var (lines, tickets, templates) = (FilesOf("lines", "*.tsv"), FilesOf("tickets", "*.tsv"), FilesOf("templates", "*.txt"));
        foreach (var file in lines)
        {
            var read = LineReader.Read(Path.GetFileName(file), File.ReadAllText(file));
            if (read.Faults is [var fault, ..])
            {
                throw new LabelledFileException(fault.ToString());
            }

            _examples.AddRange(read.Lines.Select(_lessons.Of));
        }

        _examples.AddRange(tickets.SelectMany(LabelledFile.Read).SelectMany(_lessons.Of));
        var made = TemplateReader.Read(templates.Select(f => (Path.GetFileName(f), File.ReadAllText(f))));
        if (made.Faults is [var wrong, ..])
        {
            throw new LabelledFileException(wrong.ToString());
        }

        _examples.AddRange(new LineGenerator(made.Templates, seed).Generate(LinesMade).Select(_lessons.OfMade));
        return [.. lines, .. tickets, .. templates];
    }

    /// <summary>By whether they are for learning.</summary>
    private static ILookup<bool, string> FilesIn(string folder)
    {
        LabelledFileException.ThrowIfNoFolder(folder);
        return Directory.GetFiles(folder).Order(StringComparer.Ordinal).Where(LabelledFile.Knows)
            .ToLookup(f => Path.GetFileName(f).Contains(".train.", StringComparison.Ordinal));
    }

    private string[] FilesOf(string kind, string pattern)
    {
        var folder = Path.Combine(training, kind);
        LabelledFileException.ThrowIfNoFolder(folder);
        return [.. Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal)];
    }
}
