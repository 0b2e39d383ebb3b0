using GridBot.Core.Issues;
using GridBot.Core.Roster;

namespace GridBot.Handlers.Settings;

/// <summary>Reads every file and compares them: what check-config prints and what the watcher decides by.</summary>
public static class SettingsCheck
{
    public static SettingsReadings Read(SettingsFiles files) => Read(files.Read());

    /// <param name="acrossFiles">
    /// False for versions that are in force already: they come and go one by one, and a service must start with what it has.
    /// </param>
    /// <param name="readRoster">For callers that have read this very roster before, which may be a whole city's.</param>
    public static SettingsReadings Read(
        SettingsTexts texts, bool acrossFiles = true, Func<SettingsSource, Loaded<RosterBook>>? readRoster = null)
    {
        // The files lean on each other: limits in working days need the working hours, exceptions and
        // dangers need the categories.
        var alone = Then(texts.Policies, source => PolicyReader.Read(source));
        var week = alone.ValueOrDefault?.WorkingHours ?? WorkingWeek.Default;
        var categories = Then(texts.Categories, source => CategoryReader.Read(source, week));
        return new SettingsReadings(
            Then(texts.Roster, readRoster ?? RosterReader.Read),
            acrossFiles ? Then(texts.Policies, source => PolicyReader.Read(source, categories.ValueOrDefault)) : alone,
            categories,
            Then(texts.Vocabulary, source => WordsReader.Read(source, acrossFiles ? categories.ValueOrDefault : null)));
    }

    private static Loaded<T> Then<T>(Loaded<SettingsSource> text, Func<SettingsSource, Loaded<T>> read) => text switch
    {
        Loaded<SettingsSource>.Good good => read(good.Value),
        _ => new Loaded<T>.Faulty(text.FaultsOrNone),
    };
}
