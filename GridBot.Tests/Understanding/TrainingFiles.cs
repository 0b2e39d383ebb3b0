using GridBot.Core.Understanding.Training.Lines;

namespace GridBot.Tests.Understanding;

/// <summary>Reads training/lines and training/templates as they are shipped.</summary>
internal static class TrainingFiles
{
    public static IReadOnlyList<(string File, LineReading Reading)> Lines { get; } =
        [.. Texts("lines", "*.tsv").Select(t => (t.File, LineReader.Read(t.File, t.Text)))];

    public static IEnumerable<(string File, string Text)> Texts(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(Root(), "training", folder), pattern)
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "training", "lines")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
