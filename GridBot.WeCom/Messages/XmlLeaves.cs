using System.Buffers;
using System.Text;
using System.Xml;

namespace GridBot.WeCom.Messages;

/// <summary>
/// Reads WeCom's XML: elements that hold either one text or further elements. What looks exactly as WeCom writes it is
/// scanned in place; anything else (comments, attributes, entities, split CDATA, and whatever an attacker thinks of)
/// goes to an <see cref="XmlReader"/> that refuses DTDs.
/// </summary>
internal abstract class XmlLeaves
{
    private const int DeepestScan = 8;
    private const int LargestDocument = 4 * 1024 * 1024;

    private static readonly SearchValues<byte> Blank = SearchValues.Create(" \t\n"u8);
    private static readonly SearchValues<byte> PlainName =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private static readonly SearchValues<byte> NeedsReader = SearchValues.Create("&\r"u8);

    private static readonly XmlReaderSettings Strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = LargestDocument,
    };

    /// <summary>Reads all leaves, or returns false if this is no well-formed XML.</summary>
    public bool TryRead(ReadOnlySpan<byte> xml)
    {
        if (TryScan(xml))
        {
            return true;
        }

        Forget();
        try
        {
            ReadWithReader(xml);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    /// <summary>Takes one leaf; the root's children have depth 1.</summary>
    protected abstract void Take(int depth, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value);

    /// <summary>Forgets what was taken: reading begins again.</summary>
    protected abstract void Forget();

    private bool TryScan(ReadOnlySpan<byte> xml)
    {
        Span<(int Start, int Length)> open = stackalloc (int, int)[DeepestScan];
        var depth = 0;
        var position = 0;

        while (true)
        {
            var blanks = xml[position..].IndexOfAnyExcept(Blank);
            if (blanks < 0)
            {
                return false;
            }

            position += blanks;
            if (xml[position] != '<')
            {
                return false;
            }

            var nameLength = xml[(position + 1)..].IndexOf((byte)'>');
            if (nameLength < 1)
            {
                return false;
            }

            var nameStart = position + 1;
            var name = xml.Slice(nameStart, nameLength);
            position = nameStart + nameLength + 1;

            if (name[0] == '/')
            {
                if (depth == 0 || !name[1..].SequenceEqual(xml.Slice(open[depth - 1].Start, open[depth - 1].Length)))
                {
                    return false;
                }

                depth--;
                if (depth == 0)
                {
                    return !xml[position..].ContainsAnyExcept(Blank);
                }

                continue;
            }

            var isEmpty = name[^1] == '/';
            name = isEmpty ? name[..^1] : name;
            if (name.IsEmpty || name.ContainsAnyExcept(PlainName) || char.IsAsciiDigit((char)name[0]))
            {
                return false;
            }

            if (isEmpty)
            {
                if (depth == 0)
                {
                    return false;
                }

                Take(depth, name, default);
                continue;
            }

            if (TryScanText(xml, ref position, name, out var value))
            {
                if (depth == 0)
                {
                    return false;
                }

                Take(depth, name, value);
                continue;
            }

            if (depth == DeepestScan)
            {
                return false;
            }

            open[depth++] = (nameStart, nameLength);
        }
    }

    /// <summary>Reads "text&lt;/name&gt;" or "CDATA&lt;/name&gt;"; false means that further elements follow, or something rare.</summary>
    private static bool TryScanText(ReadOnlySpan<byte> xml, ref int position, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var rest = xml[position..];
        var before = 0;
        var after = 0;
        int length;
        if (rest.StartsWith("<![CDATA["u8))
        {
            before = "<![CDATA["u8.Length;
            after = "]]>"u8.Length;
            length = rest[before..].IndexOf("]]>"u8);
        }
        else
        {
            length = rest.IndexOf((byte)'<');
        }

        value = default;
        if (length < 0)
        {
            return false;
        }

        value = rest.Slice(before, length);
        var end = rest[(before + length + after)..];
        if (!end.StartsWith("</"u8)
            || !end[2..].StartsWith(name)
            || end.Length < name.Length + 3
            || end[name.Length + 2] != '>'
            || (after == 0 ? value.ContainsAny(NeedsReader) : value.Contains((byte)'\r')))
        {
            return false;
        }

        position += before + length + after + name.Length + 3;
        return true;
    }

    private void ReadWithReader(ReadOnlySpan<byte> xml)
    {
        // By way of a string, so that a broken character in somebody's message becomes a question mark, not a lost message.
        using var text = new StringReader(Encoding.UTF8.GetString(xml).TrimStart('\uFEFF'));
        using var reader = XmlReader.Create(text, Strict);
        var name = "";
        var isLeaf = false;
        var value = new StringBuilder();

        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    name = reader.LocalName;
                    value.Clear();
                    isLeaf = !reader.IsEmptyElement;
                    if (reader.IsEmptyElement)
                    {
                        TakeText(reader.Depth, name, "");
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    value.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    if (isLeaf)
                    {
                        TakeText(reader.Depth, name, value.ToString());
                    }

                    isLeaf = false;
                    break;
            }
        }
    }

    private void TakeText(int depth, string name, string value) =>
        Take(depth, Encoding.UTF8.GetBytes(name), Encoding.UTF8.GetBytes(value));
}
