using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>What rules and model together think that a message wants, whatever becomes of it.</summary>
/// <param name="IsSure">The intent is certain by a rule, or at least as likely as what proved right 95 times of 100.</param>
/// <param name="TicketIntent">
/// For a text worded as a hotline's ticket, what it wants in the codes of <see cref="Model.Codes.HotlineIntents"/>; else null.
/// </param>
/// <param name="Categories">The three likeliest classes, the likeliest first.</param>
/// <param name="CategoryConfidence">The share of the first of them in what the first two have, 0.5 to 1; by words alone 0 to 1.</param>
public sealed record Judgement(
    Intent Intent, double Confidence, bool IsSure, string? TicketIntent, IReadOnlyList<string> Categories, double CategoryConfidence,
    bool CategoryIsSure, Urgency Urgency, bool IsEmergency)
{
    public bool IsIssue => TicketIntent is null ? Intent is Intent.Report or Intent.Dispute : TicketIntent == "report";
}
