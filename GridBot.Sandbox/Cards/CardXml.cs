using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace GridBot.Sandbox.Cards;

/// <summary>Turns the TemplateCard element of a passive reply into the JSON form, so that one reader serves both doors.</summary>
internal static class CardXml
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["KeyName"] = "keyname", ["UserId"] = "userid", ["AppId"] = "appid", ["PagePath"] = "pagepath", ["MediaId"] = "media_id",
    };

    private static readonly HashSet<string> Lists = new(StringComparer.Ordinal)
    {
        "HorizontalContentList", "JumpList", "ButtonList", "ActionList", "OptionList", "SelectList", "VerticalContentList",
    };

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal) { "Type", "Style", "DescColor", "Mode" };

    public static JsonElement ToJson(XElement card) => JsonSerializer.SerializeToElement(Object(card));

    private static JsonObject Object(XElement element)
    {
        var json = new JsonObject();
        foreach (var child in element.Elements())
        {
            var name = Name(child.Name.LocalName);
            if (Lists.Contains(child.Name.LocalName))
            {
                if (json[name] is not JsonArray list)
                {
                    json[name] = list = [];
                }

                list.Add(Value(child));
            }
            else
            {
                json[name] = Value(child);
            }
        }

        return json;
    }

    private static JsonNode? Value(XElement element) =>
        element.HasElements ? Object(element)
        : Numbers.Contains(element.Name.LocalName)
            && int.TryParse(element.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : (JsonNode)element.Value;

    private static string Name(string pascal) => Names.TryGetValue(pascal, out var known)
        ? known
        : string.Concat(pascal.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
