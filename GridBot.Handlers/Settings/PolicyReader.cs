using System.Globalization;
using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>policies.yaml: who is rung, when, how often.</summary>
public static class PolicyReader
{
    private static readonly string[] Known =
    [
        "steps", "rounds", "quiet_hours", "noisy_night", "working_hours", "emergency", "exceptions", "close_after", "remind_at",
        "duplicate_window", "night",
    ];

    private static readonly Level[] AllLevels = [Level.Building, Level.Grid, Level.Community, Level.SubDistrict];

    /// <param name="categories">The tree whose codes the exceptions must use; null when it isn't known.</param>
    public static Loaded<EscalationPolicy> Read(SettingsSource source, CategoryTree? categories = null)
    {
        var faults = new FaultList(source.Name);
        if (Field.Root(source, faults)?.Map(Known) is not { } fields)
        {
            return faults.Conclude<EscalationPolicy>(() => throw new InvalidOperationException("A file without a root has a fault."));
        }

        var defaults = new EscalationPolicy { Default = new Ladder([], [], []), EmergencyTogether = AllLevels };
        var steps = fields.Required("steps") is { } written ? LadderReader.Steps(written) : [];
        var ladder = new Ladder(steps, fields.Optional("rounds") is { } rounds ? LadderReader.Rounds(rounds) : [], []);
        var policy = defaults with
        {
            Default = ladder,
            Exceptions = Exceptions(fields.Optional("exceptions"), ladder, categories),
            Nights = fields.Optional("night") is { } nights ? NightReader.Read(nights) : [],
            EmergencyTogether = fields.Optional("emergency")?.Map("together")?.Required("together") is { } together
                ? LevelReader.Read(together)
                : AllLevels,
            QuietHours = fields.Optional("quiet_hours") is { } quiet && quiet.Text() is not ("none" or "无") ? Window(quiet) : null,
            NoisyNight = fields.Optional("noisy_night") is { } night ? Window(night) ?? defaults.NoisyNight : defaults.NoisyNight,
            WorkingHours = fields.Optional("working_hours") is { } hours ? WorkingWeekReader.Read(hours) : defaults.WorkingHours,
            CloseAfter = fields.Optional("close_after")?.Duration() ?? defaults.CloseAfter,
            RemindAt = Part(fields.Optional("remind_at")) ?? defaults.RemindAt,
            DuplicateWindow = fields.Optional("duplicate_window")?.Duration() ?? defaults.DuplicateWindow,
        };
        return faults.Conclude(() => policy);
    }

    private static List<LadderException> Exceptions(Field? field, Ladder usual, CategoryTree? tree)
    {
        var exceptions = new List<LadderException>();
        foreach (var item in field?.Items() ?? [])
        {
            if (item.Map("categories", "urgency", "steps", "rounds") is not { } fields)
            {
                continue;
            }

            var categories = fields.Optional("categories")?.Items() ?? [];
            var urgency = fields.Optional("urgency");
            var (steps, rounds) = (fields.Optional("steps"), fields.Optional("rounds"));
            if (categories.Count == 0 && urgency is null)
            {
                item.Fault("要写明对哪些事例外：categories 或 urgency 至少写一个");
            }

            if (steps is null && rounds is null)
            {
                item.Fault("要写明怎样例外：steps 或 rounds 至少写一个");
            }

            exceptions.Add(new LadderException(
                [.. categories.Select(c => Code(c, tree)).OfType<string>()],
                urgency?.OneOf(Spelling.Urgencies),
                new Ladder(
                    steps is null ? usual.Steps : LadderReader.Steps(steps),
                    rounds is null ? usual.Rounds : LadderReader.Rounds(rounds),
                    [])));
        }

        return exceptions;
    }

    private static string? Code(Field field, CategoryTree? tree)
    {
        var code = field.Text();
        if (code is not null && tree is not null && tree.Find(code) is null)
        {
            field.Fault($"categories.yaml 里没有“{code}”这个类别{Closest.Hint(code, tree.Categories.Select(c => c.Code))}");
        }

        return code;
    }

    private static DailyWindow? Window(Field field)
    {
        if (field.Text() is not { } text)
        {
            return null;
        }

        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || Field.ClockTime(ends[0]) is not { } from || Field.ClockTime(ends[1]) is not { } to)
        {
            return field.Parsed<DailyWindow>(null, $"“{text}”不是时段，请写 \"22:00-07:00\"");
        }

        return field.Parsed<DailyWindow>(from == to ? null : new DailyWindow(from, to), "起止时刻相同，等于全天，请改正");
    }

    private static double? Part(Field? field) => field?.Text() is { } text
        ? field.Parsed<double>(
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) && part is > 0 and < 1
                ? part
                : null,
            $"“{text}”要写成 0 和 1 之间的小数，如 0.8")
        : null;
}
