using System.Runtime.CompilerServices;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Handlers.Settings;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class ShippedFilesTests
{
    private static readonly string Config = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "config");

    [Fact]
    public void The_shipped_files_have_no_faults()
    {
        var faults = SettingsCheck.Read(FilesIn(Config)).AllFaults;

        // Categories and vocabulary come from elsewhere; until they lie there, their absence is no fault of these files.
        Assert.Empty(faults.Where(f => File.Exists(Path.Combine(Config, f.File))).Select(f => f.ToString()));
    }

    [Fact]
    public void The_shipped_policy_hurries_where_it_must_and_lets_people_sleep()
    {
        var policy = SettingsCheck.Read(FilesIn(Config)).Policies.ValueOrDefault!;

        Assert.All(policy.Default.Steps, s => Assert.True(s.Window.InWorkingTime));
        Assert.Equal(Level.Community, policy.Default.Steps[^1].Level);
        foreach (var urgency in new[] { Urgency.Urgent, Urgency.Emergency })
        {
            Assert.Equal([5, 10, 15, 20], policy.LadderFor("other", urgency).Steps.Select(s => s.Window.Span.TotalMinutes));
        }

        Assert.Equal([Level.Grid, Level.SubDistrict], policy.LadderFor("noise", Urgency.Urgent, new TimeOnly(2, 0)).Steps.Select(s => s.Level));
        Assert.Equal(new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0)), policy.QuietHours);
        Assert.Equal(Enum.GetValues<Level>(), policy.EmergencyTogether);
    }

    [Fact]
    public void The_shipped_settings_name_every_file_and_hold_no_secret()
    {
        var settings = new ConfigurationBuilder().AddYamlFile(Path.GetFullPath(Path.Combine(Config, "gridbot.yaml"))).Build();

        foreach (var kind in Enum.GetNames<SettingsKind>())
        {
            Assert.Equal($"config/{kind.ToLowerInvariant()}.yaml", settings[kind]);
        }

        string[] secrets =
        [
            "WeCom:App:Secret", "WeCom:App:Token", "WeCom:App:EncodingAesKey", "WeCom:Bot:Token",
            "WeCom:Bot:EncodingAesKey", "Secrets:DataKey",
        ];
        Assert.All(secrets, key => Assert.Equal("", settings[key]));
    }

    private static SettingsFiles FilesIn(string folder) => new()
    {
        Roster = Path.Combine(folder, "roster.yaml"),
        Policies = Path.Combine(folder, "policies.yaml"),
        Categories = Path.Combine(folder, "categories.yaml"),
        Vocabulary = Path.Combine(folder, "vocabulary.yaml"),
    };

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
