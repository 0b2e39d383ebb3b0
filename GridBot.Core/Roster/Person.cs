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

    /// <summary>Of another unit (物业, 水电气公司 …): does what it is handed, and never learns who reported.</summary>
    Outside,
}

/// <summary>Somebody of the roster. User ids compare without case.</summary>
/// <param name="Call">How the person is addressed in messages (刘主任, 李师傅); the name where the roster says nothing.</param>
public sealed record Person(string UserId, string Name, string? Mobile, Role Role, string PlaceId, string Call)
{
    /// <summary>False for whoever uses WeCom through WeChat's plugin: what would be a card is a text.</summary>
    public bool SeesCards { get; init; } = true;

    /// <summary>The rung this person's role belongs to; staff and admins stand with the sub-district, other units below everybody.</summary>
    public Level Level => Role switch
    {
        Role.BuildingLeader or Role.Outside => Level.Building,
        Role.Grid => Level.Grid,
        Role.Community => Level.Community,
        _ => Level.SubDistrict,
    };
}
