using System.Text;
using System.Text.RegularExpressions;
using GridBot.Sandbox.Town;

namespace GridBot.Sandbox.Api;

/// <summary>What WeCom does with a text: count its bytes, cut it between characters, find the people it calls.</summary>
internal static partial class Words
{
    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    public static string Cut(string text, int bytes)
    {
        if (Bytes(text) <= bytes)
        {
            return text;
        }

        var (length, used) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Utf8SequenceLength;
            if (used > bytes)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    /// <summary>The people called by &lt;@userid&gt; in the text, in the town's spelling.</summary>
    public static IEnumerable<string> Called(string text, Townsfolk folk) =>
        text.Contains("<@", StringComparison.Ordinal)
            ? Mention.Matches(text).Select(m => Spelled(m.Groups[1].Value, folk))
            : [];

    public static string Spelled(string userId, Townsfolk folk) => folk.Person(userId)?.UserId ?? userId;

    [GeneratedRegex("<@([^<>\\s]+)>")]
    private static partial Regex Mention { get; }
}
