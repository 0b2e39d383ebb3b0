using System.Globalization;
using GridBot.Core.Issues;
using GridBot.Handlers.Settings.Yaml;

namespace GridBot.Handlers.Settings;

/// <summary>Reads the working hours, the holidays and the days worked in exchange (调休).</summary>
internal static class WorkingWeekReader
{
    private const int LongestHoliday = 31;

    public static WorkingWeek Read(Field field)
    {
        var week = WorkingWeek.Default;
        if (field.Map("days", "from", "to", "holidays", "make_up_days") is not { } fields)
        {
            return week;
        }

        var days = fields.Optional("days") is { } written ? Days(written) : week.Days;
        var from = fields.Optional("from")?.TimeOfDay() ?? week.From;
        var to = fields.Optional("to")?.TimeOfDay() ?? week.To;
        if (to <= from)
        {
            field.Fault($"下班时间 {to:HH:mm} 要晚于上班时间 {from:HH:mm}");
        }

        var holidays = Dates(fields.Optional("holidays"));
        var makeUpDays = Dates(fields.Optional("make_up_days"));
        foreach (var both in makeUpDays.Intersect(holidays))
        {
            fields.Optional("make_up_days")!.Fault($"{both:yyyy-MM-dd} 又是假日又是调休上班日，请去掉一个");
        }

        return new WorkingWeek(days, from, to, holidays, makeUpDays);
    }

    private static DayOfWeek[] Days(Field field)
    {
        DayOfWeek[] days = [.. field.Items().Select(i => i.OneOf(Spelling.Days)).OfType<DayOfWeek>().Distinct()];
        if (field.IsList && days.Length == 0)
        {
            field.Fault("至少写一个工作日，如 [mon, tue, wed, thu, fri]");
        }

        return days;
    }

    private static HashSet<DateOnly> Dates(Field? field)
    {
        var dates = new HashSet<DateOnly>();
        foreach (var item in field?.Items() ?? [])
        {
            if (item.Text() is { } text)
            {
                dates.UnionWith(Range(text) ?? Wrong(item, text));
            }
        }

        return dates;
    }

    private static IEnumerable<DateOnly> Wrong(Field item, string text)
    {
        item.Fault($"“{text}”不是日期，请写 2027-01-01，连休写 2027-02-05~2027-02-11（不超过 {LongestHoliday} 天）");
        return [];
    }

    private static IEnumerable<DateOnly>? Range(string text)
    {
        var ends = text.Split('~', StringSplitOptions.TrimEntries);
        if (ends.Length > 2 || Date(ends[0]) is not { } first || Date(ends[^1]) is not { } last)
        {
            return null;
        }

        var days = last.DayNumber - first.DayNumber + 1;
        return days is < 1 or > LongestHoliday ? null : Enumerable.Range(0, days).Select(first.AddDays);
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
