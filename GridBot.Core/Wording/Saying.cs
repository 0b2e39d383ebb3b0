namespace GridBot.Core.Wording;

/// <summary>Whether a saying is bound to a ring that somebody's answer makes pointless.</summary>
public enum SayingKind
{
    /// <summary>Rings a phone; cancelled when the issue is taken, held back in quiet hours.</summary>
    Ring,

    /// <summary>Tells without ringing anybody for a step.</summary>
    Tell,
}

/// <summary>A card's line on a list card.</summary>
/// <param name="Asks">True where a reporter is asked whether it is solved, false where somebody is rung.</param>
public sealed record Brief(long Number, string What, bool Asks = false);

/// <summary>One thing to say to one destination: what the outbox keeps.</summary>
public abstract record Saying
{
    public required SayingKind Kind { get; init; }

    /// <summary>0 when it belongs to no issue.</summary>
    public long IssueId { get; init; }

    public int Summons { get; init; }

    /// <summary>0 emergency, 1 urgent, 2 a ring, 3 anything else.</summary>
    public int Priority { get; init; } = 3;

    /// <summary>True where residents' words stand in it, masked: it goes when they are taken back.</summary>
    public bool HoldsWords { get; init; }

    /// <summary>Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>After this moment nobody needs it any more.</summary>
    public DateTimeOffset? UsefulUntil { get; init; }

    /// <summary>A text in a group, by whatever voice it has; only a push robot mentions. Lines of several may be gathered into one text.</summary>
    public sealed record InGroup(string ChatId, string Text, IReadOnlyList<string> Mentions) : Saying;

    /// <summary>
    /// A text by what rings at a place, before it is known that it sits in the group that hears: the code that proves it.
    /// </summary>
    public sealed record ByBell(string PlaceId, string Text) : Saying;

    /// <summary>A 1:1 text, through the app where there is one.</summary>
    public sealed record ToPerson(string UserId, string Text) : Saying;

    /// <summary>A 1:1 text of words that are never kept open: sealed, in base64.</summary>
    public sealed record Sealed(string UserId, string Words) : Saying;

    /// <summary>A 1:1 card, through the app where its buttons can be heard.</summary>
    /// <param name="Brief">Set where it may leave together with others for the same person, as one line of a list card.</param>
    public sealed record CardToPerson(string UserId, Card Card, Brief? Brief = null) : Saying
    {
        /// <summary>The group whose push robot @-mentions this person for the same summons: there they are rung even if no card can reach them.</summary>
        public string? MentionedIn { get; init; }
    }

    /// <summary>Greys a 1:1 card that somebody else made pointless.</summary>
    public sealed record GreyCard(string UserId, string TaskId, string Done) : Saying;

    /// <summary>A late answer to a robot message, through its response_url.</summary>
    public sealed record LateAnswer(string ResponseUrl, string Text) : Saying;

    /// <summary>A late answer over the long connection, by the req_id of the message, or as a message of the robot's own.</summary>
    /// <param name="RequestId">Null for an answer to a tap: its req_id is good for five seconds only.</param>
    /// <param name="ChatId">The group, or the userid of a 1:1 chat.</param>
    /// <param name="Card">Instead of the text, where the answer is a new card.</param>
    public sealed record RobotAnswer(string? RequestId, string ChatId, bool IsGroup, string Text, Card? Card) : Saying;

    private Saying()
    {
    }
}
