using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Quiet hours from 22:00 to 07:00, and what ignores them.</summary>
public sealed class NightTests
{
    private static readonly DateTimeOffset Evening = new(2026, 11, 24, 15, 20, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Seven = new(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);

    /// <summary>The moment of 金龙社区 in the ten minutes in which what waited leaves.</summary>
    private static readonly DateTimeOffset Morning = Mornings.After(Life.Draft(), Evening, TestTown.Scene);

    private static readonly Scene WithNight = TestTown.SceneWith(policy: TestTown.Policy with
    {
        Nights = [new NightSteps(Urgency.Urgent, new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0)), [TestTown.Step(Level.Grid, 5), TestTown.Step(Level.SubDistrict, 8)])],
    });

    [Fact]
    public void What_waited_leaves_in_ten_minutes_all_of_a_community_together_and_communities_apart()
    {
        DateTimeOffset Of(string place) => Mornings.After(Life.Draft(place: place), Evening, TestTown.Scene);

        Assert.InRange(Morning, Seven, Seven.AddMinutes(10).AddSeconds(-1));
        Assert.Equal(Of(TestTown.Building10), Of(TestTown.Building20));
        Assert.NotEqual(Of(TestTown.Building10), Of("yuquan-1"));
        Assert.Equal(Evening, Mornings.After(Life.Draft(urgency: Urgency.Urgent), Evening, TestTown.Scene));
    }

    [Fact]
    public void By_night_only_duty_is_rung_for_what_is_urgent_and_by_day_everybody()
    {
        var life = Life.Begin(WithNight, urgency: Urgency.Urgent, at: Evening);

        Assert.Equal(("liqiang", 5.0, Level.SubDistrict), (life.Rings, life.Window.TotalMinutes, life.Ring.Next!.Value));
        Assert.Equal(("liu", 8.0), (life.TimesOut().Rings, life.Window.TotalMinutes));
        Assert.Equal("wu", Life.Begin(WithNight, urgency: Urgency.Urgent).Rings);
        Assert.Equal("wu liqiang chen liu", Life.Begin(WithNight, category: "fire", urgency: Urgency.Emergency, at: Evening).Rings);
    }

    [Fact]
    public void A_ladder_begun_by_night_goes_on_by_day_from_where_it_is()
    {
        var life = Life.Begin(WithNight, urgency: Urgency.Urgent, at: Seven.AddMinutes(-2));

        Assert.Equal(("liqiang", "chen"), (life.Rings, life.TimesOut().Rings));
    }

    [Fact]
    public void Its_reporter_needs_somebody_now_and_it_rings_at_once_by_the_steps_of_the_night()
    {
        var life = Life.Begin(WithNight, at: Evening).After(3).Happens(new IssueEvent.NeededNow("zhou", Evening.AddMinutes(3)));

        Assert.Equal(("liqiang", Urgency.Urgent, life.Now), (life.Rings, life.Issue.Urgency, life.Ring.NotBefore));
        Assert.Equal(("needed_now", ResponseOutcome.Cancelled), (life.History[0].Kind, life.Closes));
        Assert.Equal(Refusal.RingingAlready, life.Happens(new IssueEvent.NeededNow("zhou", life.Now)).Refused);
        Assert.Equal(Refusal.NotItsReporter, Life.Begin(WithNight, at: Evening).Happens(new IssueEvent.NeededNow("gao", Evening)).Refused);
    }

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

        Assert.Equal(Seven, life.Issue.NextDueAt);
        Assert.StartsWith("liqiang", life.TimesOut().Told(Notice.Overdue), StringComparison.Ordinal);
    }
}
