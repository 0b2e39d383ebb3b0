namespace GridBot.Core.Wording;

/// <content>Answers to whoever wrote or tapped, and how an issue stands.</content>
internal static partial class Phrases
{
    public static string YouTook(string what) => $"{what}：记下了，您来处理，辛苦！办好回“办结”，有进展直接写。";

    public static string ProgressNoted(string what) => $"{what}：进展记下了。";

    public static string HelperNoted(string what, string who, string clock) => $"{what}：{clock}已由{who}接手，您来帮忙也记下了。";

    public static string HelperNotedWaiting(string what) => $"{what}：谢谢，记下您来帮忙；还会请负责的人。";

    public static string NextAsked(string what, string who) => $"{what}：好的，已请{who}。";

    public static string OthersAsked(string what) => $"{what}：好的，同级的其他人还在看。";

    public static string HandedOn(string what, string who) => $"{what}：已转给{who}，总时限不变。";

    public static string ReturnNoted(string what) => $"{what}：知道了，已请调度员重新派。";

    public static string ReturnNotedForRuling(string what) => $"{what}：知道了，已请街道定一下归谁。";

    public static string DeferNoted(string what, string until) => $"{what}：已挂账，{until}再提醒您。";

    public static string EscalateNoted(string what, string who) => $"{what}：已请{who}。";

    public static string GiveUpNoted(string what) => $"{what}：好的，再请别人。";

    public static string WithdrawNoted(string what) => $"{what}：已撤回。";

    public static string CorrectNoted(string what) => $"{what}：已改过来。";

    public static string ConfirmNoted(string what) => $"{what}：好的，已结案。谢谢！";

    public static string DisputeNoted(string what, string who) => $"{what}：知道了，再请{who}看。";

    public static string ReopenNoted(string what) => $"{what}：重新登记了，还是这个编号。";

    public static string NudgeWaiting(string what, string asked, string at, string next) => $"{what}：正在等{asked}，{at}没人接就请{next}。";

    public static string NudgeWaitingLast(string what, string asked) => $"{what}：正在等{asked}，会一直催到有人接。";

    public static string NudgeTaken(string what, string who) => $"{what}：{who}在办，已替您催了。";

    public static string SupplementNoted(string what) => $"{what}：补充已记下。";

    public static string UnsureNoted(string what) => $"{what}：好的，不清楚也没关系。";

    public static string MergeUndone(string what) => $"{what}：已分开，重新请人看。";

    public static string AlreadyYours(string what) => $"{what}：您已经报过，正在办，已把您这条并进去。";

    public static string AlreadyKnown(string what, string reporters) => $"{what}：这件事已经有人报过，正在办，已把您这条并进去（{reporters}反映）。";

    public static string Reporters(int people, int grids) => grids > 1 ? $"{grids}个网格共{people}人" : $"共{people}人";

    public static string Receipt(string what, string asked) => $"{what}：已登记。已请{asked}去看，有进展告诉您。";

    public static string ReceiptQuiet(string what, string clock) => $"{what}：已登记。夜里先不打扰大家，{clock}后请人看。等不得请回“现在要人”。";

    // How it stands.
    public static string StandsWaiting(string what, string asked, string waited) => $"{what}：正在等{asked}接手，已等{waited}。";

    public static string StandsTaken(string what, string who, string since, string by) => $"{what}：{who}{since}接手，在办，{by}前要办结。";

    public static string StandsClosed(string what, string at) => $"{what}：{at}已结案。";

    public static string StandsReturned(string what) => $"{what}：正在重新派人。";
}
