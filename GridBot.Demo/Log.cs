namespace GridBot.Demo;

/// <summary>Everything GridBot.Demo may log. Numbers 5000 to 5999.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Error, Message = "A pass of the workers' steps failed; the next one goes on")]
    public static partial void PassFailed(this ILogger logger, Exception error);
}
