using GridBot.Sandbox.Cards;

namespace GridBot.Sandbox.Callbacks;

/// <summary>What made the robot's door ring: who, where, with what; and which replies it allows (doc 101031).</summary>
internal sealed record BotTrigger(BotTriggerKind Kind, string User, string? ChatId, string Said, bool Encrypted)
{
    /// <summary>The card that was tapped.</summary>
    public SentCard? Card { get; init; }
}

internal enum BotTriggerKind
{
    Message,
    EnterChat,
    Click,
}
