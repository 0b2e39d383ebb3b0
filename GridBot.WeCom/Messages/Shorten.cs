using System.Globalization;
using System.Text;

namespace GridBot.WeCom.Messages;

/// <summary>
/// Cuts text to WeCom's limits. Between text elements, so that neither a Chinese character nor a composed emoji falls
/// apart; what was cut ends in an ellipsis, which counts as well.
/// </summary>
public static class Shorten
{
    private const string Ellipsis = "…";

    /// <summary>At most <paramref name="limit"/> bytes of UTF-8, which is how WeCom counts messages: a Chinese character has 3.</summary>
    public static string ToBytes(string text, int limit) =>
        // No character has more than 3 bytes, so most texts need no counting.
        text.Length <= limit / 3 || Encoding.UTF8.GetByteCount(text) <= limit
            ? text
            : Cut(text, limit, Encoding.UTF8.GetByteCount(Ellipsis), static part => Encoding.UTF8.GetByteCount(part));

    /// <summary>
    /// At most <paramref name="limit"/> characters, which is how WeCom advises on cards. An emoji counts as its UTF-16
    /// units (2 or more), so that it fits however WeCom counts.
    /// </summary>
    public static string ToCharacters(string text, int limit) =>
        text.Length <= limit ? text : Cut(text, limit, Ellipsis.Length, static part => part.Length);

    private static string Cut(string text, int limit, int ellipsisSize, Func<ReadOnlySpan<char>, int> size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);

        var ending = limit < ellipsisSize ? "" : Ellipsis;
        var room = limit - (ending.Length == 0 ? 0 : ellipsisSize);
        var end = 0;
        while (end < text.Length)
        {
            var rest = text.AsSpan(end);
            var element = StringInfo.GetNextTextElementLength(rest);
            var needed = size(rest[..element]);
            if (needed > room)
            {
                // Marks heaped on one letter can outgrow any limit; then a part of the heap is better than nothing.
                end += end == 0 ? RunesThatFit(rest[..element], room, size) : 0;
                break;
            }

            room -= needed;
            end += element;
        }

        return string.Concat(text.AsSpan(0, end), ending);
    }

    private static int RunesThatFit(ReadOnlySpan<char> element, int room, Func<ReadOnlySpan<char>, int> size)
    {
        var end = 0;
        while (end < element.Length)
        {
            Rune.DecodeFromUtf16(element[end..], out _, out var length);
            room -= size(element.Slice(end, length));
            if (room < 0)
            {
                break;
            }

            end += length;
        }

        return end;
    }
}
