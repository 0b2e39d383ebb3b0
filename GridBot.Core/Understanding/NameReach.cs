using System.Buffers;

namespace GridBot.Core.Understanding;

/// <summary>Where a name begins whose end is known.</summary>
internal static class NameReach
{
    /// <summary>Small words that are no part of a name.</summary>
    private static readonly SearchValues<char> SmallWords = SearchValues.Create(
        "的了在到从是把被给让的们我你他她它咱这那哪因请看找问说有没不个些么吗呢吧啊呀哦嗯哈着去来又也都就还再归转住进跟及与或条离往向叫很每整由于至靠某该已您怎啥谁吵脏臭坏修停");

    /// <summary>Behind a number: 9点, 5日.</summary>
    private const string TimeWords = "点时日月号年分天周";

    /// <summary>How far a name reaches back, and whether something ends there that is no part of it.</summary>
    public static (int Start, bool AtBoundary) Back(Passage passage, int from, int most)
    {
        var start = from;
        while (start > 0 && from - start < most)
        {
            if (IsBoundary(passage, start))
            {
                return (start, true);
            }

            start--;
        }

        return (start, start == 0 || IsBoundary(passage, start));
    }

    private static bool IsBoundary(Passage passage, int at)
    {
        var c = passage.Text[at - 1];
        return !Normaliser.IsHan(c) || SmallWords.Contains(c) || EndsAWord(passage, at)
            || (TimeWords.Contains(c) && at > 1 && Numerals.IsDigit(passage.Text[at - 2]));
    }

    private static bool EndsAWord(Passage passage, int at)
    {
        foreach (var finding in passage.Findings)
        {
            if (finding.End == at && finding.End - finding.Start >= 2 && !finding.Is(Mark.Landmark) && !finding.Is(Mark.RoadEnding)
                && finding.Phrase.Parts.Count == 1)
            {
                return true;
            }
        }

        foreach (var number in passage.Numbers)
        {
            if (number.End == at)
            {
                return true;
            }
        }

        return false;
    }
}
