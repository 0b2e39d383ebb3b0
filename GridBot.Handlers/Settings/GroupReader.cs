using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads the groups that are bound in the roster.</summary>
internal static class GroupReader
{
    private static readonly string[] Known = ["chatid", "name", "place", "levels", "push"];

    public static IReadOnlyList<GroupChat> Read(Field groups, IReadOnlyDictionary<string, PlaceDraft> places)
    {
        var read = new List<GroupChat>();
        var lines = new Dictionary<string, int>();
        foreach (var field in groups.Items())
        {
            if (field.Map(Known) is not { } fields)
            {
                continue;
            }

            var chatId = ChatId(fields.Required("chatid"), lines);
            var name = fields.Required("name")?.Text();
            var place = fields.Required("place");
            if (place?.Text() is { } id && !places.ContainsKey(id))
            {
                place.Fault($"没有“{id}”这个地点，请检查 id{Closest.Hint(id, places.Keys)}");
            }

            var levels = fields.Optional("levels") is { } written ? LevelReader.Read(written) : [Level.Building, Level.Grid];
            var push = fields.Optional("push")?.Flag() ?? true;
            read.Add(new GroupChat(chatId ?? "", name ?? "", place?.Text() ?? "", levels, push));
        }

        return read;
    }

    private static string? ChatId(Field? field, Dictionary<string, int> lines)
    {
        if (field?.Text() is not { } chatId)
        {
            return null;
        }

        if (chatId.Length > 64 || chatId.Any(char.IsWhiteSpace))
        {
            field.Fault("chatid 要和回调里的一样：不超过 64 个字符，没有空格");
        }
        else if (!lines.TryAdd(chatId, field.Line))
        {
            field.Fault($"chatid 和第{lines[chatId]}行重复，一个群只能绑定一个地点");
        }

        return chatId;
    }
}
