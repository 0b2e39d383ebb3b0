using System.Text.Json;

namespace GridBot.Host.Learning;

/// <summary>Files of one JSON object a line. A line that can't be read is an error that names file, line and field.</summary>
internal static class JsonLines
{
    public static IEnumerable<T> Read<T>(string path, Func<JsonElement, string, T> line)
    {
        LabelledFileException.ThrowIfNoFile(path);
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (text.Length > 0)
            {
                yield return ReadLine(text, $"{path}：第 {number} 行", line);
            }
        }
    }

    /// <summary>A field that must be there; numbers are taken as they are written.</summary>
    public static string Text(JsonElement line, string field, string where) =>
        TextOrNull(line, field) ?? throw new LabelledFileException($"{where}没有 {field}。");

    /// <summary>A name as it is written, text or number, so that it leaves as it came.</summary>
    public static JsonElement Name(JsonElement line, string field, string where) =>
        TextOrNull(line, field) is null ? throw new LabelledFileException($"{where}没有 {field}。") : line.GetProperty(field).Clone();

    public static string? TextOrNull(JsonElement line, string field) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private static T ReadLine<T>(string text, string where, Func<JsonElement, string, T> line)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return line(json.RootElement, where);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new LabelledFileException($"{where}不是 JSON 对象（{error.Message}）。");
        }
    }
}
