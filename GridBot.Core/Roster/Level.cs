namespace GridBot.Core.Roster;

/// <summary>A rung of the ladder, from the building up (层级).</summary>
public enum Level
{
    Building = 1,
    Grid = 2,
    Community = 3,
    SubDistrict = 4,
}
