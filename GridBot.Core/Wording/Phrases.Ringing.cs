namespace GridBot.Core.Wording;

/// <content>Somebody is on it, has seen it, or has it done by others.</content>
internal static partial class Phrases
{
    public const string OnIt = "已有人在办";
    public const string YesOnIt = "是，我在办";
    public const string NotMe = "不是我";
    public const string WriteIt = "写一句";
    public const string Grid = "网格";
    public const string Community = "社区";
    public const string Myself = "我自己办";

    public const string OnItTitle = "您在办吗？";

    public const string OnItText = "有人说您已经在办了。是就点一下，我不再提醒别人；不是也点一下，我马上请别人。";

    public static string WaitsForTap(string? who) => string.IsNullOrEmpty(who) ? "已问过在办的人，等本人点一下。" : $"等{who}本人点一下。";

    public static string WaitsForTapUntil(string? who, string at, string next) => $"{WaitsForTap(who)}{at}没点就请{next}。";

    public static string ReadNoted(string what) => $"{what}：记下您看过了，会接着请人。要接手请点“我来处理”。";

    public const string AssignTitle = "交给谁？";

    public const string AssignText = "记下了，您来处理，不再提醒其他人。交给谁去办？点一下就请他们，总时限不变。";

    public static string AskedToDo(string by, string problem) => $"{by}请您办：{problem}";

    public static string WriteReason(long number) => $"请回一句原因，如“{number}退回 属物业”。";

    public const string NeedNow = "现在要人";

    public const string OrNow = "等不得就点“现在要人”。";

    public static string NowNoted(string what, string who) => $"{what}：好的，按急事办，已请{who}。";

    public const string MorningTitle = "夜里登记的几件事";

    public const string MorningText = "点一下就算接手；都不方便就点“现在不便”，我马上请别人。";

    public const string OthersAskedForAll = "好的，没接手的这几件，我请别人。";

    public const string OnSite = "我去现场";

    public const string OnSiteFact = "现场";

    public static string CalledButton(string numbers) => $"{numbers.Replace('或', '/')}已打";

    public static string CalledFact(string numbers) => numbers.Contains('或', StringComparison.Ordinal) ? "急救" : numbers;

    public const string NotCalledYet = "还没人确认已打";

    public static string CalledSince(string clock) => $"{clock}有人确认已打";

    public static string SayIfCalled(string numbers) => $"打过{numbers}请点一下，让大家放心。";

    public static string CalledNews(string what, string numbers, string clock) => $"{what}：{clock}有人确认已打{numbers}。";

    public static string OnSiteNews(string what, string who) => $"{what}：{who}去现场了。";

    public static string OnTheWay(string first, int count) => count == 1 ? $"{first}去了" : $"{first}等{count}人去了";

    public static string OnSiteNoted(string what) => $"{what}：记下您去现场了，注意安全。还会接着请人。";

    public static string OwnerLeft(string who, string which, int count) =>
        $"{who}已不在名册，或企业微信联系不上。手上的{count}件（{which}）已重新请人，请查名册。";

    public static string NudgedBefore(string what, string who, string clock) => $"{what}：{who}在办，{clock}刚替您催过。";

    public static string NudgeHeld(string what, string clock, string asked) => $"{what}：已登记，{clock}后请{asked}。等不得请点“现在要人”。";

    public static string NudgeAgain(string what, string asked, string at) => $"{what}：正在等{asked}，{at}没人接就再请一次。";

    public const string OverdueInGroup = "过了期限";

    public const string RowInWork = "在办";

    public const string Say = "说说";

    public const string QuestionsTitle = "这几件好了吗？";

    public const string QuestionsText = "点一件，说说好了没有。不点也行，到期结案，记“未评价”。";

    public const string OnYourOwnCard = "这一步请在发给您本人的卡片上点。";
}
