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

    public const string View = "看原话";

    public const string TakeBackHint = "您在群里发的话带有电话或门牌，大家都看得到。可以长按那条消息撤回，事情照常办。";

    public const string WordsGone = "（原话已撤回）";

    public static string WordsErased(string what) => $"{what}：您写的原话已删掉，事情照常办，编号和时间保留。";

    public static string OriginalSent(string what) => $"{what}：原话已私发给您，看过会记下来。";

    public static string Original(string words, string? door, string reporter) =>
        $"原话：{words}{(door is null ? "" : $"\n门牌：{door}")}\n反映人：{reporter}。请保密。";

    public static string PhonesOf(string inWords, string reporter, string? mobile) =>
        $"原话里的电话：{(inWords.Length > 0 ? inWords : "没有")}\n反映人{reporter}：{mobile ?? "名册里没有电话"}。请保密。";

    public const string OriginalGone = "原话已删除（满30天，或反映人撤回了）。";

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
