using GridBot.Core.Issues;

namespace GridBot.Core.Wording;

/// <content>Questions back, refusals, and what wasn't understood.</content>
internal static partial class Phrases
{
    // Questions back.
    public const string PickTitle = "您说的是哪一件？";

    public const string PickText = "点一下就办，不用再写。";

    public static string WhichOne(string list, string example) => $"您说的是哪一件？请带上编号再发，如“{example}”：\n{list}";

    public static string Example(string verb, long number) => verb switch
    {
        "ack" => $"{number}收到",
        "resolve" => $"{number}已办结",
        "withdraw" => $"撤回{number}",
        "nudge" => $"{number}催一下",
        "solved" => $"{number}好了",
        "unsolved" => $"{number}还没好",
        _ => $"#{number}",
    };

    public const string WhereTitle = "在哪里？";

    public static string WhereText(string problem) => $"{problem}，是下面哪一处？点一下就登记。";

    public const string WhyTitle = "为什么不归您管？";

    public const string WhoTitle = "转给谁？";

    public const string WrongTitle = "应该是哪一类？";

    public const string WrongText = "点对的那个；地点不对请回“地点是几栋”。";

    public const string SeveralTitle = "登记了几件事";

    public const string SayWhoTo = "转给谁？请写名字，如“128转给李强”。";

    public const string SayDefer = "挂账要写原因和日期，如“128挂账到12月3日 等配件”。";

    public const string SayReason = "退回要写原因，如“128退回 属物业”。";

    public static string NobodyCalled(string name) => $"没找到“{name}”。请写名册里的名字，如“128转给李强”。";

    // Refusals.
    public static string Refused(Refusal why, string what, string? who, string? clock) => why switch
    {
        Refusal.AlreadyTakenByYou => $"{what}：您已经接手了，不用再点。",
        Refusal.AlreadyTaken => $"{what}：{clock}已由{who}接手。",
        Refusal.AlreadyResolved => $"{what}：{clock}已办结（{who}）。还没好请回“还没好”。",
        Refusal.AlreadyOver => $"{what}：已经结了。又出现请回“又出现了”。",
        Refusal.NotTakenYet => $"{what}：还没有人接手，先点“我来处理”。",
        Refusal.NotOnItsLadder => $"{what}：这件事不在您的范围，已有负责的人。",
        Refusal.NotItsReporter => $"{what}：这一步要反映人来点。",
        Refusal.NotTheOwner => $"{what}：现在不在您手上。",
        Refusal.NotAllowedAtYourLevel => $"{what}：这一步要上一级来点。",
        Refusal.ReasonNeeded => SayReason,
        Refusal.DateNeeded => SayDefer,
        Refusal.NotYoursToRead => $"{what}：原话只给接手的人和社区以上看，电话只给社区以上看。",
        Refusal.ReceiverConcerned => $"{what}：这件事和对方有关，不能转给他。请转给别人。",
        Refusal.ReceiverOutside => $"{what}：对方不在本街道名册里，转不了。",
        Refusal.NobodyAbove => $"{what}：已经到街道了，街道值班正在看。",
        Refusal.NothingToUndo => $"{what}：没有可以恢复的。",
        Refusal.CardIsOld => $"{what}：这张卡片是旧的，这一步已经过了。",
        Refusal.NotDeferred => $"{what}：没有挂账。",
        Refusal.AskedThemAlready => $"{what}：{WaitsForTap(who)}",
        Refusal.TapYourself => $"{what}：请在办的那位自己点“我来处理”，我才停下提醒。",
        Refusal.RingingAlready => $"{what}：已经在请人了，不用再点。",
        Refusal.NobodyThere => $"{what}：这一级现在没有人值守，请写名字转。",
        _ => $"{what}：这一步现在做不了。",
    };

    // 8. Not understood, unknown.
    public static string NotUnderstood(string dutyPhone) =>
        $"我没看明白。报事请说“在哪＋什么事”，如“10栋电梯坏了”；查进度发“#128”。急事请打值班室 {dutyPhone}";

    public static string NoSuchIssue(string tag) => $"没有找到{tag}，请核对编号。";

    public const string NothingToReceive = "现在没有等您接手的事。";

    public const string NoAlarm = "现在没有登记着的急事。要请人来，发“在哪＋什么事”，如“12栋3楼冒烟”。";

    public const string NothingOfYours = "没找到您说的是哪件事，请带上编号，如“128已办结”。";

    public static string UnknownPerson(string dutyPhone) => $"名册里还没有您，请找网格员登记。急事请打值班室 {dutyPhone}";

    public static string CannotHearVoice(string bot) => $"我听不了语音，请点卡片，或把语音发给【{bot}】。";

    public const string Abuse = "您的话我看到了。要反映的事请说在哪、怎么了，我来找人；不想让本网格的人知道，开头写“保密”。";

    /// <summary>Stands among the words of an issue for a picture that was sent after them.</summary>
    public const string PictureSent = "（发来一张图片）";

    public const string CannotSeePicture = "收到图片。请再发一句：在哪、什么事？";

    public static string EnquiryAnswer(string dutyPhone) => $"这个问题我答不了，请打值班室 {dutyPhone}，或问社区。要反映事情请说“在哪＋什么事”。";

    public static string SuggestAnswer() => "谢谢您的建议，我记不了建议，请直接和社区说。要反映事情请说“在哪＋什么事”。";

    public static string NoButtons(string bot, string example) => $"这条点不了按钮：请给机器人“{bot}”发消息，如“{example}”；发过一次，以后就有按钮。";

    public const string Welcome = "您好，我是网格助手。有事请说“在哪＋什么事”，如“10栋电梯坏了”；查进度发“#128”；要帮助发“帮助”。着火先打119。";

    public const string Trouble = "收到了，正在处理，稍等。";
}
