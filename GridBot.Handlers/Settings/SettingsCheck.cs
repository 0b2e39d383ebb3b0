using GridBot.Core.Issues;

namespace GridBot.Handlers.Settings;

/// <summary>Reads every file and compares them: what check-config prints and what the watcher decides by.</summary>
public static class SettingsCheck
{
    public static SettingsReadings Read(SettingsFiles files) => Read(files.Read());

    /// <param name="acrossFiles">
    /// False for versions that are in force already: they come and go one by one, and a service must start with what it has.
    /// </param>
    public static SettingsReadings Read(SettingsTexts texts, bool acrossFiles = true)
    {
        // Two files lean on each other: limits in working days need the working hours, exceptions need the categories.
        var alone = Then(texts.Policies, source => PolicyReader.Read(source));
        var week = alone.ValueOrDefault?.WorkingHours ?? WorkingWeek.Default;
        var categories = Then(texts.Categories, source => CategoryReader.Read(source, week));
        return new SettingsReadings(
            Then(texts.Roster, RosterReader.Read),
            acrossFiles ? Then(texts.Policies, source => PolicyReader.Read(source, categories.ValueOrDefault)) : alone,
            categories,
            Then(texts.Vocabulary, WordsReader.Read));
    }

    private static Loaded<T> Then<T>(Loaded<SettingsSource> text, Func<SettingsSource, Loaded<T>> read) => text switch
    {
        Loaded<SettingsSource>.Good good => read(good.Value),
        _ => new Loaded<T>.Faulty(text.FaultsOrNone),
    };
}
