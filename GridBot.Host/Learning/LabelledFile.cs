using System.Text.Json;

namespace GridBot.Host.Learning;

/// <summary>Reads labelled messages. A line that can't be read is an error that names file and line.</summary>
internal static class LabelledFile
{
    public static IReadOnlyList<Labelled> Read(string path) =>
        path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? ReadJson(path) : ReadTable(path);

    /// <summary>Whether the file's header or first line shows one of the kinds.</summary>
    public static bool Knows(string path) => File.ReadLines(path).FirstOrDefault() is { } first
        && (path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase)
            ? KindOf(first.Split('\t')) is not null
            : path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) && first.Contains("\"sender_role\"", StringComparison.Ordinal));

    private static List<Labelled> ReadTable(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0)
        {
            throw new LabelledFileException($"{path}：文件是空的，第一行应是列名。");
        }

        var names = lines[0].Split('\t');
        var kind = KindOf(names) ?? throw new LabelledFileException(
            $"{path}：第 1 行的列名认不出。认得的有 id/text/cat/intent/head、id/text/cat/alt、id/title/label/detail、id/text、text/intent/category/urgency/emergency/role/thread。");
        var found = new List<Labelled>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            var cells = lines[i].Split('\t');
            if (cells.Length != names.Length)
            {
                throw new LabelledFileException($"{path}：第 {i + 1} 行有 {cells.Length} 列，列名有 {names.Length} 个；列之间用一个制表符，内容里不能有制表符。");
            }

            string Cell(string name) => Array.IndexOf(names, name) is >= 0 and var at ? cells[at] : "";
            var (text, detail) = kind == FileKind.Letters ? (Cell("title"), Cell("detail")) : (Cell("text"), Cell("head"));
            string[] categories = [.. Cell("category").Split(',').Append(Cell("cat")).Append(Cell("alt")).Where(c => c.Length > 0)];
            found.Add(new Labelled(
                kind, Cell("id"), text, kind == FileKind.Hotline && detail.Length == 0 ? text : detail,
                Cell("group"), Cell("role"), Cell("thread"), Cell("intent"), "", categories, Cell("urgency"), Cell("label"))
            {
                Office = Cell("unit"),
            });
        }

        return found;
    }

    private static FileKind? KindOf(string[] names) =>
        names.Contains("label") && names.Contains("title") ? FileKind.Letters
        : names.Contains("emergency") && names.Contains("thread") ? FileKind.Chat
        : names.Contains("cat") && names.Contains("intent") ? FileKind.Hotline
        : names.Contains("alt") && names.Contains("cat") ? FileKind.Titles
        : names is ["id", "text"] ? FileKind.Chitchat
        : null;

    private static List<Labelled> ReadJson(string path)
    {
        var found = new List<Labelled>();
        var before = new Dictionary<string, string>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                found.Add(ToLabelled(json.RootElement, before));
            }
            catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
            {
                throw new LabelledFileException($"{path}：第 {number} 行不是一条带 text、intent、category、urgency 和 spans（每处有 start、end、type）的 JSON（{error.Message}）。");
            }
        }

        return found;
    }

    private static (int Start, int End, string Type) ToPlace(JsonElement span) =>
        (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("type").GetString()!);

    private static Labelled ToLabelled(JsonElement line, Dictionary<string, string> before)
    {
        string Field(string name) => line.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
        var (text, thread) = (line.GetProperty("text").GetString()!, Field("thread"));
        var last = thread.Length > 0 ? before.GetValueOrDefault(thread, "") : "";
        before[thread] = text;
        string[] categories = line.TryGetProperty("categories", out var all) ? [.. all.EnumerateArray().Select(c => c.GetString()!)] : [];
        string[] first = Field("category") is { Length: > 0 } best ? [best] : [];
        return new Labelled(
            FileKind.Chat, Field("id"), text, "", "", Field("sender_role"), last, line.GetProperty("intent").GetString()!, Field("intent_alt"),
            [.. first.Concat(categories).Distinct()], Field("urgency"), "")
        {
            Places = line.TryGetProperty("spans", out var spans) ? [.. spans.EnumerateArray().Select(ToPlace)] : null,
        };
    }
}
