using GridBot.Core.Understanding.Likeness;

namespace GridBot.Handlers.Settings;

/// <summary>What the command train has learned of messages that tell of the same, read once at the start.</summary>
public sealed class LearnedLikeness(SettingsFiles files)
{
    /// <summary>Null where the setting is empty: shared words decide alone.</summary>
    public LikenessModel? Value { get; } = Read(files.Likeness).ValueOrDefault;

    public static Loaded<LikenessModel?> Read(string file) =>
        LearnedFile.Read(file, "Likeness", "只比较用词", bytes => LikenessFile.Read(bytes));
}
