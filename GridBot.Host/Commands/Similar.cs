using System.CommandLine;
using System.Text.Json;
using GridBot.Core.Understanding.Likeness;
using GridBot.Host.Learning;

namespace GridBot.Host.Commands;

/// <summary>Tells of pairs of messages whether they are about the same: for measuring from outside.</summary>
internal static class Similar
{
    public static Command Command()
    {
        var input = new Argument<string>("IN.jsonl") { Description = "每行一个 {id, a, b, a_detail?, b_detail?}" };
        var output = new Argument<string>("OUT.jsonl") { Description = "每行一个 {id, score, same}" };
        var command = new Command("similar", "两条报事说的是不是同一件事。") { input, output };
        command.SetAction(parsed => LikenessRun.Write(
            parsed.GetValue(output)!, model => JsonLines.Read(parsed.GetValue(input)!, (line, where) => Judge(line, where, model))));
        return command;
    }

    private static string Judge(JsonElement line, string where, LikenessModel model)
    {
        var one = model.Prepare(JsonLines.Text(line, "a", where), JsonLines.TextOrNull(line, "a_detail"));
        var other = model.Prepare(JsonLines.Text(line, "b", where), JsonLines.TextOrNull(line, "b_detail"));
        var score = model.Score(one, other);
        return JsonSerializer.Serialize(new { id = JsonLines.Name(line, "id", where), score = Math.Round(score, 4), same = model.IsSame(one, other, score) });
    }
}
