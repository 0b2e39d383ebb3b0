namespace GridBot.Core.Understanding.Training.Lines;

/// <summary>What the files of training/templates hold: what is said, what fills its gaps, and how thumbs slip.</summary>
/// <param name="Slots">The fillings of each gap, by the gap's name.</param>
/// <param name="Swaps">What a word is written as by mistake or in dialect, by the table's name.</param>
public sealed record LineTemplates(
    IReadOnlyDictionary<string, IReadOnlyList<Filling>> Slots,
    IReadOnlyList<Saying> Sayings,
    IReadOnlyDictionary<string, IReadOnlyList<Swap>> Swaps);

/// <summary>A filling, and the labels that it brings to the line; empty where it brings none.</summary>
public sealed record Filling(Pattern Pattern, string Category, string Urgency);

/// <summary>Patterns of one intent that are used alike.</summary>
/// <param name="Urgency">Of the patterns' own words; the more pressing of this and the fillings' counts.</param>
/// <param name="Weight">How often, beside the other sayings.</param>
public sealed record Saying(
    string Intent, IReadOnlyList<string> Categories, string Urgency, IReadOnlyList<string> Roles, int Weight, IReadOnlyList<Pattern> Patterns);

/// <summary>A word and what is written in its stead.</summary>
public sealed record Swap(string Word, IReadOnlyList<string> Instead);
