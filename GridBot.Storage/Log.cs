using Microsoft.Extensions.Logging;

namespace GridBot.Storage;

/// <summary>Everything GridBot.Storage may log. Numbers 2000 to 2999.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "The database is up to date; {Scripts} scripts were run")]
    public static partial void Migrated(this ILogger logger, int scripts);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "A transaction of {Members} writes failed as a whole")]
    public static partial void GroupCommitFailed(this ILogger logger, Exception error, int members);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Debug, Message = "There was nothing left to roll back")]
    public static partial void RollbackFailed(this ILogger logger, Exception error);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "The database chose this transaction as a deadlock's victim, attempt {Attempt}")]
    public static partial void Deadlocked(this ILogger logger, int attempt);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Warning, Message = "Secrets:DataKey is empty; a new key was written to {File}. Keep it with the backups: sealed messages open with it alone")]
    public static partial void DataKeyMade(this ILogger logger, string file);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Information, Message = "The embedded Redis listens on port {Port}")]
    public static partial void EmbeddedRedisStarted(this ILogger logger, int port);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "Redis does not answer ({Error}); it is not asked again for {Pause}")]
    public static partial void RedisAway(this ILogger logger, string error, TimeSpan pause);

    [LoggerMessage(EventId = 2103, Level = LogLevel.Information, Message = "Redis answers again")]
    public static partial void RedisBack(this ILogger logger);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Error, Message = "A listener to changed issues failed")]
    public static partial void SignalListenerFailed(this ILogger logger, Exception error);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Debug, Message = "Changes on other hosts are not heard of while Redis is away")]
    public static partial void SignalsAway(this ILogger logger, Exception error);
}
