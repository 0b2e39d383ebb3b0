using GridBot.Core.Issues;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads who is rung by night instead: one entry for each urgency.</summary>
internal static class NightReader
{
    public static IReadOnlyList<NightSteps> Read(Field field)
    {
        var nights = new List<NightSteps>();
        foreach (var item in field.Items())
        {
            if (item.Map("urgency", "from", "to", "steps") is not { } fields)
            {
                continue;
            }

            var urgency = fields.Required("urgency")?.OneOf(Spelling.Urgencies);
            var (from, to) = (fields.Required("from")?.TimeOfDay(), fields.Required("to")?.TimeOfDay());
            var steps = fields.Required("steps") is { } written ? LadderReader.Steps(written) : [];
            if (urgency == Urgency.Emergency)
            {
                item.Fault("险情不分昼夜，各级同时提醒；要改请写 emergency.together");
            }

            if (nights.Exists(n => n.Urgency == urgency))
            {
                item.Fault("这种紧急程度写了两次，请留一个");
            }

            if (from is not null && from == to)
            {
                item.Fault("from 和 to 相同，等于全天，请改正");
            }

            nights.Add(new NightSteps(urgency ?? Urgency.Urgent, new DailyWindow(from ?? default, to ?? default), steps));
        }

        return nights;
    }
}
