using GridBot.Core.Understanding;
using GridBot.Core.Understanding.Model;
using GridBot.Handlers.Settings;
using GridBot.Host.Commands;

namespace GridBot.Host.Learning;

/// <summary>The ears of the service under the settings in force, for messages from a file.</summary>
internal sealed class Interpreter
{
    /// <summary>A Tuesday, ten in the morning: no night, no holiday.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly Understander _understander;

    public Interpreter(WordLists words, Weights? weights) => _understander = new Understander(
        words.Vocabulary, words.Tree, new PlaceIndex(words.Roster), new Core.Issues.Calendar(words.Zone), words.NoisyNight, weights);

    /// <exception cref="SettingsFaultyException">A settings file or the model is missing or wrong.</exception>
    public static Interpreter Load()
    {
        var files = new SettingsFiles();
        new ConfigurationBuilder().AddGridBotSettings().Build().Bind(files);
        var learned = LearnedWeights.Read(files.Model);
        return learned.FaultsOrNone.Count > 0
            ? throw new SettingsFaultyException(learned.FaultsOrNone)
            : new Interpreter(WordLists.Load(), learned.ValueOrDefault);
    }

    /// <param name="role">One of the roles of labelled chats; empty when it isn't known.</param>
    /// <param name="before">The line before it in its thread; empty when there is none.</param>
    public Understood Read(string id, string text, string role, string before)
    {
        var reading = _understander.Read(new Utterance(text, null, "", null, null, Morning)
        {
            Speaker = role.Length > 0 ? role : null,
            Before = before.Length > 0 ? before : null,
        });
        return Understood.Of(id, text, reading);
    }
}
