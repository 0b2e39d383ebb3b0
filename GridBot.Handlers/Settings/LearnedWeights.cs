using GridBot.Core.Understanding.Model;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Settings;

/// <summary>What the command train has learned, read once at the start.</summary>
public sealed class LearnedWeights(SettingsFiles files)
{
    /// <summary>Null where the setting is empty: the rules decide alone.</summary>
    public Weights? Value { get; } = Read(files.Model).ValueOrDefault;

    /// <summary>The file in the caller's folder, else the one shipped beside the program.</summary>
    public static Loaded<Weights?> Read(string file)
    {
        if (file.Length == 0)
        {
            return new Loaded<Weights?>.Good(null);
        }

        var path = File.Exists(file) ? file : Path.Combine(AppContext.BaseDirectory, file);
        try
        {
            return new Loaded<Weights?>.Good(WeightsFile.Read(File.ReadAllBytes(path)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var why = error is InvalidDataException ? error.Message : "读不到这个文件";
            return new Loaded<Weights?>.Faulty(
                [new Fault(file, 0, "Model", $"{why}。请从安装包里重新复制这个文件，或用 train 命令重新生成；Model 留空则只按词表和规则理解。")]);
        }
    }
}

/// <summary>Faults of the model's file keep the service from starting, as those of the other files do.</summary>
public sealed class LearnedWeightsCheck : IValidateOptions<SettingsFiles>
{
    public ValidateOptionsResult Validate(string? name, SettingsFiles options) =>
        LearnedWeights.Read(options.Model).FaultsOrNone is { Count: > 0 } faults
            ? ValidateOptionsResult.Fail(faults.Select(f => f.ToString()))
            : ValidateOptionsResult.Success;
}
