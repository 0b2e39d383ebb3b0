using GridBot.Core.Understanding.Model;

namespace GridBot.Handlers.Settings;

/// <summary>What the command train has learned of what people mean, read once at the start.</summary>
public sealed class LearnedWeights(SettingsFiles files)
{
    /// <summary>Null where the setting is empty: the rules decide alone.</summary>
    public Weights? Value { get; } = Read(files.Model).ValueOrDefault;

    public static Loaded<Weights?> Read(string file) =>
        LearnedFile.Read(file, "Model", "只按词表和规则理解", bytes => WeightsFile.Read(bytes));
}
