namespace GridBot.WeCom.Messages;

/// <summary>Where a message came in.</summary>
public enum Door
{
    /// <summary>The self-built app: 1:1 only.</summary>
    App,

    /// <summary>The smart robot: 1:1, and group messages that @ it.</summary>
    Bot,
}
