using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using GridBot.Handlers.Settings;
using GridBot.Host.Learning;

namespace GridBot.Host.Commands;

/// <summary>Reads messages as JSON lines and writes what they mean, one line each: for measuring from outside.</summary>
internal static class Understand
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Command()
    {
        var input = new Argument<string>("IN.jsonl") { Description = "每行一个 {id, text, sender_role?, thread?}；同一 thread 的行按先后排列" };
        var output = new Argument<string>("OUT.jsonl") { Description = "每行一个 {id, is_issue, intent, category, top3, confidence, urgency, emergency, spans}" };
        var command = new Command("understand", "读出每句话的意思：是不是问题、意图、类别、紧急程度、地点。") { input, output };
        command.SetAction(parsed => Run(parsed.GetValue(input)!, parsed.GetValue(output)!));
        return command;
    }

    private static int Run(string input, string output)
    {
        try
        {
            var interpreter = Interpreter.Load();

            // What was written before stays until all of the input has been read.
            var said = SaidLine.Read(input).ToList();
            File.WriteAllLines(output, said.Select(s => JsonSerializer.Serialize(interpreter.Read(s.Id, s.Text, s.Role, s.Before), Plain)));
            return 0;
        }
        catch (Exception error) when (error is LabelledFileException or IOException or UnauthorizedAccessException or SettingsFaultyException)
        {
            Console.Error.WriteLine($"- {error.Message}");
            return 2;
        }
    }
}
