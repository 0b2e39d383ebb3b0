using GridBot.Core.Issues;

namespace GridBot.Core.Wording;

/// <summary>
/// Every sentence that GridBot says to people. Whoever wants another wording changes it here and nowhere else.
/// A text that is about an issue starts with 【#number】, so that a quoted one names its issue.
/// </summary>
internal static partial class Phrases
{
    // Buttons: ten characters at most.
    public const string Ack = "我来处理";
    public const string Take = "我来";
    public const string Busy = "现在不便";
    public const string HandOn = "转给别人";
    public const string NotMine = "不归我管";
    public const string ToCommunity = "交给社区";
    public const string ToGrid = "交给网格";
    public const string Wrong = "分错了";
    public const string Done = "办好了";
    public const string Progress = "正在办";
    public const string Nudge = "催一下";
    public const string Higher = "请上级协调";
    public const string Solved = "好了";
    public const string Unsolved = "还没好";
    public const string Unsure = "不清楚";
    public const string UndoMerge = "不是一件事";
    public const string FalseAlarm = "误报解除";
    public const string See = "查看";
    public const string SeeStatus = "查看进度";
    public const string Back = "返回";

    public static readonly IReadOnlyList<string> ReturnReasons = ["属物业", "别的网格", "属职能部门", "情况不符"];

    public static string Tag(Issue issue) => issue.IsRehearsal ? $"{RehearsalMark}【#{issue.Number}】" : $"【#{issue.Number}】";

    public static string UrgentTag(Issue issue) => issue.Urgency == Urgency.Emergency ? $"{(issue.IsRehearsal ? RehearsalMark : "")}【#{issue.Number} 紧急】" : Tag(issue);

    public static string ReplyWith(string bot, Issue issue) =>
        $"@{bot} {Received(issue)}";

    /// <summary>A bare number up to 99 is a code in its group, so a number stands behind its #.</summary>
    public static string Received(Issue issue) => issue.Code > 0 ? $"{issue.Code}收到" : $"#{issue.Number}收到";

    // 1. The card in the group.
    public static string Registered(string clock) => $"{clock}登记 · 反映人保密";

    public static string AskedThen(string asked, string? at, string? next) =>
        at is null || next is null ? $"已请{asked}去看。" : $"已请{asked}去看，{at}没人接就请{next}。";

    public const string OwnLeader = "本楼楼长";

    public const string Hint = "请点按钮；只在群里说“收到”，我听不见。";

    public static string QuietUntil(string clock) => $"夜里先不打扰大家，{clock}后请人看。";

    public const string Reporter = "反映人";

    public const string TakenThanks = "谢谢各位，不再提醒其他人。";

    public static string TakenAt(string who, string clock) => $"{who} {clock} 接手";

    public static string InferredPlace(string place) => $"地点按{place}记的，不对请点“分错了”。";

    public const string WhichClass = "类别拿不准，请点对的那个。";

    public static string SayWhichClass(long number, string other) => $"类别拿不准，不对请回“#{number}分错了，应该是{other}”。";

    // 2. Rings in the group.
    public static string RingBuilding(string what, string reply) => $"{what}，请楼长帮忙看看。点上面卡片，或回：{reply}";

    public static string RingBuildingAlone(string what, string reply) => $"{what}，请楼长帮忙看看。回：{reply}";

    public static string RingGridFirst(string what, string reply) => $"{what}，请网格员帮忙看看。点上面卡片，或回：{reply}";

    public static string RingGridAlone(string what, string reply) => $"{what}，请网格员帮忙看看。回：{reply}";

    public static string RingGrid(string what, string reply) => $"{what}，还在等人接手，请网格员看看。回：{reply}";

    public static string RingCommunity(string what) => $"{what}，请社区协调（卡片已发到您的企业微信）。";

    public static string RingSubDistrict(string what) => $"{what}，请街道值班协调（卡片已发到您的企业微信）。";

    public static string RingAgain(string what, string who) => $"{what}，还在等人接手，请{who}看看（卡片已发到您的企业微信）。";

    public static string RingDisputed(string what, string who) => $"{what}，反映人说还没好，请{who}再看看。";

    public static string RingReopened(string what, string who, string reply) => $"{what}，又出现了，请{who}看看。回：{reply}";

    public static string RingWoken(string what, string who) => $"{what}，挂账到期了，请{who}接着办。";

    public static string RingEmergency(string what) => $"{what}！网格、社区、街道值班请马上看（卡片已发到您的企业微信）。";

    // 5. Late.
    public static string RingLate(string what, string who, bool leads) => leads ? $"{what}，请{who}协调。" : $"{what}，请{who}看看。";

    public static string Late(string from, string to, string due) => $"补发：系统{from}至{to}中断，这条本该{due}发。";

    public static string LateCounts(string reply) => $"已经在办的回“{reply}”就行，不算晚。";

    // 3. The card to a person.
    public static string PleaseLook(string problem) => $"请您看看：{problem}";

    public static string PleaseCoordinate(string problem) => $"请您协调：{problem}";

    public static string HandedToYou(string problem) => $"转给您办：{problem}";

    public static string PleaseDispatch(string problem) => $"请您派一下：{problem}";

    public static string PleaseRule(string problem) => $"请您定一下归谁：{problem}";

    public static string OnBoardTitle(string problem) => $"没人接，请您安排：{problem}";

    public static string Waited(string span) => span.EndsWith('分') ? $"已等{span}钟" : $"已等{span}";

    public static string Quoted(string words) => $"“{words}”（反映人保密）。";

    public static string NextIs(string at, string next) => $"{at}没人接就请{next}。";

    /// <summary>While the bell is held still nobody knows yet when it is let go.</summary>
    public static string NextIs(string next) => $"没人接就请{next}。";

    public const string SayIfBusy = "您不方便就点一下，我马上请别人。";

    public const string AlreadyReminded = "下面几位已提醒过，点名字可直接联系。";

    public static string ReturnedWhy(string why) => $"退回原因：{why}。";

    // 4. Taken, done, over.
    public static string Taken(string what, string who, string? since, string total) =>
        since is null ? $"{what}：{who}接手（上报后{total}）。不再提醒其他人。" : $"{what}：{who}接手，{since}回应（上报后{total}）。不再提醒其他人。";

    public static string Resolved(string what, string? words, string opened, string done) =>
        words is null ? $"{what}：已办结。{opened}反映，{done}办结。谢谢大家。" : $"{what}：{words}。{opened}反映，{done}办结。谢谢大家。";

    public static string Settled(string what) => $"{what}：反映人说已经好了，结了。谢谢大家。";

    public static string Withdrawn(string what) => $"{what}：反映人撤回了，不用再看。";

    public static string CalledOff(string what, string why) => $"{what}：{why}，不再处理。";

    public const string FalseAlarmReason = "误报";

    public static string AlarmOff(string what, string who, string clock) => $"{what}：误报，已解除（{who}{clock}确认）。在路上的请回，辛苦了。";

    public static string ReopenedNews(string what) => $"{what}：又出现了，重新请人看。";

    public static string DeferredNews(string what, string until) => $"{what}：先挂账，{until}再办。";

    public static string MergedNews(string what, long into) => $"{what}：和#{into}是一件事，并到#{into}一起办。";
}
