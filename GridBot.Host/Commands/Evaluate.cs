using System.CommandLine;
using GridBot.Handlers.Settings;
using GridBot.Host.Learning;

namespace GridBot.Host.Commands;

/// <summary>How well a labelled file is understood.</summary>
internal static class Evaluate
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "标注好的文件，tsv 或 jsonl，种类按列名或字段认" };
        var confusion = new Option<bool>("--confusion") { Description = "另外列出每一类被认成了什么" };
        var command = new Command("evaluate", "量一量标注好的文件能听懂多少：准确率、各类 F1、95% 精度下能答多少；成对的和按先后排的报事，量同一件事认得出多少。") { file, confusion };
        command.SetAction(parsed => Run(Console.Out, parsed.GetValue(file)!, parsed.GetValue(confusion)));
        return command;
    }

    private static int Run(TextWriter output, string file, bool confusion)
    {
        try
        {
            LabelledFileException.ThrowIfNoFile(file);
            if (PairFile.Knows(file) || LetterStream.Knows(file))
            {
                LikenessReport.Print(output, file, LikenessRun.Model());
                return 0;
            }

            var evaluation = new Evaluation(LabelledFile.Read(file), Interpreter.Load());
            evaluation.Run();
            evaluation.Print(output, confusion);
            return 0;
        }
        catch (Exception error) when (error is LabelledFileException or IOException or UnauthorizedAccessException or SettingsFaultyException)
        {
            Console.Error.WriteLine($"- {error.Message}");
            return 2;
        }
    }
}
