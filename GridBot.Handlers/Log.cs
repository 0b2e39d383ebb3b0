using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers;

/// <summary>Everything GridBot.Handlers may log. Numbers 3000 to 3999. Never residents' words, tokens or keys.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Callback through {Door} refused: {Why}")]
    public static partial void CallbackRefused(this ILogger logger, Door door, RefusedBecause why);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "Unknown kind of callback accepted and left alone: {Kind}")]
    public static partial void UnknownKind(this ILogger logger, string kind);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "Message {MessageId} could not be decided in time; its answer follows later")]
    public static partial void AnswerIsLate(this ILogger logger, string messageId);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error, Message = "Message {MessageId} could not be decided; it is kept and will be tried again")]
    public static partial void MessageFailed(this ILogger logger, string messageId, Exception error);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning, Message = "Message from {UserId}, whom the roster does not know")]
    public static partial void UnknownSender(this ILogger logger, string userId);

    [LoggerMessage(EventId = 3006, Level = LogLevel.Warning, Message = "Message in group {ChatId}, which is bound to no place")]
    public static partial void UnboundGroup(this ILogger logger, string chatId);

    [LoggerMessage(EventId = 3007, Level = LogLevel.Error, Message = "The database does not answer: message {MessageId} went sealed into the spool")]
    public static partial void MessageSpooled(this ILogger logger, string messageId);

    [LoggerMessage(EventId = 3010, Level = LogLevel.Critical, Message = "Message {MessageId} could not even be spooled; WeCom is asked to send it again")]
    public static partial void SpoolFailed(this ILogger logger, string messageId, Exception error);

    [LoggerMessage(EventId = 3008, Level = LogLevel.Information, Message = "{Count} spooled messages were decided")]
    public static partial void SpoolDrained(this ILogger logger, int count);

    [LoggerMessage(EventId = 3009, Level = LogLevel.Warning, Message = "WeCom says of the app: {Kind}. One that is hardly used gets suspended: look at it in the admin console and have people write to it")]
    public static partial void AppWarning(this ILogger logger, string kind);

    [LoggerMessage(EventId = 3011, Level = LogLevel.Critical, Message = "Message {MessageId} could not be decided for hours and was given up; its words are kept sealed")]
    public static partial void MessageGivenUp(this ILogger logger, string messageId);

    [LoggerMessage(EventId = 3012, Level = LogLevel.Warning, Message = "WeCom tells this app no plain id for {OpenUserId}: the app must be set up, and the person in its visible range")]
    public static partial void EncryptedIdUnknown(this ILogger logger, string openUserId);

    [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "Worker {Worker} failed; it goes on with the next step")]
    public static partial void StepFailed(this ILogger logger, string worker, Exception error);

    [LoggerMessage(EventId = 3102, Level = LogLevel.Error, Message = "The timer of issue {IssueId} could not be decided; it will be tried again")]
    public static partial void TimerFailed(this ILogger logger, long issueId, Exception error);

    [LoggerMessage(EventId = 3103, Level = LogLevel.Warning, Message = "{Count} overdue issues had no timer and were found in SQL")]
    public static partial void OverdueFound(this ILogger logger, int count);

    [LoggerMessage(EventId = 3104, Level = LogLevel.Information, Message = "{Count} timers set from SQL")]
    public static partial void TimersRebuilt(this ILogger logger, int count);

    [LoggerMessage(EventId = 3105, Level = LogLevel.Error, Message = "This host's clock is off by {OffBy} against the database: it claims and sends nothing")]
    public static partial void ClockIsWrong(this ILogger logger, TimeSpan offBy);

    [LoggerMessage(EventId = 3121, Level = LogLevel.Warning, Message = "The bell of {SubDistrict} is held still until {Until} by {By}; emergencies ring on")]
    public static partial void BellHeld(this ILogger logger, string subDistrict, DateTimeOffset until, string by);

    [LoggerMessage(EventId = 3122, Level = LogLevel.Warning, Message = "The bell of {SubDistrict} was let go by {By}")]
    public static partial void BellReleased(this ILogger logger, string subDistrict, string by);

    [LoggerMessage(EventId = 3106, Level = LogLevel.Warning, Message = "The service was away from {From} to {To}; what should have rung meanwhile is worded as late")]
    public static partial void WasAway(this ILogger logger, DateTimeOffset from, DateTimeOffset to);

    [LoggerMessage(EventId = 3201, Level = LogLevel.Warning, Message = "Sending to {Destination} must wait until {Until}: WeCom said {Code}")]
    public static partial void SendingWaits(this ILogger logger, string destination, DateTimeOffset until, int code);

    [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "Sending to {Destination} was given up: WeCom said {Code} ({ErrorClass})")]
    public static partial void SendingGivenUp(this ILogger logger, string destination, int code, ErrorClass errorClass);

    [LoggerMessage(EventId = 3203, Level = LogLevel.Error, Message = "The route {Destination} is broken: WeCom said {Code}. Its people are reached 1:1 until it is mended")]
    public static partial void RouteBroken(this ILogger logger, string destination, int code);

    [LoggerMessage(EventId = 3204, Level = LogLevel.Warning, Message = "{Destination} has no push key: its people are reached by 1:1 cards alone")]
    public static partial void NoPushKey(this ILogger logger, string destination);

    [LoggerMessage(EventId = 3301, Level = LogLevel.Information, Message = "This host holds the robot's long connection")]
    public static partial void SocketOpened(this ILogger logger);

    [LoggerMessage(EventId = 3302, Level = LogLevel.Warning, Message = "The robot's long connection broke; trying again in {After}")]
    public static partial void SocketLost(this ILogger logger, TimeSpan after);

    [LoggerMessage(EventId = 3303, Level = LogLevel.Warning, Message = "No long connection for the robot just now (code {Code}); trying again in {After}")]
    public static partial void SocketNotNow(this ILogger logger, int code, TimeSpan after);

    [LoggerMessage(EventId = 3304, Level = LogLevel.Critical, Message = "Another program has subscribed for our robot and pushed us out: the robot is deaf here until {Until}, when we try again. Look for who else uses its Bot ID and secret")]
    public static partial void SocketPushedOut(this ILogger logger, DateTimeOffset until);

    [LoggerMessage(EventId = 3305, Level = LogLevel.Critical, Message = "WeCom refuses the robot's long connection with code {Code}: check WeCom:Bot:BotId and WeCom:Bot:Secret, and that the robot is set to the long connection. Not tried again before {Until}")]
    public static partial void SocketRefused(this ILogger logger, int code, DateTimeOffset until);

    [LoggerMessage(EventId = 3306, Level = LogLevel.Error, Message = "A frame of the long connection could not be heard to its end")]
    public static partial void FrameFailed(this ILogger logger, Exception error);

    [LoggerMessage(EventId = 3307, Level = LogLevel.Critical, Message = "Message {MessageId} came over the long connection and could not even be kept: it is lost")]
    public static partial void FrameNotKept(this ILogger logger, string messageId);

    [LoggerMessage(EventId = 3308, Level = LogLevel.Warning, Message = "WeCom did not take the answer to {MessageId}: code {Code}")]
    public static partial void AnswerNotTaken(this ILogger logger, string messageId, int code);

    [LoggerMessage(EventId = 3311, Level = LogLevel.Warning, Message = "{UserId} is gone or out of reach: {Count} open issues ask for others again")]
    public static partial void OwnerLeft(this ILogger logger, string userId, int count);
}
