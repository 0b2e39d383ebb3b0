namespace GridBot.Storage.Messages;

/// <summary>A 1:1 card with buttons that somebody has on their phone.</summary>
/// <param name="Channel">What it was sent through: app, bot.</param>
/// <param name="ResponseCode">Changes the card once; null where WeCom gave none.</param>
public sealed record SentCard(string TaskId, long IssueId, int Summons, string Channel, string Receiver, string? ResponseCode);
