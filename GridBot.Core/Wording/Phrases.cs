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

    public static string NoteDetail(string detail) => $"位置：{detail}。";

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

    // Answers to whoever wrote or tapped.
    public static string YouTook(string what) => $"{what}：记下了，您来处理，辛苦！办好回“办结”，有进展直接写。";

    public static string YouAnswered(string span) => $"{span}回应";

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

    // Lists and figures.
    public const string OpenTitle = "未办结";

    public const string OverdueTitle = "超时";

    public const string MineTitle = "我的待办";

    public const string RowReturned = "重新派人中";

    public const string RowOver = "已结";

    public const string OutsideScope = "这个地方不在您的范围，请问那边的网格员或社区。";

    public static string ListHeading(string title, int total) => $"{title}：{total}件";

    public static string ListEmpty(string title) => $"{title}：没有。";

    public static string ListMore(int shown) => $"只列了前{shown}件，发“#编号”看一件。";

    public static string RowWaiting(string waited) => $"等人接{waited}";

    public static string RowTaken(string who) => $"{who}在办";

    public static string RowOverdue(string who, string by) => $"{who}在办，超时{by}";

    public static string RowDeferred(string until) => $"挂账到{until}";

    public static string TodayLine(string late, string where, int opened, int taken, int resolved, int open, int waiting, int overdue) =>
        $"{where}今天：新报{opened}件，有人接{taken}件，办结{resolved}件。\n现在未办结{open}件，其中等人接{waiting}件，{late}{overdue}件。";

    public static string HelpLine(string bot) =>
        $"报事：@{bot} 在哪＋什么事；接手：@{bot} 1收到；办好：@{bot} 1已办结；查：@{bot} #128、未办结、今天。着火先打119。";

    public static string HelpPage(string dutyPhone) =>
        $"报事：直接说“在哪＋什么事”，如“10栋电梯坏了”。\n接手：128收到。办好：128已办结。转人：128转给李强。退回：128退回 属物业。挂账：128挂账到周五 等配件。催：128催一下。撤回：撤回128。\n查：#128、3号楼、我的待办、未办结、超时、今天。\n着火先打119；急事打值班室 {dutyPhone}。";

    /// <summary>A line of the history in words; empty for what nobody needs to read.</summary>
    public static string HistoryWord(string kind) => kind switch
    {
        "reported" => "登记",
        "rung" => "请人看",
        "put_on_board" => "没人接，请兜底负责人安排",
        "acknowledged" => "有人接手",
        "progressed" => "有进展",
        "resolved" => "办结",
        "confirmed" => "反映人说好了",
        "disputed" => "反映人说还没好",
        "reopened" => "重新登记",
        "transferred" => "转给别人办",
        "returned" => "重新派人",
        "escalated" => "请上级协调",
        "given_up" => "换人",
        "deferred" => "挂账",
        "woken" => "挂账到期",
        "corrected" => "更正",
        "class_confirmed" => "类别没分错",
        "merged" => "并案",
        "unmerged" => "分开",
        "also_reported" => "又有人反映",
        "supplemented" => "有补充",
        "withdrawn" => "撤回",
        "rejected" => "不再处理",
        "closed" => "结案",
        "viewed" => "看了原话",
        "phone_viewed" => "看了电话",
        "words_erased" => "反映人撤回原话",
        "held" => "暂停响铃，到点再请",
        "plan_shown" => "试运行，不再往上提醒",
        "overdue" => "督办",
        "heard" => "有人说已在办，等本人点",
        "read" => "看过",
        "needed_now" => "改为急事",
        "called" => "已打报警电话",
        "onsite" => "有人去现场",
        _ => "",
    };

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

    public static string SeveralCalled(string name) => $"“{name}”有几位，点一下是哪位。";

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

    public const string NoticeSeen = "";

    public static string EnquiryAnswer(string dutyPhone) => $"这个问题我答不了，请打值班室 {dutyPhone}，或问社区。要反映事情请说“在哪＋什么事”。";

    public static string SuggestAnswer() => "谢谢您的建议，我记不了建议，请直接和社区说。要反映事情请说“在哪＋什么事”。";

    public static string NoButtons(string bot, string example) => $"这条点不了按钮：请给机器人“{bot}”发消息，如“{example}”；发过一次，以后就有按钮。";

    public const string Welcome = "您好，我是网格助手。有事请说“在哪＋什么事”，如“10栋电梯坏了”；查进度发“#128”；要帮助发“帮助”。着火先打119。";

    public const string Trouble = "收到了，正在处理，稍等。";
}
