using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>Danger to life, here and now.</summary>
/// <param name="Start">Where it is told, as an offset into the text; where the words begin if the model alone heard it.</param>
/// <param name="Category">The class of the issue about it.</param>
internal readonly record struct Alarm(int Start, Category Category, string? Subcategory);
