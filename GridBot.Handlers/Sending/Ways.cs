using GridBot.Core.Roster;
using GridBot.Handlers.Settings;
using GridBot.Handlers.Socket;
using GridBot.Storage.Messages;
using GridBot.WeCom;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers.Sending;

/// <summary>By which of WeCom's channels something leaves.</summary>
public enum Way
{
    /// <summary>The group's push robot: a text that mentions.</summary>
    PushRobot,

    /// <summary>The app in a group that it made: a text that mentions.</summary>
    AppChat,

    /// <summary>The smart robot by itself, over the long connection: it mentions nobody, and its cards have buttons.</summary>
    Robot,

    /// <summary>The self-built app, 1:1.</summary>
    App,

    /// <summary>The app, but in words: it can't hear taps.</summary>
    AppInWords,

    /// <summary>Nothing of the corp's reaches there.</summary>
    None,
}

/// <summary>
/// What the corp's channels can do, as data: what the settings hold, which groups have a push robot, and in which chats
/// somebody has written to the smart robot.
/// </summary>
public sealed class Ways(
    PushKeys keys, GroupsInForce groups, RulesInForce inForce, RobotChats known, PersonAliases aliases, SocketLine line, Routes routes, IOptions<WeComOptions> weCom, TimeProvider time)
{
    private readonly bool _robotSpeaks = weCom.Value.Bot.UsesSocket;
    private readonly bool _appSpeaks = weCom.Value.App.Speaks;
    private readonly bool _appHears = weCom.Value.App.Hears;

    /// <summary>False for what only the host with the long connection can say, while this one does not hold it.</summary>
    public bool MayLeaveHere(string destination) =>
        !_robotSpeaks || line.IsOpen || destination.Split(':', 2) switch
        {
            ["bot", _] => false,
            ["app", _] => _appHears,
            ["push", var chat] => ToGroup(chat) != Way.Robot,
            _ => true,
        };

    /// <summary>The app where it made the group. Else its push robot, since that one mentions; without one, or while it is broken, the smart robot if it can speak.</summary>
    public Way ToGroup(string chatId) =>
        AppChatOf(chatId) is not null ? Way.AppChat
        : KeyOf(chatId) is not null && !(_robotSpeaks && routes.IsBroken($"push:{chatId}", time.GetUtcNow())) ? Way.PushRobot
        : _robotSpeaks ? Way.Robot
        : Way.None;

    /// <summary>False for whoever the roster says sees no cards.</summary>
    public bool SeesCards(string userId) => inForce.Current.Roster.FindPerson(userId)?.SeesCards ?? true;

    public async Task<Way> ToPersonAsync(string userId, bool withButtons, CancellationToken cancellationToken) =>
        _appSpeaks && (_appHears || !withButtons) ? Way.App
        : await RobotChatOfAsync(userId, cancellationToken) is not null ? Way.Robot
        : _appSpeaks ? Way.AppInWords
        : Way.None;

    /// <summary>
    /// By what id the robot may write to this person 1:1, in the form in which they came to it: plain, or encrypted. Null while
    /// they have not written to it.
    /// </summary>
    public async Task<string?> RobotChatOfAsync(string userId, CancellationToken cancellationToken) =>
        !_robotSpeaks ? null
        : await known.KnowsAsync(userId, isGroup: false, cancellationToken) ? userId
        : await aliases.OpenUserIdOfAsync(userId, cancellationToken) is { } open && await known.KnowsAsync(open, isGroup: false, cancellationToken) ? open
        : null;

    /// <summary>What could ring at a place, whether a group is bound there or not.</summary>
    public PlaceVoice VoiceAt(string placeId) =>
        KeyAt(placeId) is not null ? new PlaceVoice(GroupVoice.PushRobot)
        : groups.AppChatOf(placeId) is { } app ? new PlaceVoice(GroupVoice.AppChat, app)
        : PlaceVoice.None;

    /// <summary>The place at which a destination rings; null for persons, and for groups that nobody knows any more.</summary>
    public string? PlaceOf(string destination) => destination.Split(':', 2) switch
    {
        ["bell", var place] => place,
        ["push", var chat] => inForce.Current.Roster.FindGroup(chat)?.PlaceId,
        _ => null,
    };

    /// <summary>The app's own name of a group that it made; null for any other.</summary>
    public string? AppChatOf(string chatId) => inForce.Current.Roster.FindGroup(chatId)?.AppChatId;

    /// <summary>The push robot's key for a place, whichever group that robot is in; a secret.</summary>
    public string? KeyAt(string placeId) => keys.FindFor(placeId);

    /// <summary>The push robot's key of a group; a secret.</summary>
    public string? KeyOf(string chatId) => inForce.Current.Roster.FindGroup(chatId) is { } group ? keys.Find(group) : null;
}
