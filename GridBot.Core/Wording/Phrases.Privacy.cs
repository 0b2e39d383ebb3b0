using GridBot.Core.Issues;

namespace GridBot.Core.Wording;

/// <content>What is said about private issues, and what a group may not read.</content>
internal static partial class Phrases
{
    public const string Confided = "已转专人";

    public const string SentToYou = "已私发给您。";

    /// <summary>On the card of whoever is asked about a private issue.</summary>
    public const string KeepPrivate = "保密件，别发到群里。";

    public static string ConfidedReceipt(string help) =>
        $"{Confided}{help}。只请社区的专人看，群里不发，别人也查不到。有进展私下告诉您。";

    /// <summary>Whom to call first, as the matter is; empty where there is no hurry.</summary>
    public static string ConfidedHelp(Issue issue) => issue switch
    {
        { Subcategory: "suicide" } => "，先打110；心里难受可打12356",
        { Subcategory: "mental" } => "；心里难受可打12356，有危险打110",
        { Category: "neighbour", Urgency: >= Urgency.Urgent } or { Category: "security" } => "，先打110",
        { Urgency: Urgency.Emergency } => $"，先打{Numbers(issue.Category)}",
        _ => "",
    };
}
