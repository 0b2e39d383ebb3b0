using GridBot.Handlers.Settings;

namespace GridBot.Tests.Settings;

/// <summary>A folder of its own with four good files.</summary>
internal sealed class SettingsFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridbot-settings-");

    public SettingsFolder()
    {
        Files = new SettingsFiles
        {
            Roster = Path.Combine(_folder.FullName, "roster.yaml"),
            Policies = Path.Combine(_folder.FullName, "policies.yaml"),
            Categories = Path.Combine(_folder.FullName, "categories.yaml"),
            Vocabulary = Path.Combine(_folder.FullName, "vocabulary.yaml"),
        };
        File.WriteAllText(Files.Roster, Samples.Roster);
        File.WriteAllText(Files.Policies, Samples.Policies);
        File.WriteAllText(Files.Categories, Samples.Categories);
        File.WriteAllText(Files.Vocabulary, Samples.Vocabulary);
    }

    public SettingsFiles Files { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
