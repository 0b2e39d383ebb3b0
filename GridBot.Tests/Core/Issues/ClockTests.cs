using GridBot.Core.Issues;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>The resolution clock of what somebody has.</summary>
public sealed class ClockTests
{
    [Fact]
    public void The_owner_is_reminded_at_four_fifths_and_the_next_levels_hear_of_the_overrun_one_after_another()
    {
        var life = Life.Begin().After(5).Acks("liqiang");

        Assert.Equal("liqiang", life.TimesOut().Told(Notice.DueSoon));
        Assert.Equal(TestTown.Tuesday.AddHours(8), life.Now);
        Assert.Equal("liqiang chen", life.TimesOut().Told(Notice.Overdue));
        Assert.Equal(TestTown.Tuesday.AddHours(10), life.Now);
        Assert.Equal("liqiang liu", life.At(life.Issue.NextDueAt!.Value).Happens(new IssueEvent.TimeIsUp(life.Now)).Told(Notice.Overdue));
        Assert.Equal("liqiang liu", life.TimesOut().Told(Notice.Overdue));
        Assert.True(life.Window.TotalHours >= 24);
    }

    [Fact]
    public void An_empty_level_does_not_keep_the_overrun_from_those_above()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Community)).Acks("liqiang").TimesOut(2);

        Assert.Equal("liqiang liu", life.Told(Notice.Overdue));
    }

    [Fact]
    public void Taken_after_four_fifths_it_is_reminded_at_the_limit_and_taken_overdue_an_hour_later()
    {
        Assert.Equal(TestTown.Tuesday.AddHours(10), Life.Begin().After(540).Acks("wu").Issue.NextDueAt);
        Assert.Equal(TimeSpan.FromHours(1), Life.Begin().After(601).Acks("wu").Window);
    }

    [Fact]
    public void A_limit_in_working_time_is_reminded_in_working_time()
    {
        // 18 working hours from Tuesday 10:00 end on Thursday 10:00; four fifths of them on Wednesday 15:24.
        var life = Life.Begin(category: "rubbish").Acks("wu");

        Assert.Equal(TestTown.Tuesday.AddDays(2), life.Issue.ResolveBy);
        Assert.Equal(TestTown.Tuesday.AddDays(1).AddMinutes(324), life.Issue.NextDueAt);
    }

    [Fact]
    public void Response_times_are_kept_in_calendar_and_in_working_time()
    {
        var friday = TestTown.Tuesday.AddDays(3).AddHours(7.5);
        var life = Life.Begin(TestTown.SceneWith(policy: TestTown.Policy with { QuietHours = null }), at: friday)
            .At(friday.AddDays(3)).Acks("wu");

        Assert.Equal(72 * 3_600_000, life.Answer.ResponseMs);
        Assert.Equal((0.5 + 8.5) * 3_600_000, life.Answer.WorkingMs);
    }

    [Fact]
    public void A_new_owner_is_reminded_anew()
    {
        var life = Life.Begin().Acks("liqiang").TimesOut().Transfers("liqiang", "wu").Acks("wu");

        Assert.Equal(0, life.Issue.Reminders);
        Assert.Equal("wu liqiang", life.TimesOut().Told(Notice.Overdue));
    }

    [Fact]
    public void A_stale_timer_reminds_nobody() =>
        Assert.IsType<Decision.Nothing>(Life.Begin().Acks("wu").After(30).Happens(new IssueEvent.TimeIsUp(TestTown.Tuesday.AddMinutes(30))).Last);

    [Fact]
    public void Resolved_and_over_no_timer_reminds()
    {
        Assert.IsType<Decision.Nothing>(Life.Begin().Resolves("wu").Happens(new IssueEvent.TimeIsUp(TestTown.Tuesday.AddDays(2))).Last);
        Assert.IsType<Decision.Nothing>(Life.Begin().Rejects("chen").Happens(new IssueEvent.TimeIsUp(TestTown.Tuesday.AddDays(2))).Last);
    }
}
