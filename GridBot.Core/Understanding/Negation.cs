using System.Buffers;

namespace GridBot.Core.Understanding;

/// <summary>Whether a word is denied by what stands before it: 没有噪音, 不是漏水, 没修好.</summary>
internal static class Negation
{
    private static readonly string[] Deniers =
    [
        "没有人", "没有再", "没有发生", "没有发现", "没有", "没人", "没再", "没什么", "没啥", "没怎么", "没听到", "没闻到", "没看到",
        "没发现", "没发生", "不是在", "不是", "不再", "不用", "不要", "不会", "不能", "不太", "不算", "并未", "未发生", "未发现", "尚未",
        "没", "不", "未", "无", "别", "甭", "莫", "非",
    ];

    /// <summary>Most words are preceded by none of these, and that settles it.</summary>
    private static readonly SearchValues<char> LastOfDeniers = SearchValues.Create([.. Deniers.Select(d => d[^1]).Distinct()]);

    /// <summary>"有没有漏水" and "是不是着火了" ask; they deny nothing.</summary>
    private static readonly string[] Askers = ["有没", "是不", "能不", "会不", "要不"];

    public static bool Before(ReadOnlySpan<char> text, int start)
    {
        if (start == 0 || !LastOfDeniers.Contains(text[start - 1]))
        {
            return false;
        }

        var before = text[Math.Max(0, start - 6)..start];
        foreach (var denier in Deniers)
        {
            if (before.EndsWith(denier))
            {
                foreach (var asker in Askers)
                {
                    var at = before.LastIndexOf(asker);
                    if (at >= 0 && at + 1 >= before.Length - denier.Length)
                    {
                        return false;
                    }
                }

                return !IsPartOfAWord(before, denier);
            }
        }

        return false;
    }

    /// <summary>特别, 差别 and 区别 end in a denier by chance.</summary>
    private static bool IsPartOfAWord(ReadOnlySpan<char> before, string denier) =>
        denier is "别" or "非" && before.Length > 1 && before[^2] is '特' or '差' or '区' or '是' or '除';
}
