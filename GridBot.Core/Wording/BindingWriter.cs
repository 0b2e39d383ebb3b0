using GridBot.Core.Roster;

namespace GridBot.Core.Wording;

/// <summary>What a group, its asker and the admin are told while the group is bound.</summary>
public sealed class BindingWriter(Naming naming, string bot)
{
    private const int MostChoices = 6;

    public const string Verb = "bind";

    public static string HowToOutside => BindingPhrases.HowToOutside;

    public static string NotConfirmedYet => BindingPhrases.NotConfirmedYet;

    public string Unbound(string dutyPhone) => BindingPhrases.Unbound(bot, dutyPhone);

    public string State(string? placeId, string dutyPhone) => placeId is null
        ? BindingPhrases.HowTo(bot)
        : $"{BindingPhrases.StandsBound(naming.Full(placeId))}\n{Notice(dutyPhone)}";

    public static string NoSuchPlace(string name) => BindingPhrases.NoSuchPlace(name);

    public string Notice(string dutyPhone) => BindingPhrases.Notice(bot, dutyPhone);

    public string Code(string code) => BindingPhrases.Code(code, bot);

    /// <summary>Which of several places of one name is meant.</summary>
    public Card Choices(string token, IReadOnlyList<Place> places, bool quiet) => new(
        TaskIds.Binding(token), BindingPhrases.WhichTitle, "", BindingPhrases.WhichText, [],
        [.. places.Take(MostChoices).Select(p => new CardButton(Short(p), Key(quiet ? "quiet" : "place", p.Id, "")))]);

    public static Card Chosen(string taskId, string words) =>
        new(taskId, BindingPhrases.WhichTitle, "", words, [], [], BindingPhrases.ConfirmedWord);

    /// <summary>The admin's card. Its keys carry the request and the group.</summary>
    public Card AskAdmin(string chatId, BindingRequest request, bool rings) => new(
        TaskIds.Binding(request.Token), BindingPhrases.AskTitle, naming.Full(request.PlaceId),
        BindingPhrases.AskText(naming.Call(request.AskedBy), rings, request.Quiet),
        [new CardFact(BindingPhrases.AskerFact, naming.Call(request.AskedBy), request.AskedBy)],
        [
            new CardButton(BindingPhrases.Yes, Key("yes", request.Token, chatId), ButtonTone.Main),
            new CardButton(BindingPhrases.No, Key("no", request.Token, chatId)),
        ]);

    /// <summary>The admin's card after the tap.</summary>
    public Card AfterTap(string taskId, BindingOutcome outcome, BindingRequest? request, bool told)
    {
        var place = request is null ? "" : naming.Full(request.PlaceId);
        var (words, done) = outcome switch
        {
            BindingOutcome.CodePosted => (BindingPhrases.CodePosted(place), BindingPhrases.ConfirmedWord),
            BindingOutcome.Bound => (BindingPhrases.BoundQuietly(place, told), BindingPhrases.BoundWord),
            BindingOutcome.Declined => (BindingPhrases.Declined(place), BindingPhrases.DeclinedWord),
            BindingOutcome.NotTheAdmin => (BindingPhrases.NotTheAdmin, BindingPhrases.OldWord),
            _ => (BindingPhrases.CardIsOld, BindingPhrases.OldWord),
        };
        return new Card(taskId, BindingPhrases.AskTitle, place, words, [], [], done);
    }

    public string DeclinedNews(BindingRequest request) => BindingPhrases.DeclinedNews(naming.Full(request.PlaceId));

    /// <summary>What the group reads when somebody asked for a place.</summary>
    public string Asked(BindingOutcome outcome, string placeId, string? boundTo, string? admin) => outcome switch
    {
        BindingOutcome.AlreadyBound => BindingPhrases.AlreadyBound(naming.Full(placeId)),
        BindingOutcome.BoundByRoster => BindingPhrases.BoundByRoster(naming.Full(boundTo ?? placeId)),
        BindingOutcome.CodePosted => BindingPhrases.CodeOnItsWay(naming.Full(placeId), bot),
        _ => BindingPhrases.AdminAsked(naming.Full(placeId), naming.Call(admin ?? "")),
    };

    /// <summary>What the group reads when somebody wrote the digits.</summary>
    public static string Tried(BindingOutcome outcome, BindingRequest? request) => outcome switch
    {
        BindingOutcome.WrongCode => BindingPhrases.WrongCode(BindingRules.MostWrongCodes - request!.WrongCodes),
        BindingOutcome.CodeExpired => BindingPhrases.CodeExpired,
        BindingOutcome.TooManyCodes => BindingPhrases.TooManyCodes,
        BindingOutcome.NotConfirmedYet => BindingPhrases.NotConfirmedYet,
        _ => BindingPhrases.NothingAsked,
    };

    public string Bound(string placeId, string dutyPhone) => BindingPhrases.BoundThenNotice(naming.Full(placeId), Notice(dutyPhone));

    public static string KeyOnlyAlone => BindingPhrases.KeyOnlyAlone;

    public static string KeyOnlyByAdmin => BindingPhrases.KeyOnlyByAdmin;

    public static string KeyMissing => BindingPhrases.KeyMissing;

    public string KeyAmbiguous(string name, IReadOnlyList<Place> places) =>
        BindingPhrases.KeyAmbiguous(name, string.Join("、", places.Take(MostChoices).Select(p => naming.Full(p.Id))));

    public string KeyKept(string placeId, bool ringsNow) =>
        ringsNow ? BindingPhrases.KeyKeptForBound(naming.Full(placeId)) : BindingPhrases.KeyKept(naming.Full(placeId));

    public string AppGroupNotice(string dutyPhone) => BindingPhrases.AppGroupNotice(bot, dutyPhone);

    /// <summary>What an operator's trial says in a group.</summary>
    public string Trial(string placeId) => BindingPhrases.Trial(naming.Full(placeId));

    /// <summary>What an operator's trial shows to a person; its button asks for nothing.</summary>
    public Card TrialCard(string placeId, string token) => new(
        $"t@{token}", BindingPhrases.TrialTitle(naming.Full(placeId)), "", BindingPhrases.TrialText, [],
        [new CardButton(BindingPhrases.TrialButton, "done", ButtonTone.Main)]);

    public string BellBroken(string placeId, int code) => BindingPhrases.BellBroken(naming.Full(placeId), code);

    /// <summary>A button's key: bind:what:argument:chatid.</summary>
    public static string Key(string what, string argument, string chatId) => $"{Verb}:{what}:{argument}:{chatId}";

    /// <summary>A button holds ten characters: 金龙3网格.</summary>
    private string Short(Place place) => naming.WithCommunity(place.Id) is { Length: <= 10 } name && place.Kind == PlaceKind.Building
        ? name
        : naming.Full(place.Id).Replace(BindingPhrases.DroppedInShort, "", StringComparison.Ordinal);
}
