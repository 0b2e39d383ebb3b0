using System.CommandLine;
using System.Text.Json;
using GridBot.Core.Understanding.Likeness;
using GridBot.Host.Learning;

namespace GridBot.Host.Commands;

/// <summary>Finds for each message of a stream the earlier one that tells of the same: for measuring from outside.</summary>
internal static class Link
{
    public static Command Command()
    {
        var input = new Argument<string>("IN.jsonl") { Description = "每行一个 {id, at, text, detail?, place?}，按时间先后排列" };
        var output = new Argument<string>("OUT.jsonl") { Description = "每行一个 {id, same_as, score}；same_as 是更早的一条的 id，没有就是 null" };
        var command = new Command("link", "找出说的是同一件事的报事。") { input, output };
        command.SetAction(parsed => LikenessRun.Write(
            parsed.GetValue(output)!, model => Lines(JsonLines.Read(parsed.GetValue(input)!, MatterLine.Read), model)));
        return command;
    }

    private static IEnumerable<string> Lines(IEnumerable<MatterLine> stream, LikenessModel model)
    {
        var (index, seen) = (new MatterIndex(), new List<(MatterLine Line, Matter Matter)>());
        foreach (var line in stream)
        {
            var matter = model.Prepare(line.Text, line.Detail);
            var likest = index.Likest(matter, line.At, model, number => MayBeOnePlace(seen[number].Line.Place, line.Place));
            yield return JsonSerializer.Serialize(new
            {
                id = line.Id,
                same_as = likest is { } found && model.IsLink(matter, seen[found.Number].Matter, found.Score) ? seen[found.Number].Line.Id : (JsonElement?)null,
                score = Math.Round(likest?.Score ?? 0, 4),
            });
            index.Add(matter, line.At);
            seen.Add((line, matter));
        }
    }

    /// <summary>Two places that are both named must be the same.</summary>
    private static bool MayBeOnePlace(string? one, string? other) =>
        string.IsNullOrEmpty(one) || string.IsNullOrEmpty(other) || one == other;
}
