using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>
/// vocabulary.yaml as a map of word lists. Nested maps and lists of maps are flattened, so that a list is found under its
/// path in the file: <c>marks.negation</c>, <c>dangers[0].words</c>. A single word is a list of one.
/// </summary>
public static class WordsReader
{
    public static Loaded<IReadOnlyDictionary<string, IReadOnlyList<string>>> Read(SettingsSource source)
    {
        var faults = new FaultList(source.Name);
        var words = new Dictionary<string, IReadOnlyList<string>>();
        if (Field.Root(source, faults) is { } root)
        {
            Gather(root.Entries(), words);
        }

        return faults.Conclude<IReadOnlyDictionary<string, IReadOnlyList<string>>>(() => words);
    }

    private static void Gather(IReadOnlyList<(string Key, Field Value)> entries, Dictionary<string, IReadOnlyList<string>> words)
    {
        foreach (var (_, value) in entries)
        {
            if (value.IsMap)
            {
                Gather(value.Entries(), words);
            }
            else if (!value.IsList)
            {
                words[value.Path] = value.Text() is { } word ? [word] : [];
            }
            else if (value.Items() is var items && items.Any(i => i.IsMap))
            {
                foreach (var item in items)
                {
                    Gather(item.Entries(), words);
                }
            }
            else
            {
                words[value.Path] = value.Texts();
            }
        }
    }
}
