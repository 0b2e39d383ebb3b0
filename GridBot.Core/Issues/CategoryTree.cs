using System.Collections.Frozen;

namespace GridBot.Core.Issues;

/// <summary>A second-level class, such as 工地夜间施工 under 噪音扰民.</summary>
/// <param name="Urgency">Overrides the category's urgency where it is set.</param>
/// <param name="IsOfAnArea">True for what has one cause and many reporters, such as 停水: see <see cref="AreaMatter"/>.</param>
public sealed record Subcategory(string Code, string Name, IReadOnlyList<string> Words, Urgency? Urgency, bool IsOfAnArea = false)
{
    /// <summary>Overrides whether the category is private where it is set.</summary>
    public bool? IsPrivate { get; init; }
}

/// <summary>A first-level class with the limits its issues run on.</summary>
/// <param name="ResponseLimit">Until somebody takes it.</param>
/// <param name="ResolutionLimit">Until it is done.</param>
/// <param name="InWorkingTime">True when the resolution limit counts working time instead of calendar time.</param>
/// <param name="Unit">The responsible unit, as people call it; null where the grid itself is.</param>
public sealed record Category(
    string Code,
    string Name,
    IReadOnlyList<string> Words,
    Urgency Urgency,
    TimeSpan ResponseLimit,
    TimeSpan ResolutionLimit,
    bool InWorkingTime,
    string? Unit,
    IReadOnlyList<Subcategory> Subcategories)
{
    /// <summary>Nobody but those asked may know of such an issue (保密).</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>All classes by code; "other" always exists.</summary>
public sealed class CategoryTree(IReadOnlyList<Category> categories)
{
    public const string Other = "other";

    private readonly FrozenDictionary<string, Category> _byCode = categories.ToFrozenDictionary(c => c.Code);

    public IReadOnlyList<Category> Categories { get; } = categories;

    public Category this[string code] => _byCode.GetValueOrDefault(code) ?? _byCode[Other];

    public Category? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>True where nobody but those asked may know of such an issue.</summary>
    public bool IsPrivate(string category, string? subcategory) =>
        this[category].Subcategories.FirstOrDefault(s => s.Code == subcategory)?.IsPrivate ?? this[category].IsPrivate;

    /// <summary>What people call the problem: the second-level name where there is one, else the first-level name.</summary>
    public string NameOf(string category, string? subcategory) =>
        this[category].Subcategories.FirstOrDefault(s => s.Code == subcategory)?.Name ?? this[category].Name;
}
