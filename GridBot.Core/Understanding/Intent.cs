namespace GridBot.Core.Understanding;

/// <summary>What somebody wants by writing to the bot.</summary>
public enum Intent
{
    Report,
    Acknowledge,
    Progress,
    Resolve,
    Transfer,
    Return,
    Escalate,
    GiveUp,
    Defer,
    Nudge,
    Query,
    Enquiry,
    Supplement,
    Confirm,
    Dispute,
    Withdraw,
    Correct,
    Leave,
    Notice,
    Suggest,
    Thanks,
    Help,
    Chatter,
}
