using CsCheck;
using GridBot.Core.Issues;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Windows over midnight, working time with holidays and 调休.</summary>
public sealed class CalendarTests
{
    private static readonly Calendar Calendar = TestTown.Calendar;

    /// <summary>The Monday to Wednesday of 23 November 2026 are off, and the Saturday after them is worked.</summary>
    private static readonly WorkingWeek Holiday = WorkingWeek.Default with
    {
        Holidays = new HashSet<DateOnly> { new(2026, 11, 23), new(2026, 11, 24), new(2026, 11, 25) },
        MakeUpDays = new HashSet<DateOnly> { new(2026, 11, 28) },
    };

    private static readonly Gen<DateTimeOffset> AnyMoment = Gen.Int[0, 60 * 24 * 30].Select(m => TestTown.Tuesday.AddMinutes(m));

    private static readonly Gen<TimeSpan> AnySpan = Gen.Int[1, 60 * 80].Select(m => TimeSpan.FromMinutes(m));

    private static DateTimeOffset Local(int day, int hour, int minute = 0) => new(2026, 11, day, hour, minute, 0, TimeSpan.FromHours(8));

    [Theory, InlineData(22, 0, true), InlineData(23, 59, true), InlineData(0, 0, true), InlineData(6, 59, true), InlineData(7, 0, false), InlineData(21, 59, false)]
    public void A_window_over_midnight_holds_its_beginning_and_not_its_end(int hour, int minute, bool inside) =>
        Assert.Equal(inside, new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0)).Contains(new TimeOnly(hour, minute)));

    [Fact]
    public void A_moment_inside_a_window_moves_to_its_end_before_and_after_midnight()
    {
        var night = new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0));

        Assert.Equal(Local(25, 7), Calendar.After(night, Local(24, 22)));
        Assert.Equal(Local(25, 7), Calendar.After(night, Local(25, 3)));
        Assert.Equal(Local(25, 7), Calendar.After(night, Local(25, 7)));
        Assert.Equal(Local(24, 14), Calendar.After(new DailyWindow(new TimeOnly(12, 0), new TimeOnly(14, 0)), Local(24, 13)));
        Assert.Equal(Local(24, 13), Calendar.After(null, Local(24, 13)));
    }

    [Fact]
    public void A_moment_moved_out_of_a_window_is_never_earlier_and_never_inside() => Gen.Select(AnyMoment, Gen.Int[0, 1439], Gen.Int[0, 1439])
        .Where((_, from, to) => from != to)
        .Sample((moment, from, to) =>
        {
            var window = new DailyWindow(TimeOnly.MinValue.AddMinutes(from), TimeOnly.MinValue.AddMinutes(to));
            var after = Calendar.After(window, moment);
            return after >= moment && after - moment < TimeSpan.FromDays(1) && !window.Contains(Calendar.LocalTime(after));
        });

    [Fact]
    public void Working_time_skips_evenings_weekends_and_holidays_and_counts_make_up_days()
    {
        Assert.Equal(Local(25, 10), Calendar.AddWorking(Local(24, 17), TimeSpan.FromHours(2), WorkingWeek.Default));
        Assert.Equal(Local(30, 10), Calendar.AddWorking(Local(27, 17), TimeSpan.FromHours(2), WorkingWeek.Default));
        Assert.Equal(Local(26, 11), Calendar.AddWorking(Local(23, 8), TimeSpan.FromHours(2), Holiday));
        Assert.Equal(Local(28, 10), Calendar.AddWorking(Local(27, 17), TimeSpan.FromHours(2), Holiday));
        Assert.Equal(TimeSpan.FromHours(27), Calendar.WorkingBetween(Local(22, 0), Local(29, 0), Holiday));
        Assert.Equal(TimeSpan.Zero, Calendar.WorkingBetween(Local(25, 12), Local(24, 12), WorkingWeek.Default));
    }

    [Fact]
    public void A_limit_that_ends_with_the_day_ends_on_that_day() =>
        Assert.Equal(Local(24, 18), Calendar.AddWorking(Local(24, 9), TimeSpan.FromHours(9), WorkingWeek.Default));

    [Fact]
    public void Working_time_added_is_working_time_between() => Gen.Select(AnyMoment, AnySpan, Gen.Bool)
        .Sample((from, span, holiday) =>
        {
            var week = holiday ? Holiday : WorkingWeek.Default;
            return Calendar.WorkingBetween(from, Calendar.AddWorking(from, span, week), week) == span;
        });

    [Fact]
    public void Working_time_adds_up() => Gen.Select(AnyMoment, AnySpan, AnySpan)
        .Sample((from, one, other) => Calendar.AddWorking(Calendar.AddWorking(from, one, Holiday), other, Holiday)
            == Calendar.AddWorking(from, one + other, Holiday));

    [Fact]
    public void Working_time_never_exceeds_calendar_time() => Gen.Select(AnyMoment, AnyMoment)
        .Sample((from, to) => Calendar.WorkingBetween(from, to, Holiday) <= (to > from ? to - from : TimeSpan.Zero));

    [Fact]
    public void The_day_begins_at_midnight_in_beijing() =>
        Assert.Equal(Local(24, 0), Calendar.StartOfDay(new DateTimeOffset(2026, 11, 23, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void The_exception_that_names_category_and_urgency_wins()
    {
        var (one, other) = (TestTown.Policy.Default with { Rounds = [] }, TestTown.Policy.Default with { Steps = [] });
        var policy = TestTown.Policy with
        {
            Exceptions = [new([], Urgency.Urgent, other), new(["noise"], null, other), new(["noise"], Urgency.Urgent, one)],
        };

        Assert.Same(one, policy.LadderFor("noise", Urgency.Urgent));
        Assert.Same(other, policy.LadderFor("noise", Urgency.Normal));
        Assert.Same(policy.Default, policy.LadderFor("rubbish", Urgency.Normal));
        Assert.Equal(4, policy.LadderFor("rubbish", Urgency.Emergency).Together.Count);
        Assert.Empty(policy.LadderFor("rubbish", Urgency.Urgent).Together);
    }
}
