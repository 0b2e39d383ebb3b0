namespace GridBot.WeCom.Messages;

/// <summary>Whatever WeCom brings us, from either door.</summary>
public abstract record Incoming
{
    /// <param name="Origin">Who, where and when.</param>
    /// <param name="Content">The full text; in a group including "@name ", and there may be several (WeCom doc 100719).</param>
    /// <param name="Quote">What was quoted with it.</param>
    public sealed record Text(Origin Origin, string Content, Quote? Quote = null) : Incoming(Origin);

    public sealed record Image(Origin Origin, MediaRef Media) : Incoming(Origin);

    /// <param name="Origin">Who, where and when.</param>
    /// <param name="Transcript">What WeCom understood; the app's voices have none.</param>
    /// <param name="Media">The sound; the robot's voices have none.</param>
    public sealed record Voice(Origin Origin, string? Transcript, MediaRef Media) : Incoming(Origin);

    public sealed record Video(Origin Origin, MediaRef Media) : Incoming(Origin);

    public sealed record File(Origin Origin, MediaRef Media) : Incoming(Origin);

    /// <param name="Origin">Who, where and when.</param>
    /// <param name="Content">The text parts, joined by line breaks.</param>
    /// <param name="Images">The pictures, in order.</param>
    /// <param name="Quote">What was quoted with it.</param>
    public sealed record Mixed(Origin Origin, string Content, IReadOnlyList<MediaRef> Images, Quote? Quote = null) : Incoming(Origin);

    /// <param name="Origin">Who, where and when.</param>
    /// <param name="Latitude">Degrees north, WeCom's Location_X.</param>
    /// <param name="Longitude">Degrees east, WeCom's Location_Y.</param>
    /// <param name="Label">The place in words.</param>
    public sealed record Location(Origin Origin, double Latitude, double Longitude, string? Label) : Incoming(Origin);

    public sealed record Link(Origin Origin, string? Title, string? Description, string? Url) : Incoming(Origin);

    /// <summary>A tap on a card's button, or on an entry of its menu.</summary>
    /// <param name="Origin">Who, where and when; anybody in a group may tap.</param>
    /// <param name="TaskId">The card.</param>
    /// <param name="Key">The button.</param>
    /// <param name="CardType">As WeCom writes it, for example button_interaction.</param>
    /// <param name="ResponseCode">App only: renews this card once within 72 h (WeCom doc 94888). A robot's card is renewed by answering.</param>
    /// <param name="Selections">What was picked from the card's drop-downs.</param>
    public sealed record Click(
        Origin Origin, string TaskId, string Key, string? CardType, string? ResponseCode, IReadOnlyList<Selection> Selections)
        : Incoming(Origin);

    /// <summary>Somebody opened our 1:1 chat, or may do so from now on.</summary>
    /// <param name="Origin">Who and when.</param>
    /// <param name="By">enter_agent or subscribe (app), enter_chat (robot, the day's first time).</param>
    public sealed record Entered(Origin Origin, string By) : Incoming(Origin);

    /// <summary>Anything else: to be answered with an empty 200 and logged, since WeCom adds kinds every year.</summary>
    /// <param name="Origin">Who and when, as far as told.</param>
    /// <param name="Kind">WeCom's name of the message or event.</param>
    /// <param name="Key">An event's EventKey, for example of an entry in the app's menu.</param>
    public sealed record Other(Origin Origin, string Kind, string? Key = null) : Incoming(Origin);

    private Incoming(Origin origin) => Origin = origin;

    public Origin Origin { get; }

    public Door Door => Origin.Door;

    public string Id => Origin.Id;

    public string From => Origin.From;

    public string? ChatId => Origin.ChatId;

    public DateTimeOffset? SentAt => Origin.SentAt;

    public string? ResponseUrl => Origin.ResponseUrl;

    public string? RequestId => Origin.RequestId;

    /// <summary>Without what was said and without secrets: this may end up in a log.</summary>
    public sealed override string ToString() => $"{GetType().Name} {Origin}";
}
