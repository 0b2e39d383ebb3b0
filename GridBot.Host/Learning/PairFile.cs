using System.Text.Json;
using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Training.Likeness;

namespace GridBot.Host.Learning;

/// <summary>Pairs of letters of which somebody judged whether they tell of the same: one {y, a, b, a_id?, b_id?, a_detail?, b_detail?} a line.</summary>
internal static class PairFile
{
    private static readonly string[] Needed = ["\"y\"", "\"a\"", "\"b\""];

    public static bool Knows(string file) => file.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
        && File.ReadLines(file).FirstOrDefault() is { } first
        && Array.TrueForAll(Needed, field => first.Contains(field, StringComparison.Ordinal));

    /// <summary>Each pair in the three forms in which people may ask.</summary>
    public static IEnumerable<JudgedPair> Read(string file, TextSense sense) =>
        JsonLines.Read(file, (line, where) => LetterForms.All.Select(form => Pair(line, where, form, sense)).ToList()).SelectMany(p => p);

    private static JudgedPair Pair(JsonElement line, string where, PairForm form, TextSense sense)
    {
        NamedMatter Side(string side)
        {
            var title = JsonLines.Text(line, side, where);
            return new NamedMatter(
                JsonLines.TextOrNull(line, $"{side}_id") ?? title, LetterForms.Matter(form, title, JsonLines.TextOrNull(line, $"{side}_detail"), sense));
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
