using GridBot.Core.Issues;

namespace GridBot.Core.Understanding.Model;

/// <summary>
/// The answers to each question, as labelled files write them. Their order is the order of a weights file's columns.
/// Categories are those of the category tree.
/// </summary>
public static class Codes
{
    public const string Chat = "chat";
    public const string Hotline = "hotline";
    public const string Letter = "letter";

    public static readonly IReadOnlyList<string> Channels = [Chat, Hotline, Letter];

    public static readonly IReadOnlyList<string> Issues = ["no", "yes"];

    public static readonly IReadOnlyList<string> Intents =
    [
        "report", "ack", "supplement", "progress", "thanks", "query", "reopen", "chat", "resolve", "transfer", "notice",
        "withdraw", "inquiry", "suggest", "return", "confirm", "escalate", "leave",
    ];

    public static readonly IReadOnlyList<string> HotlineIntents = ["report", "inquiry", "followup", "suggest", "thanks", "transfer"];

    /// <summary>So many categories find room in a row of weights, once for chats and once for tickets.</summary>
    public static int MostCategories =>
        (Weights.Stride - Channels.Count - Issues.Count - Intents.Count - HotlineIntents.Count - Urgencies.Count) / 2;

    /// <summary>From the least to the most pressing.</summary>
    public static readonly IReadOnlyList<string> Urgencies = ["normal", "urgent", "emergency"];

    public static readonly IReadOnlyList<string> Roles = ["resident", "grid_worker", "property", "community", "street", "department", "volunteer"];

    public static IReadOnlyList<string> Of(Aspect aspect, CategoryTree tree) => aspect switch
    {
        Aspect.Channel => Channels,
        Aspect.Issue => Issues,
        Aspect.Intent => Intents,
        Aspect.HotlineIntent => HotlineIntents,
        Aspect.Category or Aspect.HotlineCategory => [.. tree.Categories.Select(c => c.Code)],
        _ => Urgencies,
    };

    /// <summary>The intent that a labelled file's code stands for; null for a code of another file.</summary>
    public static Intent? IntentOf(string code) => code switch
    {
        "report" => Intent.Report,
        "reopen" => Intent.Dispute,
        "ack" => Intent.Acknowledge,
        "progress" => Intent.Progress,
        "resolve" => Intent.Resolve,
        "transfer" => Intent.Transfer,
        "return" => Intent.Return,
        "escalate" => Intent.Escalate,
        "query" => Intent.Query,
        "inquiry" => Intent.Enquiry,
        "supplement" => Intent.Supplement,
        "confirm" => Intent.Confirm,
        "withdraw" => Intent.Withdraw,
        "leave" => Intent.Leave,
        "notice" => Intent.Notice,
        "suggest" => Intent.Suggest,
        "thanks" => Intent.Thanks,
        "chat" => Intent.Chatter,
        _ => null,
    };

    /// <summary>The nearest code of the labelled files; they know fewer intents than the bot.</summary>
    public static string CodeOf(Intent intent) => intent switch
    {
        Intent.Report => "report",
        Intent.Dispute => "reopen",
        Intent.Acknowledge => "ack",
        Intent.Progress or Intent.Defer => "progress",
        Intent.Resolve => "resolve",
        Intent.Transfer => "transfer",
        Intent.Return or Intent.GiveUp => "return",
        Intent.Escalate => "escalate",
        Intent.Query or Intent.Nudge => "query",
        Intent.Enquiry or Intent.Help => "inquiry",
        Intent.Supplement or Intent.Correct => "supplement",
        Intent.Confirm => "confirm",
        Intent.Withdraw => "withdraw",
        Intent.Leave => "leave",
        Intent.Notice => "notice",
        Intent.Suggest => "suggest",
        Intent.Thanks => "thanks",
        _ => "chat",
    };
}
