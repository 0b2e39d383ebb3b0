namespace GridBot.Sandbox.Records;

/// <summary>The ways on which something reaches a person, as the log names them.</summary>
public static class Channel
{
    public const string BotAnswer = "bot-answer";
    public const string BotUpdate = "bot-update";
    public const string BotLate = "bot-late";
    public const string BotPush = "bot-push";
    public const string Push = "push";
    public const string App = "app";
    public const string AppAnswer = "app-answer";
    public const string AppUpdate = "app-update";
    public const string AppChat = "appchat";
}
