namespace GridBot.Core.Roster;

public enum PlaceKind
{
    SubDistrict,
    Community,
    Area,
    Grid,
    Building,
}

/// <summary>A place of the town's tree. Its id is stable; its name and aliases are what people call it.</summary>
public sealed record Place(string Id, string Name, PlaceKind Kind, string? ParentId, IReadOnlyList<string> Aliases)
{
    /// <summary>The highest rung that is rung here while it is being tried out; null where its parent says, or for all.</summary>
    public Level? RingUpTo { get; init; }

    /// <summary>The rung of the ladder that answers for such a place; an area has none of its own.</summary>
    public Level? Level => Kind switch
    {
        PlaceKind.Building => Roster.Level.Building,
        PlaceKind.Grid => Roster.Level.Grid,
        PlaceKind.Community => Roster.Level.Community,
        PlaceKind.SubDistrict => Roster.Level.SubDistrict,
        _ => null,
    };
}
