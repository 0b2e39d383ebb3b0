using System.Text.Json;

namespace GridBot.Host.Learning;

/// <summary>A message to be understood.</summary>
/// <param name="Before">The line before it in its thread; empty when there is none.</param>
internal sealed record SaidLine(string Id, string Text, string Role, string Before)
{
    /// <summary>
    /// One object a line. The thread is a name that lines share, then the line before is the last one of that name; or it
    /// is the line before itself.
    /// </summary>
    public static IEnumerable<SaidLine> Read(string path)
    {
        var last = new Dictionary<string, string>();
        return JsonLines.Read(path, (line, where) => ToSaid(line, last, where));
    }

    private static SaidLine ToSaid(JsonElement line, Dictionary<string, string> last, string where)
    {
        string Field(string name) => line.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";
        if (!line.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            throw new LabelledFileException($"{where}没有 text。每行应为 {{\"id\": …, \"text\": …}}。");
        }

        var (said, thread) = (text.GetString()!, Field("thread"));
        var before = last.GetValueOrDefault(thread, IsName(thread) ? "" : thread);
        if (thread.Length > 0)
        {
            last[thread] = said;
        }

        return new SaidLine(Field("id"), said, Field("sender_role"), before);
    }

    /// <summary>A name is of letters and digits; a line that somebody wrote is not.</summary>
    private static bool IsName(string thread) => thread.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
}
