using GridBot.Core.Issues;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>
/// vocabulary.yaml as a map of word lists. Nested maps and lists of maps are flattened, so that a list is found under its
/// path in the file: <c>marks.negation</c>, <c>dangers[0].words</c>. A single word is a list of one. An entry that names a
/// <c>category</c> must name one of the tree.
/// </summary>
public static class WordsReader
{
    /// <param name="categories">The tree whose codes the entries must use; null when it isn't known.</param>
    public static Loaded<IReadOnlyDictionary<string, IReadOnlyList<string>>> Read(
        SettingsSource source, CategoryTree? categories = null)
    {
        var faults = new FaultList(source.Name);
        var words = new Dictionary<string, IReadOnlyList<string>>();
        if (Field.Root(source, faults) is { } root)
        {
            Gather(root.Entries(), words, categories);
            CheckGroups(root.Entries(), words);
        }

        return faults.Conclude<IReadOnlyDictionary<string, IReadOnlyList<string>>>(() => words);
    }

    private static void Gather(
        IReadOnlyList<(string Key, Field Value)> entries, Dictionary<string, IReadOnlyList<string>> words, CategoryTree? categories)
    {
        foreach (var (_, value) in entries)
        {
            if (value.IsMap)
            {
                Gather(value.Entries(), words, categories);
            }
            else if (!value.IsList)
            {
                words[value.Path] = value.Text() is { } word ? [word] : [];
            }
            else if (value.Items() is var items && items.Any(i => i.IsMap))
            {
                foreach (var item in items)
                {
                    var parts = item.Entries();
                    CheckCategory(parts, categories);
                    Gather(parts, words, categories);
                }
            }
            else
            {
                words[value.Path] = value.Texts();
            }
        }
    }

    /// <summary>Whoever writes &lt;人&gt; in a phrase must say under groups who that is.</summary>
    private static void CheckGroups(IReadOnlyList<(string Key, Field Value)> entries, Dictionary<string, IReadOnlyList<string>> words)
    {
        foreach (var (_, value) in entries)
        {
            foreach (var item in value.IsList ? value.Items() : [])
            {
                if (item.IsMap)
                {
                    CheckGroups(item.Entries(), words);
                }
                else if (item.Text() is { } entry)
                {
                    foreach (var name in GroupsIn(entry).Where(n => !words.ContainsKey($"groups.{n}")))
                    {
                        item.Fault($"groups 里没有“{name}”这个词组{Closest.Hint(name, words.Keys.Where(k => k.StartsWith("groups.", StringComparison.Ordinal)).Select(k => k[7..]))}");
                    }
                }
            }

            if (value.IsMap)
            {
                CheckGroups(value.Entries(), words);
            }
        }
    }

    private static IEnumerable<string> GroupsIn(string entry) => entry.Split('<').Skip(1).Where(p => p.Contains('>', StringComparison.Ordinal)).Select(p => p[..p.IndexOf('>', StringComparison.Ordinal)]);

    private static void CheckCategory(IReadOnlyList<(string Key, Field Value)> parts, CategoryTree? tree)
    {
        if (tree is null || parts.FirstOrDefault(p => p.Key == "category").Value is not { } named || named.Text() is not { } code)
        {
            return;
        }

        if (tree.Find(code) is not { } category)
        {
            named.Fault($"categories.yaml 里没有“{code}”这个类别{Closest.Hint(code, tree.Categories.Select(c => c.Code))}");
            return;
        }

        var codes = category.Subcategories.Select(s => s.Code).ToList();
        if (parts.FirstOrDefault(p => p.Key == "subcategory").Value is { } below && below.Text() is { } sub && !codes.Contains(sub))
        {
            below.Fault($"categories.yaml 的“{code}”下面没有“{sub}”这个小类{Closest.Hint(sub, codes)}");
        }
    }
}
