namespace GridBot.Core.Understanding.Model;

/// <summary>
/// The pieces of one or two characters that a text is made of, each as a hash of 32 bits. Digits are all the same,
/// separators too; masked numbers (&lt;PHONE&gt;) count as long numbers.
/// </summary>
internal static class Grams
{
    /// <summary>What the model looks at of a text, in characters; nobody tells a problem in more.</summary>
    public const int LongestText = 400;

    public const int Longest = 2;

    /// <summary>Room for the hashes of the longest text.</summary>
    public const int Most = (LongestText + 2) * Longest;

    private const char Edge = '\u0001';
    private const char Pause = ' ';
    private const int LongestNumber = 5;

    /// <summary>Writes the hashes of a normalised text; equal pieces come as often as they occur.</summary>
    /// <returns>How many were written.</returns>
    public static int Hash(ReadOnlySpan<char> text, Span<uint> into)
    {
        Span<char> folded = stackalloc char[LongestText + 2];
        var length = Fold(text, folded);
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            var key = 0UL;
            for (var n = 0; n < Longest && i + n < length; n++)
            {
                key = (key << 16) | folded[i + n];
                into[count++] = Mix(key, n);
            }
        }

        return count;
    }

    private static uint Mix(ulong key, int length)
    {
        key ^= (ulong)(length + 1) * 0xD6E8FEB86659FD93UL;
        key = (key ^ (key >> 32)) * 0x9E3779B97F4A7C15UL;
        return (uint)((key ^ (key >> 29)) * 0xBF58476D1CE4E5B9UL >> 32);
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        into[0] = Edge;
        var (length, digits) = (1, 0);
        for (var i = 0; i < text.Length && length <= LongestText - LongestNumber; i++)
        {
            var c = text[i];
            if (c == '<' && text[i..].IndexOf('>') is > 1 and < 9 and var mask)
            {
                for (digits = 0; digits < LongestNumber; digits++)
                {
                    into[length++] = '0';
                }

                i += mask;
            }
            else if (char.IsAsciiDigit(c))
            {
                if (digits++ < LongestNumber)
                {
                    into[length++] = '0';
                }
            }
            else
            {
                digits = 0;
                var folded = c is ' ' or ',' or '。' or '、' or ';' or ':' or '\n' or '.' or '"' ? Pause : c;
                if (folded != Pause || into[length - 1] != Pause)
                {
                    into[length++] = folded;
                }
            }
        }

        into[length++] = Edge;
        return length;
    }
}
