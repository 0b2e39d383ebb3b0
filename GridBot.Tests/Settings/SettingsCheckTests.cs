using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class SettingsCheckTests
{
    [Fact]
    public void Good_files_have_no_faults()
    {
        using var folder = new SettingsFolder();

        Assert.Empty(SettingsCheck.Read(folder.Files).AllFaults);
    }

    [Fact]
    public void Faults_of_all_files_and_between_them_are_told_at_once()
    {
        using var folder = new SettingsFolder();
        File.WriteAllText(folder.Files.Roster, Samples.Replaced(Samples.Roster, "duty: [wu]", "duty: [nobody]"));
        File.WriteAllText(folder.Files.Categories, Samples.Replaced(Samples.Categories, "code: noise", "code: din"));
        File.Delete(folder.Files.Vocabulary);

        var faults = SettingsCheck.Read(folder.Files).AllFaults.Select(f => f.ToString()).ToList();

        Assert.Equal(3, faults.Count);
        Assert.Contains("people 里没有“nobody”这个人", faults[0], StringComparison.Ordinal);
        Assert.StartsWith("policies.yaml 第10行 exceptions[0].categories[0]：categories.yaml 里没有“noise”", faults[1], StringComparison.Ordinal);
        Assert.StartsWith("vocabulary.yaml：找不到文件", faults[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_working_day_is_as_long_as_the_policies_say()
    {
        using var folder = new SettingsFolder();
        File.WriteAllText(folder.Files.Policies, Samples.Replaced(Samples.Policies, "to: \"17:30\"", "to: \"16:30\""));

        Assert.Equal(TimeSpan.FromHours(24), SettingsCheck.Read(folder.Files).Categories.ValueOrDefault!["noise"].ResolutionLimit);
    }
}
