namespace GridBot.Core.Understanding.Model;

/// <summary>What the model is asked about a message; each question has a linear model of its own over the same features.</summary>
public enum Aspect
{
    /// <summary>How it is worded: as in a chat, by a hotline's operator, or as a letter's title.</summary>
    Channel,

    /// <summary>Whether it tells of something that somebody must see to.</summary>
    Issue,

    /// <summary>What a chat's line wants.</summary>
    Intent,

    /// <summary>What a hotline's ticket wants; operators know fewer intents.</summary>
    HotlineIntent,

    /// <summary>The class of what a chat or a letter tells of.</summary>
    Category,

    /// <summary>The class under which a hotline's operators file a ticket: they draw some borders elsewhere.</summary>
    HotlineCategory,

    Urgency,
}
