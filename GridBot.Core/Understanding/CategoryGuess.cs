using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>A class and how sure it is, by the words alone or by the model.</summary>
/// <param name="Score">The weight of the words that speak for it; 0 when none does.</param>
/// <param name="IsStrong">A word says itself that something is wrong (漏水), not only what it is about (电梯).</param>
internal sealed record CategoryGuess(
    Category Category, Subcategory? Subcategory, double Score, bool IsStrong, double Confidence, IReadOnlyList<string> Alternatives)
{
    /// <summary>From this confidence on it needn't be asked about.</summary>
    public double SureFrom { get; init; } = 0.6;

    public bool IsSure => Confidence >= SureFrom;
}

/// <summary>What a message as a whole is about; if it tells of one problem, that is this one.</summary>
/// <param name="Said">The class by the word lists alone.</param>
/// <param name="Judged">The class when the model has spoken, too.</param>
/// <param name="Urgency">Null where the model isn't sure.</param>
internal readonly record struct WholeGuess(CategoryGuess Said, CategoryGuess Judged, Urgency? Urgency);
