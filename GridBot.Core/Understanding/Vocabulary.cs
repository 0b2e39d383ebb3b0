namespace GridBot.Core.Understanding;

/// <summary>A danger to life and the class an issue about it gets.</summary>
public sealed record Danger(string Name, string Category, string? Subcategory, IReadOnlyList<string> Words);

/// <summary>
/// The word lists of config/vocabulary.yaml. How an entry is written (…, =, ^, ~) stands in <see cref="Phrase"/>
/// and, for those who edit it, at the head of the file.
/// </summary>
/// <param name="Groups">Words that may stand for each other in a phrase, by the name that phrases use.</param>
public sealed record Vocabulary(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Groups,
    IReadOnlyList<Danger> Dangers,
    IReadOnlyDictionary<Mark, IReadOnlyList<string>> Marks,
    IReadOnlyDictionary<Intent, IReadOnlyList<string>> Intents);
