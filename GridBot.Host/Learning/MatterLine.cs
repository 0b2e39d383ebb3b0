using System.Text.Json;

namespace GridBot.Host.Learning;

/// <summary>A message of a stream that may tell of something known.</summary>
internal sealed record MatterLine(JsonElement Id, DateTimeOffset At, string Text, string? Detail, string? Place)
{
    /// <summary>One object a line: {id, at, text, detail?, place?}.</summary>
    public static MatterLine Read(JsonElement line, string where)
    {
        var written = JsonLines.Text(line, "at", where);
        return WrittenInstant.TryRead(written, out var at)
            ? new MatterLine(
                JsonLines.Name(line, "id", where), at, JsonLines.Text(line, "text", where), JsonLines.TextOrNull(line, "detail"), JsonLines.TextOrNull(line, "place"))
            : throw new LabelledFileException($"{where}的 at“{written}”不是时刻，请写成 2026-11-24T21:36:00+08:00。");
    }
}
