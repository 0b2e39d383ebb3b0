namespace GridBot.Core.Roster;

/// <summary>A WeCom group bound to a place. Chat ids compare with case.</summary>
/// <param name="Levels">The rungs whose people are members and may be @-mentioned here.</param>
/// <param name="HasPushRobot">False where people are rung by 1:1 cards alone.</param>
public sealed record GroupChat(
    string ChatId, string Name, string PlaceId, IReadOnlyList<Level> Levels, bool HasPushRobot);
