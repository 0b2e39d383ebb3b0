namespace GridBot.Core.Roster;

/// <summary>What rings in a bound group.</summary>
public enum GroupVoice
{
    /// <summary>Nothing: its people get 1:1 cards alone, as the group chose.</summary>
    None,

    /// <summary>The push robot whose key is kept for the place.</summary>
    PushRobot,

    /// <summary>The app, which made the group.</summary>
    AppChat,
}

/// <summary>A group that was bound to a place by message or made by the app, and what is asked for it right now.</summary>
/// <param name="Version">Counts its changes from 1; 0 for a group of which nothing is stored yet.</param>
/// <param name="PlaceId">Where it is bound; null as long as it isn't.</param>
public sealed record GroupBinding(string ChatId, int Version = 0, string? PlaceId = null)
{
    public GroupVoice Voice { get; init; }

    public string? AppChatId { get; init; }

    public string? BoundBy { get; init; }

    public DateTimeOffset? BoundAt { get; init; }

    /// <summary>The binding that somebody asks for; what holds, holds until it is done.</summary>
    public BindingRequest? Request { get; init; }

    /// <summary>The group as the ladder sees it; null while it is bound nowhere or its place is gone from the roster.</summary>
    public GroupChat? ToGroup(RosterBook roster) => roster.FindPlace(PlaceId) is { } place
        ? new GroupChat(ChatId, place.Name, place.Id, LevelsOf(place), Voice == GroupVoice.PushRobot)
        {
            AppChatId = Voice == GroupVoice.AppChat ? AppChatId : null,
        }
        : null;

    /// <summary>Who is in such a group as a rule: leaders and grid workers, in a larger one also those who answer for it.</summary>
    private static IReadOnlyList<Level> LevelsOf(Place place) => place.Kind switch
    {
        PlaceKind.SubDistrict => [Level.SubDistrict],
        PlaceKind.Community => [Level.Building, Level.Grid, Level.Community],
        _ => [Level.Building, Level.Grid],
    };
}

/// <summary>Somebody asks to bind a group; the sub-district's admin confirms, then a code proves it.</summary>
/// <param name="Token">Names this request, so that a card of an older one is known as such.</param>
/// <param name="Quiet">True where no robot shall ring in the group.</param>
/// <param name="ResponseUrl">Answers in the group for an hour, once; null where there is none. A secret.</param>
public sealed record BindingRequest(string PlaceId, string Token, string AskedBy, DateTimeOffset AskedAt, bool Quiet, string? ResponseUrl)
{
    public string? ConfirmedBy { get; init; }

    /// <summary>The four digits that the push robot posts; null before the admin has confirmed.</summary>
    public string? Code { get; init; }

    public DateTimeOffset CodeUntil { get; init; }

    public int WrongCodes { get; init; }
}
