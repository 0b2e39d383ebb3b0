using GridBot.Core.Understanding.Likeness;
using GridBot.Handlers.Settings;
using GridBot.Host.Learning;

namespace GridBot.Host.Commands;

/// <summary>What link, similar and evaluate share: the model that is in force, a file to write, and faults in words.</summary>
internal static class LikenessRun
{
    public static int Write(string path, Func<LikenessModel, IEnumerable<string>> lines)
    {
        try
        {
            // What was written before stays until all of the input has been read.
            var written = lines(Model()).ToList();
            File.WriteAllLines(path, written);
            return 0;
        }
        catch (Exception error) when (error is LabelledFileException or SettingsFaultyException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"- {error.Message}");
            return 2;
        }
    }

    /// <exception cref="SettingsFaultyException">The model's file is missing or wrong.</exception>
    /// <exception cref="LabelledFileException">The settings name no model.</exception>
    public static LikenessModel Model()
    {
        var files = new SettingsFiles();
        new ConfigurationBuilder().AddGridBotSettings().Build().Bind(files);
        var learned = LearnedLikeness.Read(files.Likeness);
        return learned.FaultsOrNone.Count > 0
            ? throw new SettingsFaultyException(learned.FaultsOrNone)
            : learned.ValueOrDefault ?? throw new LabelledFileException("设置里 Likeness 是空的：请写上相似模型文件的位置，如 config/models/likeness.weights。");
    }
}
