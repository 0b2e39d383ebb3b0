namespace GridBot.Core.Wording;

/// <summary>What is said while a group is bound to its place and its bell; see <see cref="Phrases"/> for all else.</summary>
internal static class BindingPhrases
{
    // Buttons: ten characters at most.
    public const string Yes = "确认绑定";
    public const string No = "不同意";

    public static string Unbound(string bot, string dutyPhone) =>
        $"这个群还没有绑定地点，报的事登记不了。请在群里写“@{bot} 绑定 第几网格”，管理员点一下就行。急事请打值班室 {dutyPhone}";

    public static string HowTo(string bot) => $"请写“@{bot} 绑定 第几网格”；不要群里响铃的，后面加“私信”。";

    public const string HowToOutside = "绑定要在群里写：把我请进群，在群里@我写“绑定 第几网格”。";

    public static string StandsBound(string place) => $"本群绑定的是{place}。";

    public static string NoSuchPlace(string name) => $"名册里没找到“{name}”。请写社区加网格，如“绑定 金龙社区3网格”。";

    public const string WhichTitle = "是哪一个地方？";

    public const string WhichText = "点一下，就去请管理员确认。";

    public static string AlreadyBound(string place) => $"本群已经绑定{place}了，不用再绑。";

    public static string BoundByRoster(string place) => $"本群在名册文件里绑定的是{place}，要改请管理员改名册。";

    public static string AdminAsked(string place, string admin) => $"好的，绑定{place}。已请{admin}点一下确认。";

    public static string CodeOnItsWay(string place, string bot) => $"正在绑定{place}：网格铃马上在它的群里报四位数字。在本群看到了，就写“@{bot} 绑定 那四位数字”。";

    public const string AskTitle = "请确认：一个群要绑定";

    public static string AskText(string asker, bool rings, bool quiet) =>
        quiet ? $"{asker}在群里申请，只发一对一卡片，群里不响铃。确认就绑好。"
        : rings ? $"{asker}在群里申请。确认后网格铃在群里报四位数字，群里回了才算绑好。"
        : $"{asker}在群里申请。这里还没有网格铃的地址，绑好后只发一对一卡片。要响铃：先一对一发我“铃 地点 网址”，再确认。";

    public const string AskerFact = "申请人";

    public const string ConfirmedWord = "已确认";

    public const string DeclinedWord = "没同意";

    public const string BoundWord = "已绑定";

    public const string OldWord = "已失效";

    public static string CodePosted(string place) => $"好的。{place}的网格铃正在报四位数字，10分钟内在群里回了就绑好。";

    public static string BoundQuietly(string place, bool told) =>
        told ? $"{place}的群绑好了，只发一对一卡片，群里已告知。" : $"{place}的群绑好了，只发一对一卡片。请在群里@我写“绑定”，我来告知大家。";

    public static string Declined(string place) => $"知道了，不绑定{place}。";

    public static string DeclinedNews(string place) => $"管理员没有同意把群绑定到{place}，请和管理员联系。";

    /// <summary>Left out of a place on a button.</summary>
    public const string DroppedInShort = "社区";

    public const string NotTheAdmin = "这一步要本街道的管理员来点。";

    public const string CardIsOld = "这张卡片是旧的，这个申请已经办过或换过了。";

    public static string Code(string code, string bot) => $"绑定数字：{code}。请在本群写“@{bot} 绑定 {code}”，10分钟内有效。没人申请绑定的，不用管它。";

    public static string WrongCode(int left) => $"数字不对，请看网格铃刚报的四位数字，还可以试{left}次。";

    public const string CodeExpired = "这个数字过了10分钟，已经作废。请重新写“绑定 第几网格”。";

    public const string TooManyCodes = "试错太多次，这次绑定作废。请重新写“绑定 第几网格”，并核对网格铃在不在本群。";

    public const string NotConfirmedYet = "管理员还没有确认，确认后网格铃会在群里报四位数字。";

    public const string NothingAsked = "没有等数字的绑定。请先写“绑定 第几网格”。";

    /// <summary>Said once, as soon as a group is bound.</summary>
    public static string Notice(string bot, string dutyPhone) =>
        $"本群启用{bot}：只看得到@它的话，没@它的聊天一概看不到。只记事情、地点和办理经过，原话30天删除，群里不显示姓名、电话、门牌。着火先打119；没收到卡片就是没登记上，请打值班室 {dutyPhone}。";

    public static string BoundThenNotice(string place, string notice) => $"已绑定{place}。\n{notice}";

    /// <summary>The first message of a group that the app made; before it, nobody sees the group.</summary>
    public static string AppGroupNotice(string bot, string dutyPhone) =>
        $"本群由{bot}建立，有事在这里提醒大家。我在这里听不到话：报事、接手请一对一发给{bot}应用，或点发到您手机上的卡片。群里不显示姓名、电话、门牌。着火先打119；急事请打值班室 {dutyPhone}。";

    /// <summary>A ring where nobody can answer in the group.</summary>
    public static string RingOnCard(string what, string who) => $"{what}，请{who}看看（卡片已发到您的企业微信）。";

    // A trial, by the operator's command.
    public static string Trial(string place) => $"【测试】{place}的群铃通了，不用回。";

    public static string TrialTitle(string place) => $"【测试】{place}";

    public const string TrialText = "这是一次试发，看到就点一下，不用做别的。";

    public const string TrialButton = "看到了";

    /// <summary>By WeCom's name of the event.</summary>
    public static string AppStanding(string kind) => kind switch
    {
        "inactive_alert" => "企业微信通知：网格助手应用太久没人用，快要被停用了。停用后一对一卡片全部发不出。请到管理后台 → 应用管理看一下，并请几位同事给应用发句话。",
        "close_inactive_agent" => "企业微信通知：网格助手应用已被停用，一对一卡片发不出。请马上到管理后台 → 应用管理 → 网格助手，重新启用。",
        "low_active_alert" or "low_active" => "企业微信通知：网格助手应用用得太少，可能被限制。请到管理后台 → 应用管理看一下，并请大家多用应用回话。",
        _ => "企业微信通知：网格助手应用恢复正常了。",
    };

    // The push robot's address.
    public const string KeyOnlyAlone = "网格铃的网址等于密钥，只能一对一发给我。请把群里这条撤回，到群设置里换一个网格铃，再一对一发。";

    public const string KeyOnlyByAdmin = "网格铃的网址要本街道的管理员来发。";

    public const string KeyMissing = "网址里没有密钥。请到群设置 → 消息推送，复制完整的网址（带 key=），写“铃 第几网格 网址”。";

    public static string KeyAmbiguous(string name, string choices) => $"“{name}”有几处：{choices}。请写全名再发一次。";

    public static string KeyKept(string place) => $"{place}的网格铃收好了，密钥已加密保存，不会再显示。请在群里@我写“绑定 {place}”。";

    public static string KeyKeptForBound(string place) => $"{place}的网格铃收好了，密钥已加密保存，不会再显示。群已绑定，从下一条起用它响铃。";

    public static string BellBroken(string place, int code) => code switch
    {
        93000 => $"{place}的群铃响不了（企业微信说93000）：机器人被移出群，或网址换过。请在群设置里重新添加消息推送，把新网址一对一发我：“铃 {place} 网址”。其间群里不响铃，一对一卡片照发。",
        93004 => $"{place}的群铃被停用了（企业微信说93004）。请在群设置里启用它。其间群里不响铃，一对一卡片照发。",
        _ => $"{place}的群铃响不了（企业微信说{code}），请查看服务状态。其间群里不响铃，一对一卡片照发。",
    };
}
