using GridBot.Core.Understanding.Training;
using GridBot.Core.Understanding.Training.Lines;

namespace GridBot.Host.Learning;

/// <summary>Gathers every example there is: public labelled files of a folder, and the lines of this repository.</summary>
internal sealed class Course(WordLists words)
{
    /// <summary>So many lines are made of the templates.</summary>
    private const int LinesMade = 8000;

    private readonly Lessons _lessons = new(words.Tree);
    private readonly List<Example> _examples = [.. new Lessons(words.Tree).OfWords(), .. Lessons.OfPhrases(words.Vocabulary)];

    public IReadOnlyList<Example> Examples => _examples;

    /// <summary>Letters without a class, which the model is to judge itself.</summary>
    public IReadOnlyList<UnjudgedLetter> Letters { get; private set; } = [];

    /// <summary>What people said of issues' classes.</summary>
    public void Add(IEnumerable<Example> lessons) => _examples.AddRange(lessons);

    /// <summary>Files named *.train.*; others are for measuring and are left alone.</summary>
    public static IReadOnlyList<string> LabelledIn(string folder) =>
    [
        .. Directory.GetFiles(folder)
            .Where(f => Path.GetFileName(f).Contains(".train.", StringComparison.Ordinal) && LabelledFile.Knows(f))
            .Order(StringComparer.Ordinal),
    ];

    /// <returns>The files that were read.</returns>
    public IReadOnlyList<string> AddData(string folder)
    {
        var files = LabelledIn(folder);
        foreach (var file in files)
        {
            _examples.AddRange(LabelledFile.Read(file).SelectMany(_lessons.Of));
        }

        Letters = [.. LettersOf(folder)];
        return files;
    }

    /// <summary>All but those whose titles are for measuring: what is learned of a title's detail would flatter there.</summary>
    private static IEnumerable<UnjudgedLetter> LettersOf(string folder)
    {
        var measured = Directory.GetFiles(folder, "*.tsv")
            .Where(f => !Path.GetFileName(f).Contains(".train.", StringComparison.Ordinal) && LabelledFile.Knows(f))
            .SelectMany(LabelledFile.Read).Where(l => l.Kind == FileKind.Titles).Select(l => l.Text).ToHashSet();
        return LetterStream.FilesOf(folder).SelectMany(LetterStream.Read)
            .Where(l => !measured.Contains(l.Title)).Select(l => new UnjudgedLetter(l.Title, l.Detail));
    }

    /// <param name="folder">With the folders lines and templates.</param>
    public IReadOnlyList<string> AddLines(string folder, int seed)
    {
        string[] files = [.. Directory.GetFiles(Path.Combine(folder, "lines"), "*.tsv").Order(StringComparer.Ordinal)];
        foreach (var file in files)
        {
            var read = LineReader.Read(Path.GetFileName(file), File.ReadAllText(file));
            if (read.Faults is [var fault, ..])
            {
                throw new LabelledFileException(fault.ToString());
            }

            _examples.AddRange(read.Lines.Select(_lessons.Of));
        }

        string[] templates = [.. Directory.GetFiles(Path.Combine(folder, "templates"), "*.txt").Order(StringComparer.Ordinal)];
        var made = TemplateReader.Read(templates.Select(f => (Path.GetFileName(f), File.ReadAllText(f))));
        if (made.Faults is [var wrong, ..])
        {
            throw new LabelledFileException(wrong.ToString());
        }

        _examples.AddRange(new LineGenerator(made.Templates, seed).Generate(LinesMade).Select(_lessons.OfMade));
        return [.. files, .. templates];
    }
}
