using System.Text;

namespace GridBot.WeCom.Messages;

/// <summary>Writes WeCom's XML: text in CDATA, so that nothing in it can be taken for an element.</summary>
internal static class CData
{
    /// <summary>Adds an element with text, or nothing if there is none.</summary>
    public static StringBuilder Element(this StringBuilder xml, string name, string? text)
    {
        if (text is null)
        {
            return xml;
        }

        // "]]>" would end the section; it is split over two. What XML cannot hold at all becomes a blank.
        xml.Append('<').Append(name).Append("><![CDATA[");
        xml.Append(Allowed(text).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal));
        return xml.Append("]]></").Append(name).Append('>');
    }

    /// <summary>Adds an element with a number.</summary>
    public static StringBuilder Element(this StringBuilder xml, string name, long? number) =>
        number is null ? xml : xml.Append('<').Append(name).Append('>').Append(number).Append("</").Append(name).Append('>');

    private static string Allowed(string text)
    {
        foreach (var letter in text)
        {
            if (IsForbidden(letter))
            {
                return string.Create(text.Length, text, static (cleaned, original) =>
                {
                    for (var i = 0; i < cleaned.Length; i++)
                    {
                        cleaned[i] = IsForbidden(original[i]) ? ' ' : original[i];
                    }
                });
            }
        }

        return text;
    }

    private static bool IsForbidden(char letter) => letter is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF';
}
