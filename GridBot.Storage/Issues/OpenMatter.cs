namespace GridBot.Storage.Issues;

/// <summary>When something of this class was last reported at this place and is still open.</summary>
public sealed class OpenMatter
{
    public string SubDistrictId { get; init; } = "";

    public string PlaceId { get; init; } = "";

    public string Category { get; init; } = "";

    public string? Subcategory { get; init; }

    public DateTimeOffset OpenedAt { get; init; }
}
