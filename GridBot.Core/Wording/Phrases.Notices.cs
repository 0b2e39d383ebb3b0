namespace GridBot.Core.Wording;

/// <content>Told 1:1, and in words on a greyed card; the reporter's question; what an emergency needs.</content>
internal static partial class Phrases
{
    // 1:1 notices.
    public static string DueSoon(string what, string by) => $"{what}快到期了，{by}前要办结。办好了请回“办结”，要缓办请回“挂账”。";

    public static string OverdueOwner(string what, string by) => $"{what}已过办结时间（{by}）。办好了请回“办结”，要人帮忙请回“升级”，要缓办请回“挂账”。";

    public static string Overdue(string what, string by, string who) => $"{what}已过办结时间（{by}），现由{who}在办，请督促一下。";

    public static string RungWithoutPeople(string place, string level) => $"{place}的{level}这一级没有人值守，请补上名册。";

    public static string PersonUnreachable(string place) => $"{place}有一位负责人企业微信联系不上（可能不在应用可见范围或已离职），已先请别人，请查名册。";

    public static string TakenForReporter(string what, string who) => $"{what}：{who}接手了，办好会告诉您。";

    public static string NudgedNotice(string what, string waited) => $"{what}：反映人在问进展，已过{waited}。回一句进展，或点“办好了”。";

    public static string SupplementedNotice(string what, string words) => $"{what}有补充：{words}";

    public static string CalledOffNotice(string what) => $"{what}不用办了，已经结了。谢谢。";

    // 7. Asking the reporter.
    public const string AskTitle = "居民那边好了吗？";

    public static string AskText(int days) => $"不用专门去问，知道就点一下。不点也行，{days}天后结案，记“未评价”。";

    public static string DoneAt(string clock) => $"{clock}办结";

    // 9. Emergencies.
    public static string CallFirst(string numbers) => $"请马上打{numbers}，我不能代您报警";

    public const string EmergencyAll = "网格、社区、街道值班正同时提醒。";

    public static string Advice(string category) => category switch
    {
        "fire" => "人先撤：走楼梯、弯腰捂口鼻、别坐电梯、别回去拿东西。",
        "utilities" => "先开窗、关气阀，别开关电器、别打火，人到楼外再打电话。",
        "housing" => "被困的人别扒门、别蹦跳，按铃等人；外面的人别硬撬。",
        "security" or "neighbour" => "先保护好自己，别上前拉扯。",
        _ => "先保护好自己；伤员别乱搬动。",
    };

    /// <summary>What a danger is called whose class tells nobody that somebody lies there; null where the class's name does.</summary>
    public static string? Danger(string category) =>
        category is "fire" or "utilities" or "housing" or "security" or "neighbour" ? null : "险情";

    public static string Numbers(string category) => category switch
    {
        "fire" or "utilities" or "housing" => "119",
        "security" or "neighbour" => "110",
        _ => "120或110",
    };

    // Words put in place of a greyed card's buttons.
    public static string TakenBy(string who) => $"{who}已接手";

    public const string NoLongerNeeded = "已不用处理";

    public const string DoneWord = "已办结";

    public const string ClosedWord = "已结案";

    public const string Noted = "已记下";
}
