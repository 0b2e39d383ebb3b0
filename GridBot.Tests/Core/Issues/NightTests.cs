using GridBot.Core.Issues;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Quiet hours from 22:00 to 07:00, and what ignores them.</summary>
public sealed class NightTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 15, 20, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_normal_issue_of_the_night_rings_in_the_morning_and_its_window_begins_there()
    {
        var life = Life.Begin(at: Evening);

        Assert.Equal((Morning, Morning.AddMinutes(5)), (life.Ring.NotBefore, life.Issue.NextDueAt!.Value));
        Assert.Equal(Morning, life.Issue.Rungs[0].At);
    }

    [Fact]
    public void A_due_time_inside_quiet_hours_moves_to_their_end()
    {
        var life = Life.Begin(at: Evening.AddHours(-1.4));

        Assert.Equal(Evening.AddHours(-1.4), life.Ring.NotBefore);
        Assert.Equal(Morning, life.Issue.NextDueAt);
        Assert.Equal(("liqiang", Morning), (life.TimesOut().Rings, life.Ring.NotBefore));
    }

    [Theory, InlineData(Urgency.Urgent), InlineData(Urgency.Emergency)]
    public void What_is_urgent_rings_at_night(Urgency urgency)
    {
        var life = Life.Begin(urgency: urgency, at: Evening);

        Assert.Equal((Evening, Evening.AddMinutes(5)), (life.Ring.NotBefore, life.Issue.NextDueAt!.Value));
    }

    [Fact]
    public void A_timer_that_rings_at_night_after_an_outage_is_held_until_the_morning()
    {
        var life = Life.Begin(at: Evening.AddHours(-6));
        life.At(Evening).Happens(new IssueEvent.TimeIsUp(Evening, life.Issue.NextDueAt));

        Assert.Equal(("liqiang", Morning), (life.Rings, life.Ring.NotBefore));
    }

    [Fact]
    public void What_turns_out_to_be_urgent_at_night_rings_at_once()
    {
        var life = Life.Begin(at: Evening).After(10).Corrects("zhou", urgency: Urgency.Urgent);

        Assert.Equal(("wu", Evening.AddMinutes(10)), (life.Rings, life.Ring.NotBefore));
        Assert.Equal(ResponseOutcome.Cancelled, life.Closes);
        Assert.Contains(life.Effects, e => e is Effect.StopRinging);
    }

    [Fact]
    public void What_turns_out_to_be_urgent_while_somebody_is_rung_takes_its_next_step_tonight()
    {
        var life = Life.Begin(at: Evening.AddHours(-1.4)).After(1).Corrects("zhou", urgency: Urgency.Urgent);

        Assert.Empty(life.Rings);
        Assert.Equal(4, life.Window.TotalMinutes);
    }

    [Fact]
    public void Whoever_takes_it_before_the_morning_ring_waited_for_nothing()
    {
        var life = Life.Begin(at: Evening).After(30).Acks("wu");

        Assert.Equal((0, life.Now), (life.Answer.ResponseMs, life.Answer.At));
    }

    [Fact]
    public void A_deferral_that_ends_at_night_wakes_in_the_morning()
    {
        var life = Life.Begin(at: Evening.AddHours(-8)).Acks("liqiang").Defers("liqiang", Evening);

        Assert.Equal(Morning, life.Issue.NextDueAt);
        Assert.Equal(("liqiang", Morning), (life.TimesOut().Rings, life.Ring.NotBefore));
    }

    [Fact]
    public void An_owner_is_not_reminded_at_night()
    {
        var life = Life.Begin(at: Evening.AddHours(-8)).Acks("liqiang");

        Assert.Equal(Morning, life.Issue.NextDueAt);
        Assert.StartsWith("liqiang", life.TimesOut().Told(Notice.Overdue), StringComparison.Ordinal);
    }
}
