using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>A day named in a message: 明天, 周五, 12月3日, 三天后. The instant is the start of that day's work.</summary>
internal sealed class UntilReader(Calendar calendar)
{
    /// <summary>A deferral ends when people can act on it.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    private static readonly TimeOnly Afternoon = new(14, 0);

    private static readonly TimeOnly Evening = new(19, 0);

    private static readonly (string Word, int Days)[] Ahead = [("大后天", 3), ("后天", 2), ("明天", 1), ("明早", 1), ("明晚", 1), ("明日", 1), ("今天", 0), ("今晚", 0)];

    private static readonly string[] WeekWords = ["下周", "下星期", "下礼拜", "这周", "本周", "周", "星期", "礼拜"];

    public DateTimeOffset? Read(ReadOnlySpan<char> text, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(calendar.ToLocal(at).DateTime);
        if (DayIn(text, today) is not { } day)
        {
            return null;
        }

        var hour = text.IndexOf("下午") >= 0 ? Afternoon : text.IndexOf('晚') >= 0 ? Evening : Morning;
        var until = calendar.FromLocal(day.ToDateTime(hour));
        return until > at ? until : calendar.FromLocal(day.ToDateTime(new TimeOnly(18, 0))) is var evening && evening > at ? evening : calendar.FromLocal(day.AddDays(1).ToDateTime(Morning));
    }

    private static DateOnly? DayIn(ReadOnlySpan<char> text, DateOnly today)
    {
        foreach (var (word, days) in Ahead)
        {
            if (text.IndexOf(word) >= 0)
            {
                return today.AddDays(days);
            }
        }

        return Weekday(text, today) ?? Date(text, today) ?? Span(text, today)
            ?? (text.IndexOf("月底") >= 0 ? new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month)) : default(DateOnly?))
            ?? (text.IndexOf("下周") >= 0 ? Monday(today).AddDays(7) : default(DateOnly?))
            ?? (text.IndexOf("下个月") >= 0 || text.IndexOf("下月") >= 0 ? new DateOnly(today.Year, today.Month, 1).AddMonths(1) : default(DateOnly?));
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static DateOnly? Weekday(ReadOnlySpan<char> text, DateOnly today)
    {
        foreach (var word in WeekWords)
        {
            var at = text.IndexOf(word);
            if (at < 0 || at + word.Length >= text.Length || "一二三四五六日天1234567".IndexOf(text[at + word.Length]) is not (>= 0 and var sign))
            {
                continue;
            }

            var weekday = sign < 7 ? sign : sign == 7 ? 6 : sign - 8;
            var day = Monday(today).AddDays(weekday + (word[0] == '下' ? 7 : 0));
            return day < today ? day.AddDays(7) : day;
        }

        return null;
    }

    /// <summary>12月3日, 12.3 or 3号; a day that has passed means the next year's or the next month's.</summary>
    private static DateOnly? Date(ReadOnlySpan<char> text, DateOnly today)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Numerals.IsDigit(text[i]) || (i > 0 && Numerals.IsDigit(text[i - 1])) || !Numerals.TryRead(text[i..], out var first, out var length))
            {
                continue;
            }

            var next = i + length;
            if (next < text.Length && text[next] is '月' or '.' or '/' && Numerals.TryRead(text[(next + 1)..], out var second, out _))
            {
                return DayOf(today.Year, first, second) is { } day ? (day < today ? DayOf(today.Year + 1, first, second) : day) : null;
            }

            if (next < text.Length && (text[next] == '日' || (text[next] == '号' && (next + 1 == text.Length || text[next + 1] != '楼'))) && first is > 0 and <= 31)
            {
                var month = new DateOnly(today.Year, today.Month, 1);
                month = first < today.Day ? month.AddMonths(1) : month;
                return DayOf(month.Year, month.Month, first);
            }
        }

        return null;
    }

    private static DateOnly? DayOf(int year, long month, long day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, (int)month) ? new DateOnly(year, (int)month, (int)day) : null;

    /// <summary>三天后, 2周, 延期两天.</summary>
    private static DateOnly? Span(ReadOnlySpan<char> text, DateOnly today)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Numerals.IsDigit(text[i]) && Numerals.TryRead(text[i..], out var value, out var length) && value is > 0 and <= 60 && i + length < text.Length)
            {
                var unit = text[(i + length)..];
                if (unit[0] is '天' || unit.StartsWith("个工作日"))
                {
                    return today.AddDays((int)value);
                }

                if (unit[0] == '周' || unit.StartsWith("个星期") || unit.StartsWith("个礼拜"))
                {
                    return today.AddDays((int)value * 7);
                }
            }
        }

        return null;
    }
}
