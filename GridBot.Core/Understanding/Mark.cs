namespace GridBot.Core.Understanding;

/// <summary>What a word of the vocabulary says about the words around it.</summary>
public enum Mark
{
    /// <summary>Covers a dangerous or troublesome word that means nothing here (火锅, 冒火).</summary>
    Harmless,

    /// <summary>演练, 培训: nothing in this message happens in earnest.</summary>
    Drill,

    /// <summary>新闻, 外地: it happens, but not here.</summary>
    Elsewhere,

    /// <summary>去年, 那次: it is over long since.</summary>
    Past,

    /// <summary>现在, 一直: takes back <see cref="Past"/>.</summary>
    Present,

    /// <summary>又, 复燃, 还在: takes back <see cref="Past"/> and <see cref="Over"/>.</summary>
    Again,

    /// <summary>万一, 迟早, 预防: it has not happened.</summary>
    Unreal,

    /// <summary>已扑灭, 虚惊: it has ended.</summary>
    Over,

    /// <summary>哈哈, 这天太热: not meant.</summary>
    Joking,

    /// <summary>坏了, 不亮, 臭: something is wrong, whatever it is.</summary>
    Trouble,

    /// <summary>没人管, 麻烦处理: somebody wants something done.</summary>
    Plea,

    /// <summary>急, 摔, 老人: raises normal to urgent.</summary>
    Hurry,

    /// <summary>怎么, 多少: the words of a question.</summary>
    Asking,

    /// <summary>楼下, 门口, 车棚: a spot inside a place.</summary>
    Spot,

    /// <summary>花园, 小区, 苑: how names of estates end that no roster knows.</summary>
    EstateEnding,

    /// <summary>路, 大道: how names of streets end.</summary>
    RoadEnding,

    /// <summary>超市, 公交站, 红绿灯: what people point at.</summary>
    Landmark,

    /// <summary>马路, 家里: ends like a name and is none; 旁边, 反映: is no part of a name.</summary>
    NoName,

    /// <summary>这个谁管, 请登记: beside a quote, the quoted text is the report.</summary>
    AboutQuote,

    /// <summary>各位业主, 温馨提示: opens an announcement.</summary>
    Announcing,

    /// <summary>未办结: asks for what is open.</summary>
    AskOpen,

    /// <summary>超时.</summary>
    AskOverdue,

    /// <summary>今天.</summary>
    AskToday,

    /// <summary>我的待办.</summary>
    AskMine,

    /// <summary>Somebody only scolds.</summary>
    Abuse,
}
