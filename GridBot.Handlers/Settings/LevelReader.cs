using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads a list of rungs: at least one, each once.</summary>
internal static class LevelReader
{
    public static IReadOnlyList<Level> Read(Field field)
    {
        var levels = new List<Level>();
        foreach (var item in field.Items())
        {
            if (item.OneOf(Spelling.Levels) is not { } level)
            {
                continue;
            }

            if (levels.Contains(level))
            {
                item.Fault("这个层级写了两次，请留一个");
            }

            levels.Add(level);
        }

        if (field.IsList && field.Items().Count == 0)
        {
            field.Fault($"至少写一个层级：{string.Join("、", Spelling.Levels.Keys)}");
        }

        return levels;
    }
}
