namespace GridBot.Core.Roster;

/// <summary>What a person may do and see; the scope is the subtree of <see cref="Person.PlaceId"/>.</summary>
public enum Role
{
    BuildingLeader,
    Grid,
    Community,
    SubDistrict,
    Staff,
    Admin,
}

/// <summary>Somebody of the roster. User ids compare without case.</summary>
/// <param name="Call">How the person is addressed in messages (刘主任, 李师傅); the name where the roster says nothing.</param>
public sealed record Person(string UserId, string Name, string? Mobile, Role Role, string PlaceId, string Call)
{
    /// <summary>The rung this person's role belongs to; staff and admins stand with the sub-district.</summary>
    public Level Level => Role switch
    {
        Role.BuildingLeader => Level.Building,
        Role.Grid => Level.Grid,
        Role.Community => Level.Community,
        _ => Level.SubDistrict,
    };
}
