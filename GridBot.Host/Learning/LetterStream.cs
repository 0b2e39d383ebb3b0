using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>A letter of a city's letter box.</summary>
/// <param name="Cluster">Letters of one name tell of the same; empty: of nothing else; null: nobody can tell.</param>
internal sealed record StreamLetter(string Id, DateTimeOffset At, string? Cluster, string Title, string Detail);

/// <summary>A table of letters in order of time: id, time (Beijing), cluster, title, detail.</summary>
internal static class LetterStream
{
    private static readonly string[] Names = ["id", "time", "cluster", "title", "detail"];

    public static IEnumerable<string> FilesOf(string folder) => Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal).Where(Knows);

    public static bool Knows(string file) => (File.ReadLines(file).FirstOrDefault() ?? "").Split('\t').SequenceEqual(Names);

    /// <summary>Ready for comparing, in each form in which people may write.</summary>
    public static IEnumerable<JudgedStream> Read(string file, TextSense sense)
    {
        var letters = Read(file).OrderBy(l => l.At).ToList();
        return LetterForms.All.Select(form => new JudgedStream(
            form, [.. letters.Select(l => new StreamMessage(new NamedMatter(l.Id, LetterForms.Matter(form, l.Title, l.Detail, sense)), l.At, l.Cluster))]));
    }

    public static IEnumerable<StreamLetter> Read(string file)
    {
        var number = 1;
        foreach (var line in File.ReadLines(file).Skip(1))
        {
            number++;
            var cells = line.Split('\t');
            if (cells.Length != Names.Length || !WrittenInstant.TryRead(cells[1], out var at))
            {
                throw new LabelledFileException($"{file}：第 {number} 行应有 {Names.Length} 列（{string.Join('、', Names)}），time 如 2026-11-24 21:36:00。");
            }

            yield return new StreamLetter(cells[0], at, cells[2] == "?" ? null : cells[2], cells[3], cells[4]);
        }
    }
}
