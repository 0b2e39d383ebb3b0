using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Settings;

/// <summary>A file that the command train wrote.</summary>
public static class LearnedFile
{
    /// <summary>The file in the caller's folder, else the one shipped beside the program; null where the setting is empty.</summary>
    /// <param name="setting">The setting that names the file, for the fault's remedy.</param>
    /// <param name="without">What the service does without it, in Chinese.</param>
    public static Loaded<T?> Read<T>(string file, string setting, string without, Func<byte[], T> read)
        where T : class
    {
        if (file.Length == 0)
        {
            return new Loaded<T?>.Good(null);
        }

        var path = File.Exists(file) ? file : Path.Combine(AppContext.BaseDirectory, file);
        try
        {
            return new Loaded<T?>.Good(read(File.ReadAllBytes(path)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var why = error is InvalidDataException ? error.Message : "读不到这个文件";
            return new Loaded<T?>.Faulty(
                [new Fault(file, 0, setting, $"{why}。请从安装包里重新复制这个文件，或用 train 命令重新生成；{setting} 留空则{without}。")]);
        }
    }
}

/// <summary>Faults of what was learned keep the service from starting, as those of the other files do.</summary>
public sealed class LearnedFilesCheck : IValidateOptions<SettingsFiles>
{
    public ValidateOptionsResult Validate(string? name, SettingsFiles options)
    {
        string[] faults =
        [
            .. LearnedWeights.Read(options.Model).FaultsOrNone.Concat(LearnedLikeness.Read(options.Likeness).FaultsOrNone).Select(f => f.ToString()),
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
