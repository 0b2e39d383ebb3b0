namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// How a text speaks, whatever it is about. "When will the line open?" and "the line is too loud" name the same thing and
/// share most of their rare letters; that one asks and the other accuses parts them.
/// </summary>
internal readonly record struct Manners
{
    /// <summary>How many manners there are.</summary>
    public const int Count = 6;

    private static readonly string[][] Words =
    [
        ["咨询", "请问", "问问", "如何", "怎么", "是否", "能否", "吗", "有无", "多久", "几时", "可以"],
        ["再次", "又", "仍", "依然", "还没", "至今", "进度", "进展", "回复", "何时", "什么时候", "迟迟", "尚未"],
        ["希望", "建议", "请求", "恳请", "盼", "呼吁", "尽快", "加快", "增加", "增设", "设置", "修", "开通", "申请"],
        ["投诉", "举报", "质疑", "扰民", "严重", "违规", "违法", "乱", "污染", "欺", "骗", "拖欠", "强制", "不作为"],
        ["政策", "补贴", "办理", "规划", "标准", "条件", "手续", "公积金", "户口", "社保", "医保", "资格", "贷款", "居住证"],
        ["不", "没", "无", "未"],
    ];

    private readonly byte _spoken;

    private Manners(byte spoken) => _spoken = spoken;

    /// <param name="letters">As <see cref="Pieces.Letters"/> gives them.</param>
    public static Manners Of(string letters)
    {
        var spoken = 0;
        for (var manner = 0; manner < Count; manner++)
        {
            spoken |= Words[manner].Any(word => letters.Contains(word, StringComparison.Ordinal)) ? 1 << manner : 0;
        }

        return new Manners((byte)spoken);
    }

    /// <summary>For each manner 0, 0.5 or 1: neither text speaks so, one does, both do.</summary>
    public static void Write(Manners one, Manners other, Span<float> signs)
    {
        for (var manner = 0; manner < Count; manner++)
        {
            signs[manner] = (((one._spoken >> manner) & 1) + ((other._spoken >> manner) & 1)) / 2f;
        }
    }
}
