using System.Globalization;
using System.Text.Json;

namespace GridBot.Host.Learning;

/// <summary>A message of a stream that may tell of something known.</summary>
internal sealed record MatterLine(JsonElement Id, DateTimeOffset At, string Text, string? Detail, string? Place)
{
    /// <summary>Beijing time, where an instant is written without its zone.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>One object a line: {id, at, text, detail?, place?}.</summary>
    public static MatterLine Read(JsonElement line, string where)
    {
        var at = JsonLines.Text(line, "at", where);
        if (!DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            throw new LabelledFileException($"{where}的 at“{at}”不是时刻，请写成 2026-11-24T21:36:00+08:00。");
        }

        var hasZone = at.EndsWith('Z') || at.LastIndexOfAny(['+', '-']) > at.IndexOf(':', StringComparison.Ordinal);
        return new MatterLine(
            JsonLines.Name(line, "id", where), hasZone ? instant : instant - Beijing, JsonLines.Text(line, "text", where),
            JsonLines.TextOrNull(line, "detail"), JsonLines.TextOrNull(line, "place"));
    }
}
