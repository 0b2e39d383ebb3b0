namespace GridBot.Core.Understanding;

/// <summary>Numbers that share one word behind the last of them.</summary>
internal static class NumbersTogether
{
    /// <summary>3、5、7栋 are three buildings; of 1至6号楼 the first and the last are named.</summary>
    public static void Add(ReadOnlySpan<char> text, int start, List<PlaceMention> mentions)
    {
        var first = mentions.Count;
        for (var end = start - 1; end > 0 && text[end] is '、' or ',' or '和' or '跟' or '及' or '至' or '到' or '-' or '~' && char.IsAsciiDigit(text[end - 1]);)
        {
            var begin = end - 1;
            while (begin > 0 && char.IsAsciiDigit(text[begin - 1]))
            {
                begin--;
            }

            if (end - begin > 3 || (begin > 0 && (text[begin - 1] is ':' or '.' or '#' || char.IsAsciiLetter(text[begin - 1]))))
            {
                break;
            }

            mentions.RemoveAll(m => m.Start < end && m.End > begin);
            mentions.Insert(Math.Min(first, mentions.Count), new PlaceMention(begin, end, MentionKind.Building, text[begin..end].TrimStart('0').ToString()));
            end = begin - 1;
        }
    }
}
