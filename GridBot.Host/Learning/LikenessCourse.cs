using System.Text.Json;
using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>
/// Gathers what there is to learn about messages that tell of the same: rarity from all labelled messages, then judged
/// pairs ({y, a, b, …} a line) and judged streams (<see cref="LetterStream"/>).
/// </summary>
internal sealed class LikenessCourse
{
    private readonly RarityCounter _counter = new();
    private readonly List<string> _pairFiles = [];
    private readonly List<string> _streamFiles = [];

    /// <summary>False where a folder holds no judged pairs or no judged stream: then there is nothing to learn.</summary>
    public bool HasLessons => _pairFiles.Count > 0 && _streamFiles.Count > 0;

    public static LikenessCourse Of(string folder, IEnumerable<string> messages)
    {
        var course = new LikenessCourse();
        foreach (var message in messages)
        {
            course._counter.Read(message);
        }

        foreach (var file in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            var first = File.ReadLines(file).FirstOrDefault() ?? "";
            if (first.Contains("\"y\"", StringComparison.Ordinal) && first.Contains("\"a_id\"", StringComparison.Ordinal))
            {
                course._pairFiles.Add(file);
            }
        }

        course._streamFiles.AddRange(LetterStream.FilesOf(folder));
        return course;
    }

    public LikenessModel Learn()
    {
        var rarity = _counter.Count();
        var pairs = _pairFiles.SelectMany(f => JsonLines.Read(f, (line, where) => Pairs(line, where, rarity))).SelectMany(p => p).ToList();
        var candidates = _streamFiles.SelectMany(f => CandidateFinder.Pairs(Stream(f, rarity))).ToList();
        return LikenessTrainer.Learn(rarity, pairs, candidates);
    }

    /// <summary>Each pair in the three ways in which people may ask: titles alone, titles with details, all as one text.</summary>
    private static JudgedPair[] Pairs(JsonElement line, string where, PieceRarity rarity)
    {
        var same = JsonLines.Text(line, "y", where) == "1";
        NamedMatter Side(string side, Func<string, string?, Matter> matter) => new(
            JsonLines.Text(line, $"{side}_id", where), matter(JsonLines.Text(line, side, where), JsonLines.TextOrNull(line, $"{side}_detail")));
        JudgedPair As(Func<string, string?, Matter> matter) => new(Side("a", matter), Side("b", matter), null, same);
        return
        [
            As((title, _) => Matter.Of(title, null, rarity)),
            As((title, detail) => Matter.Of(title, detail, rarity)),
            As((title, detail) => Matter.Of(title + detail, null, rarity)),
        ];
    }

    private static List<StreamMessage> Stream(string file, PieceRarity rarity) =>
    [
        .. LetterStream.Read(file)
            .Select(l => new StreamMessage(new NamedMatter(l.Id, Matter.Of(l.Title, l.Detail, rarity)), l.At, l.Cluster))
            .OrderBy(m => m.At),
    ];
}
