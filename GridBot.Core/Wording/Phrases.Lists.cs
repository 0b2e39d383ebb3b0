namespace GridBot.Core.Wording;

/// <content>Lists, figures, help, and the history in words.</content>
internal static partial class Phrases
{
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
}
