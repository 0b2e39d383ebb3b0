namespace GridBot.Core.Issues;

/// <summary>A window of the day in local time; it may run over midnight. From is inside, To is not.</summary>
public readonly record struct DailyWindow(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => From == To || (From < To ? time >= From && time < To : time >= From || time < To);
}

/// <summary>Working days and hours in local time.</summary>
/// <param name="Holidays">Days off although they are working days of the week.</param>
/// <param name="MakeUpDays">Days worked although they are weekend (调休).</param>
public sealed record WorkingWeek(
    IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, IReadOnlySet<DateOnly> Holidays, IReadOnlySet<DateOnly> MakeUpDays)
{
    public static WorkingWeek Default { get; } = new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0), new TimeOnly(18, 0), new HashSet<DateOnly>(), new HashSet<DateOnly>());

    public bool IsWorkingDay(DateOnly day) =>
        MakeUpDays.Contains(day) || (Days.Contains(day.DayOfWeek) && !Holidays.Contains(day));
}

/// <summary>Time arithmetic in the service's zone: quiet hours, working time, the local clock on a card.</summary>
public sealed class Calendar(TimeZoneInfo zone)
{
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

    public TimeOnly LocalTime(DateTimeOffset instant) => TimeOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The instant itself, or the end of the window when it lies inside.</summary>
    public DateTimeOffset After(DailyWindow? window, DateTimeOffset instant)
    {
        if (window is not { } w || !w.Contains(LocalTime(instant)))
        {
            return instant;
        }

        var local = ToLocal(instant);
        var end = DateOnly.FromDateTime(local.DateTime).ToDateTime(w.To);
        return FromLocal(end > local.DateTime ? end : end.AddDays(1));
    }

    /// <summary>The first instant of the local day in which the given instant lies.</summary>
    public DateTimeOffset StartOfDay(DateTimeOffset instant) => FromLocal(ToLocal(instant).Date);

    public DateTimeOffset FromLocal(DateTime local) =>
        new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();

    /// <summary>Adds working time: hours outside the working week do not count.</summary>
    public DateTimeOffset AddWorking(DateTimeOffset from, TimeSpan span, WorkingWeek week)
    {
        var local = ToLocal(from).DateTime;
        var left = span;
        for (var guard = 0; guard < 4000; guard++)
        {
            var day = DateOnly.FromDateTime(local);
            var open = day.ToDateTime(week.From);
            var close = day.ToDateTime(week.To);
            if (week.IsWorkingDay(day) && local < close)
            {
                var start = local > open ? local : open;
                if (left <= close - start)
                {
                    return FromLocal(start + left);
                }

                left -= close - start;
            }

            local = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        }

        throw new ArgumentOutOfRangeException(nameof(span), span, "The working week holds no working time.");
    }

    /// <summary>Working time between two instants; zero when the second comes first.</summary>
    public TimeSpan WorkingBetween(DateTimeOffset from, DateTimeOffset to, WorkingWeek week)
    {
        var (start, end) = (ToLocal(from).DateTime, ToLocal(to).DateTime);
        var worked = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(start); day <= DateOnly.FromDateTime(end); day = day.AddDays(1))
        {
            if (!week.IsWorkingDay(day))
            {
                continue;
            }

            var (open, close) = (day.ToDateTime(week.From), day.ToDateTime(week.To));
            var (a, b) = (start > open ? start : open, end < close ? end : close);
            if (b > a)
            {
                worked += b - a;
            }
        }

        return worked;
    }
}
