using System.CommandLine;
using GridBot.Core.Understanding.Training.Lines;

namespace GridBot.Host.Commands;

/// <summary>Shows what the templates make, for whoever extends them.</summary>
internal static class MakeLines
{
    public static Command Command()
    {
        var folder = new Option<string>("--templates") { Description = "模板的文件夹，默认 training/templates", DefaultValueFactory = _ => "training/templates" };
        var count = new Option<int>("--count") { Description = "多少句，默认 40", DefaultValueFactory = _ => 40 };
        var seed = new Option<int>("--seed") { Description = "随机数种子，默认 1", DefaultValueFactory = _ => 1 };
        var command = new Command("make-lines", "按模板造出带标注的句子，看看写得像不像。") { folder, count, seed };
        command.SetAction(parsed => Run(Console.Out, parsed.GetValue(folder)!, parsed.GetValue(count), parsed.GetValue(seed)));
        return command;
    }

    private static int Run(TextWriter output, string folder, int count, int seed)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"- --templates：没有“{folder}”这个文件夹，请写成仓库里的 training/templates。");
            return 2;
        }

        var files = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)));
        var reading = TemplateReader.Read(files);
        if (reading.Faults.Count > 0)
        {
            foreach (var fault in reading.Faults)
            {
                output.WriteLine($"- {fault}");
            }

            return 2;
        }

        output.WriteLine(LineReader.Header);
        foreach (var line in new LineGenerator(reading.Templates, seed).Generate(count))
        {
            output.WriteLine(line.ToRow());
        }

        return 0;
    }
}
