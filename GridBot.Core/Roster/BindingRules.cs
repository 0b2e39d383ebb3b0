namespace GridBot.Core.Roster;

/// <summary>Something that happens to a group's binding.</summary>
public abstract record BindingEvent
{
    /// <summary>Somebody wrote 绑定 and a place in the group.</summary>
    public sealed record Asked(BindingRequest Request) : BindingEvent;

    /// <summary>The admin tapped yes.</summary>
    /// <param name="Code">Four digits to be posted where something can ring; unused elsewhere.</param>
    public sealed record Confirmed(string By, DateTimeOffset At, string Token, string Code) : BindingEvent;

    public sealed record Declined(string By, string Token) : BindingEvent;

    /// <summary>Somebody wrote 绑定 and four digits in the group.</summary>
    public sealed record CodeGiven(string Code, DateTimeOffset At) : BindingEvent;

    private BindingEvent()
    {
    }
}

public enum BindingOutcome
{
    /// <summary>It is bound there already.</summary>
    AlreadyBound,

    /// <summary>The roster file binds this group, and what the file says is changed in the file.</summary>
    BoundByRoster,

    AdminAsked,

    /// <summary>The robot of the place posts its code now.</summary>
    CodePosted,

    Bound,

    Declined,

    NotTheAdmin,

    /// <summary>No such request any more: done, replaced or declined.</summary>
    CardIsOld,

    NothingAsked,

    /// <summary>A code was given before the admin has confirmed.</summary>
    NotConfirmedYet,

    WrongCode,

    CodeExpired,

    TooManyCodes,
}

/// <summary>What can ring at a place.</summary>
/// <param name="AppChatId">Where the app made the place's group.</param>
public sealed record PlaceVoice(GroupVoice Kind, string? AppChatId = null)
{
    public static readonly PlaceVoice None = new(GroupVoice.None);
}

/// <param name="After">What is to be stored; null when nothing changes.</param>
public sealed record BindingDecision(BindingOutcome Outcome, GroupBinding? After = null);

/// <summary>
/// Binding a group to its voice. A chat id shows only where the smart robot hears, and a push key rings whatever group it
/// belongs to; so the push robot posts a code, and the code written in the group proves that both are in one.
/// </summary>
public static class BindingRules
{
    public const int MostWrongCodes = 5;

    public static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(10);

    /// <param name="voice">What can ring at the place that is asked for.</param>
    public static BindingDecision Decide(GroupBinding before, BindingEvent happened, RosterBook roster, PlaceVoice voice) => happened switch
    {
        BindingEvent.Asked e => Ask(before, e.Request, roster),
        BindingEvent.Confirmed e => Confirm(before, e, roster, voice),
        BindingEvent.Declined e => before.Request?.Token != e.Token ? new BindingDecision(BindingOutcome.CardIsOld)
            : !IsAdmin(e.By, before.Request.PlaceId, roster) ? new BindingDecision(BindingOutcome.NotTheAdmin)
            : new BindingDecision(BindingOutcome.Declined, Next(before) with { Request = null }),
        BindingEvent.CodeGiven e => Prove(before, e, voice),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "No such event."),
    };

    /// <summary>The sub-district's named admin, or anybody with that role whose place contains this one.</summary>
    public static bool IsAdmin(string userId, string placeId, RosterBook roster) =>
        RosterBook.SameUser(roster.OfficeOf(placeId)?.Admin, userId)
        || (roster.FindPerson(userId) is { Role: Role.Admin } admin && roster.IsWithin(placeId, admin.PlaceId));

    private static GroupBinding Next(GroupBinding before) => before with { Version = before.Version + 1 };

    private static BindingDecision Ask(GroupBinding before, BindingRequest request, RosterBook roster)
    {
        if (roster.FindGroup(before.ChatId) is { } bound && before.PlaceId is null)
        {
            return new BindingDecision(bound.PlaceId == request.PlaceId ? BindingOutcome.AlreadyBound : BindingOutcome.BoundByRoster);
        }

        // The same place again is a wish, too: for another voice, or for none.
        return before.PlaceId == request.PlaceId && before.Voice != GroupVoice.None && !request.Quiet
            ? new BindingDecision(BindingOutcome.AlreadyBound)
            : new BindingDecision(BindingOutcome.AdminAsked, Next(before) with { Request = request });
    }

    private static BindingDecision Confirm(GroupBinding before, BindingEvent.Confirmed e, RosterBook roster, PlaceVoice voice)
    {
        if (before.Request is not { } request || request.Token != e.Token || request.Code is not null)
        {
            return new BindingDecision(BindingOutcome.CardIsOld);
        }

        if (!IsAdmin(e.By, request.PlaceId, roster))
        {
            return new BindingDecision(BindingOutcome.NotTheAdmin);
        }

        return request.Quiet || voice.Kind == GroupVoice.None
            ? new BindingDecision(BindingOutcome.Bound, Bind(before, request with { ConfirmedBy = e.By }, PlaceVoice.None, e.At))
            : new BindingDecision(BindingOutcome.CodePosted, Next(before) with
            {
                Request = request with { ConfirmedBy = e.By, Code = e.Code, CodeUntil = e.At + CodeHolds, WrongCodes = 0 },
            });
    }

    private static BindingDecision Prove(GroupBinding before, BindingEvent.CodeGiven e, PlaceVoice voice)
    {
        if (before.Request is not { } request)
        {
            return new BindingDecision(BindingOutcome.NothingAsked);
        }

        if (request.Code is null)
        {
            return new BindingDecision(BindingOutcome.NotConfirmedYet);
        }

        if (e.At > request.CodeUntil)
        {
            return new BindingDecision(BindingOutcome.CodeExpired, Next(before) with { Request = null });
        }

        if (request.Code == e.Code)
        {
            return new BindingDecision(BindingOutcome.Bound, Bind(before, request, voice, e.At));
        }

        return request.WrongCodes + 1 < MostWrongCodes
            ? new BindingDecision(BindingOutcome.WrongCode, Next(before) with { Request = request with { WrongCodes = request.WrongCodes + 1 } })
            : new BindingDecision(BindingOutcome.TooManyCodes, Next(before) with { Request = null });
    }

    private static GroupBinding Bind(GroupBinding before, BindingRequest request, PlaceVoice voice, DateTimeOffset at) => Next(before) with
    {
        PlaceId = request.PlaceId, Voice = voice.Kind, AppChatId = voice.AppChatId, BoundBy = request.ConfirmedBy, BoundAt = at, Request = null,
    };
}
