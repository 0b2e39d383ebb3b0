namespace GridBot.Core.Roster;

/// <summary>A WeCom group bound to a place. Chat ids compare with case.</summary>
/// <param name="ChatId">As the smart robot's callbacks name it; that of the app where no robot hears the group.</param>
/// <param name="Levels">The rungs whose people are members and may be @-mentioned here.</param>
/// <param name="HasPushRobot">False where people are rung by 1:1 cards alone.</param>
public sealed record GroupChat(
    string ChatId, string Name, string PlaceId, IReadOnlyList<Level> Levels, bool HasPushRobot)
{
    /// <summary>Set where the app itself made the group and speaks in it; the app's own name of the group.</summary>
    public string? AppChatId { get; init; }

    /// <summary>False in a group that the app made and no robot was added to: nothing said there reaches us.</summary>
    public bool Hears => AppChatId != ChatId;

    /// <summary>Whether a text can be said there that rings phones.</summary>
    public bool CanRing => HasPushRobot || AppChatId is not null;
}
