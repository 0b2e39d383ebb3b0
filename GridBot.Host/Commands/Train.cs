using System.CommandLine;
using System.Diagnostics;
using GridBot.Core.Understanding.Likeness;
using GridBot.Core.Understanding.Model;
using GridBot.Core.Understanding.Training;
using GridBot.Handlers.Settings;
using GridBot.Host.Learning;

namespace GridBot.Host.Commands;

/// <summary>Learns weights from labelled messages: the same data, word lists and seed give the same file, byte by byte.</summary>
internal static class Train
{
    public static Command Command()
    {
        var data = new Option<string?>("--data") { Description = "公开数据的文件夹，其中名字带 .train. 的文件用来学；不给就只用本仓库的句子" };
        var lines = new Option<string>("--lines") { Description = "本仓库的句子和模板的文件夹，默认 training", DefaultValueFactory = _ => "training" };
        var output = new Option<string>("--out") { Description = "写到哪里，默认 config/models/understanding.weights", DefaultValueFactory = _ => new SettingsFiles().Model };
        var likeness = new Option<string>("--likeness-out") { Description = "相似模型写到哪里，默认 config/models/likeness.weights", DefaultValueFactory = _ => new SettingsFiles().Likeness };
        var only = new Option<string?>("--only") { Description = "只训练一个模型：understanding（听懂话）或 likeness（同一件事）；不给就两个都训练" };
        only.AcceptOnlyFromAmong("understanding", "likeness");
        var seed = new Option<int>("--seed") { Description = "随机数种子，默认 1", DefaultValueFactory = _ => 1 };
        var corrections = new Option<string?>("--corrections") { Description = "服务的数据库，sqlite:文件 或 sqlserver:连接串：把大家点过的类别更正也学进去；密钥用设置里的 Secrets:DataKey，或数据库旁的 .key" };
        var command = new Command("train", "用标注好的句子训练听懂话的模型，写成一个文件。") { data, corrections, lines, output, likeness, only, seed };
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                var (folder, one) = (parsed.GetValue(data), parsed.GetValue(only));
                if (one is null or "understanding")
                {
                    await LearnWordsAsync(
                        Console.Out, folder, parsed.GetValue(corrections), parsed.GetValue(lines)!, parsed.GetValue(output)!, parsed.GetValue(seed));
                }

                if (one is "likeness" || (one is null && folder is not null))
                {
                    LearnLikeness(Console.Out, folder ?? throw new LabelledFileException("--only likeness 要有 --data：本仓库的句子里没有成对的。"), parsed.GetValue(likeness)!);
                }

                return 0;
            }
            catch (Exception error) when (error is LabelledFileException or IOException or UnauthorizedAccessException or SettingsFaultyException)
            {
                Console.Error.WriteLine($"- {error.Message}");
                return 2;
            }
        });
        return command;
    }

    private static async Task LearnWordsAsync(TextWriter output, string? data, string? corrections, string lines, string file, int seed)
    {
        var words = WordLists.Load();
        if (words.Tree.Categories.Count > Codes.MostCategories)
        {
            throw new LabelledFileException($"categories.yaml 里有 {words.Tree.Categories.Count} 个大类，模型最多分得出 {Codes.MostCategories} 个：请合并几个再训练。");
        }

        var corrected = corrections is null ? null : await Corrected.ReadAsync(corrections, Codes.Of(Aspect.Category, words.Tree));
        var course = new Course(words, lines);
        IReadOnlyList<string> labelled = data is null ? [] : course.AddData(data);
        string[] files = [.. labelled, .. course.AddLines(seed)];
        if (corrected is not null)
        {
            course.Add(corrected.Lessons);
            output.WriteLine($"{corrected.Lessons.Count} 条更正；另有 {corrected.Skipped} 条是别的版本听的，或类别已经没有了，没学。");
        }

        output.WriteLine($"{files.Length} 个文件，{course.Examples.Count} 条句子。");
        var start = Stopwatch.GetTimestamp();
        var weights = new Trainer(words.Vocabulary, words.Tree, seed).Train(course.Examples);
        var bytes = WeightsFile.Write(weights);
        WriteFile(file, bytes);
        output.WriteLine($"用时 {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} 秒，写入 {file}，{bytes.Length / 1e6:F1} MB，{weights.Keys.Length} 个字串。");
        foreach (var columns in weights.Aspects)
        {
            output.WriteLine($"  {columns.Aspect}: {columns.Codes.Count} 种答案，把握 {columns.Threshold:F2} 以上时 100 次对 95 次");
        }
    }

    /// <summary>Only where the folder holds judged pairs and a judged stream.</summary>
    private static void LearnLikeness(TextWriter output, string data, string file)
    {
        var course = LikenessCourse.Of(data);
        if (!course.HasLessons)
        {
            output.WriteLine("没有判过的成对句子和先后句子，相似模型不变。");
            return;
        }

        var start = Stopwatch.GetTimestamp();
        var lesson = course.Learn();
        var (model, bytes) = (lesson.Model, LikenessFile.Write(lesson.Model));
        WriteFile(file, bytes);
        output.WriteLine(
            $"相似模型用时 {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} 秒，写入 {file}，{bytes.Length / 1e6:F1} MB；标题 {model.Thresholds.SameTitles:F2}、长文 {model.Thresholds.SameStories:F2} 以上算同一件（{model.Thresholds.Surely:F2} 以上有把握），信 {model.Thresholds.LinkLetters:F2}、其他 {model.Thresholds.LinkOthers:F2} 以上才并。");
        output.WriteLine("  下面是没学过的报事（按事分成五份，轮流留一份不学）：");
        LikenessReport.Print(output, lesson);
    }

    private static void WriteFile(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        File.WriteAllBytes(file, bytes);
    }
}
