using GridBot.Core.Understanding;

namespace GridBot.Handlers.Settings;

/// <summary>Makes the vocabulary of the word lists that <see cref="WordsReader"/> found, by their paths in the file.</summary>
internal static class VocabularyBuilder
{
    private const string Groups = "groups.";
    private const string Dangers = "dangers";

    public static Vocabulary Build(IReadOnlyDictionary<string, IReadOnlyList<string>> words) => new(
        words.Where(w => w.Key.StartsWith(Groups, StringComparison.Ordinal)).ToDictionary(w => w.Key[Groups.Length..], w => w.Value),
        [.. Enumerable.Range(0, int.MaxValue).TakeWhile(i => words.ContainsKey($"{Dangers}[{i}].words")).Select(i => DangerAt(words, i))],
        Lists<Mark>(words, "marks"),
        Lists<Intent>(words, "intents"));

    private static Danger DangerAt(IReadOnlyDictionary<string, IReadOnlyList<string>> words, int index)
    {
        string? One(string field) => words.GetValueOrDefault($"{Dangers}[{index}].{field}") is [var word, ..] ? word : null;
        return new Danger(One("name") ?? "", One("category") ?? "", One("subcategory"), words[$"{Dangers}[{index}].words"]);
    }

    /// <summary>A list for every name of the enum; a missing one is empty. Names are written in snake_case.</summary>
    private static Dictionary<TName, IReadOnlyList<string>> Lists<TName>(
        IReadOnlyDictionary<string, IReadOnlyList<string>> words, string under)
        where TName : struct, Enum
    {
        var byName = words
            .Where(w => w.Key.StartsWith($"{under}.", StringComparison.Ordinal))
            .ToDictionary(
                w => w.Key[(under.Length + 1)..].Replace("_", "", StringComparison.Ordinal), w => w.Value, StringComparer.OrdinalIgnoreCase);
        return Enum.GetValues<TName>().ToDictionary(n => n, n => byName.GetValueOrDefault(n.ToString()) ?? []);
    }
}
