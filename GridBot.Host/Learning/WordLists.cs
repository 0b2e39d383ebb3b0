using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Core.Understanding;
using GridBot.Handlers.Settings;
using GridBot.Host.Commands;

namespace GridBot.Host.Learning;

/// <summary>The word lists and classes of the settings, which the model learns beside.</summary>
internal sealed record WordLists(Vocabulary Vocabulary, CategoryTree Tree, RosterBook Roster, DailyWindow NoisyNight, TimeZoneInfo Zone)
{
    /// <exception cref="SettingsFaultyException">A settings file is missing or wrong.</exception>
    public static WordLists Load()
    {
        var (files, clock) = (new SettingsFiles(), new ClockOptions());
        var configuration = new ConfigurationBuilder().AddGridBotSettings().Build();
        configuration.Bind(files);
        configuration.Bind(clock);
        var readings = SettingsCheck.Read(files);
        return readings.AllFaults.Count > 0
            ? throw new SettingsFaultyException(readings.AllFaults)
            : new WordLists(readings.BuildVocabulary(), readings.Categories.ValueOrDefault!, readings.Roster.ValueOrDefault!, readings.Policies.ValueOrDefault!.NoisyNight, clock.Zone());
    }
}
