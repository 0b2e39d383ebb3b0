using GridBot.Core.Issues;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads the steps and rounds of a ladder.</summary>
internal static class LadderReader
{
    private static readonly string[] KnownInStep = ["level", "window"];

    public static IReadOnlyList<LadderStep> Steps(Field field)
    {
        var steps = new List<LadderStep>();
        foreach (var item in field.Items())
        {
            if (item.Map(KnownInStep) is not { } fields)
            {
                continue;
            }

            var level = fields.Required("level")?.OneOf(Spelling.Levels);
            var window = fields.Required("window")?.Wait();
            if (level is null || window is null)
            {
                continue;
            }

            if (steps.Count > 0 && level <= steps[^1].Level)
            {
                item.Fault("层级要从低到高，每级一次：building、grid、community、subdistrict");
            }

            steps.Add(new LadderStep(level.Value, window.Value));
        }

        if (field.IsList && field.Items().Count == 0)
        {
            field.Fault("至少写一级，如 {level: grid, window: 10m}");
        }

        return steps;
    }

    public static IReadOnlyList<Wait> Rounds(Field field) => [.. field.Items().Select(i => i.Wait()).OfType<Wait>()];
}
