namespace GridBot.Core.Understanding;

/// <summary>不是噪音，是油烟: what an issue is instead.</summary>
internal static class CorrectionReader
{
    /// <summary>How far apart 不是 and 是 may stand.</summary>
    private const int WidestGap = 14;

    private static readonly string[] But = [",是", " 是", "而是", "应该是", "应是", "是"];

    public static bool SaysNotThisButThat(string text) => Instead(text) >= 0;

    /// <summary>Where the words of the right class or place begin; -1 when the text has no such turn.</summary>
    public static int Instead(string text)
    {
        var not = text.IndexOf("不是", StringComparison.Ordinal);
        if (not < 0 || not > 12 || (not > 0 && text[not - 1] is '是' or '要' or '还' or '可' or '又' or '就'))
        {
            return -1;
        }

        var from = not + 3;
        foreach (var but in But)
        {
            var at = from < text.Length ? text.IndexOf(but, from, Math.Min(WidestGap, text.Length - from), StringComparison.Ordinal) : -1;
            if (at >= 0 && text[at - 1] != '不')
            {
                return at + but.Length;
            }
        }

        return -1;
    }
}
