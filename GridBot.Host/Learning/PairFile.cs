using System.Text.Json;
using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>Pairs of letters of which somebody judged whether they tell of the same: one {y, a, b, a_id?, b_id?, a_detail?, b_detail?} a line.</summary>
internal static class PairFile
{
    private static readonly string[] Needed = ["\"y\"", "\"a\"", "\"b\""];
    private static readonly PairForm[] Forms = Enum.GetValues<PairForm>();

    public static bool Knows(string file) => file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
        && File.ReadLines(file).FirstOrDefault() is { } first
        && Array.TrueForAll(Needed, field => first.Contains(field, StringComparison.Ordinal));

    /// <summary>Each pair in the three forms in which people may ask.</summary>
    public static IEnumerable<JudgedPair> Read(string file, PieceRarity rarity) =>
        JsonLines.Read(file, (line, where) => Forms.Select(form => Pair(line, where, form, rarity)).ToList()).SelectMany(p => p);

    private static JudgedPair Pair(JsonElement line, string where, PairForm form, PieceRarity rarity)
    {
        NamedMatter Side(string side)
        {
            var (title, detail) = (JsonLines.Text(line, side, where), JsonLines.TextOrNull(line, $"{side}_detail"));
            return new NamedMatter(JsonLines.TextOrNull(line, $"{side}_id") ?? title, form switch
            {
                PairForm.TitlesAlone => Matter.Of(title, null, rarity),
                PairForm.TitlesAndDetails => Matter.Of(title, detail, rarity),
                _ => Matter.Of(title + detail, null, rarity),
            });
        }

        var same = JsonLines.Text(line, "y", where) switch
        {
            "1" => true,
            "0" => false,
            _ => throw new LabelledFileException($"{where}的 y 应是 1（同一件）或 0（不是）。"),
        };
        return new JudgedPair(Side("a"), Side("b"), null, same) { Form = form };
    }
}
