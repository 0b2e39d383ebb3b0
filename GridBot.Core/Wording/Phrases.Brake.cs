namespace GridBot.Core.Wording;

/// <content>The brake, rehearsals, places that are being tried out.</content>
internal static partial class Phrases
{
    public const string RehearsalMark = "【演练】";

    public const string RehearsalOver = "演练到此结束，没有惊动别人，也不计数。";

    /// <summary>The mark on each line.</summary>
    public static string Rehearsed(string words) => string.Join('\n', words.Split('\n').Select(
        line => line.StartsWith(RehearsalMark, StringComparison.Ordinal) || line.Length == 0 ? line : RehearsalMark + line));

    public static string RehearsedInGroup(string group, string mentions, string words) =>
        $"（在{group}{(mentions.Length == 0 ? "" : $"，@{mentions}")}）{Unmarked(words)}";

    public static string RehearsedTo(string who, string words) => $"（发给{who}）{Unmarked(words)}";

    /// <summary>The mark stands once, at the front of the line.</summary>
    private static string Unmarked(string words) => words.Replace(RehearsalMark, "", StringComparison.Ordinal);

    /// <summary>回“128收到”即可</summary>
    public static string JustReply(IEnumerable<string> replies) => $"回{string.Join('或', replies.Select(r => $"“{r}”"))}即可";

    public static string RingingPaused(string until, string dutyPhone) => $"提醒暂停到{until}，请打值班室 {dutyPhone}。";

    public static string RegisteredOnly(string what, string why) => $"{what}：已登记。{why}";

    public static string Paused(string until) =>
        $"已暂停响铃到{until}：报来的事照常登记，一般和紧急的到点再请人，险情照常响。提前恢复发“恢复响铃”。";

    public const string Released = "已恢复响铃，等着的事接着请人。";

    public const string NothingPaused = "现在没有暂停响铃。";

    public const string HowToPause = "请写多久和原因，最长24小时，如“暂停响铃 30分钟 系统检修”。";

    public const string AdminOnly = "这一步只有管理员能做。";

    public const string OneToOneOnly = "这一步请私信发给我。";

    public static string PlanShown(string what, string last, string plan) =>
        $"{what}：试运行只提醒到{last}，还没人接。正式运行时接着会请：{plan}。现在没有提醒他们，请您看一下。";

    public static string PlanOnly(string dutyPhone) => $"试运行期间不提醒上级，急事请打值班室 {dutyPhone}。";
}
