using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>The ladder when nobody answers.</summary>
public sealed class LadderTests
{
    [Fact]
    public void Unanswered_it_goes_from_building_to_grid_to_community_to_sub_district_at_the_windows_of_the_policy()
    {
        var life = Life.Begin();

        Assert.Equal(("wu", Level.Building, 5.0), (life.Rings, life.Ring.Level, life.Window.TotalMinutes));
        Assert.Equal(("liqiang", Level.Grid, 10.0), (life.TimesOut().Rings, life.Ring.Level, life.Window.TotalMinutes));
        Assert.Equal(("chen", Level.Community, 15.0), (life.TimesOut().Rings, life.Ring.Level, life.Window.TotalMinutes));
        Assert.Equal(("liu", Level.SubDistrict, 20.0), (life.TimesOut().Rings, life.Ring.Level, life.Window.TotalMinutes));
        Assert.Equal(TestTown.Tuesday.AddMinutes(30), life.Now);
        Assert.Equal(ResponseOutcome.Missed, life.Closes);
    }

    [Fact]
    public void Each_ring_says_who_is_next_and_when()
    {
        var life = Life.Begin();

        Assert.Equal((Level.Grid, TestTown.Tuesday.AddMinutes(5)), (life.Ring.Next!.Value, life.Ring.NextAt!.Value));
        Assert.Equal(Level.Community, life.TimesOut().Ring.Next);
        Assert.Null(life.TimesOut(2).Ring.Next);
    }

    [Fact]
    public void Nobody_is_next_where_the_same_person_would_be_asked_again()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Community, "liqiang"));

        Assert.Equal(Level.SubDistrict, life.TimesOut().Ring.Next);
        Assert.Equal("liu", life.TimesOut().Rings);
    }

    [Fact]
    public void A_rung_below_the_place_does_not_apply_and_leaves_no_trace()
    {
        var life = Life.Begin(place: TestTown.Community);

        Assert.Equal("chen", life.Rings);
        Assert.DoesNotContain(life.History, h => h.Kind == "step_skipped");
        Assert.Equal(1, life.Issue.Summons);
    }

    [Fact]
    public void A_rung_without_people_is_skipped_at_once_and_the_roster_owner_hears_of_it()
    {
        var life = Life.Begin(place: TestTown.Building12);

        Assert.Equal("liqiang", life.Rings);
        Assert.Equal("tang", life.Told(Notice.RungWithoutPeople));
        Assert.Contains(life.History, h => h.Kind == "step_skipped" && h.Details!.Contains("nobody", StringComparison.Ordinal));
        Assert.Contains(new ResponseChange.Summoned(1, Level.Building, 0, "", TestTown.Tuesday, ResponseOutcome.Skipped), life.Rows);
        Assert.Equal(2, life.Ring.Summons);
    }

    [Fact]
    public void Two_empty_rungs_in_one_step_are_one_note_to_the_roster_owner()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Grid3), place: TestTown.Building12);

        Assert.Equal("chen", life.Rings);
        Assert.Equal("tang", life.Told(Notice.RungWithoutPeople));
    }

    [Fact]
    public void A_rung_whose_only_person_reported_it_is_passed_in_the_same_decision()
    {
        var life = Life.Begin(reporter: "WU");

        Assert.Equal("liqiang", life.Rings);
        Assert.Contains(life.History, h => h.Details?.Contains("own report", StringComparison.Ordinal) == true);
        Assert.Empty(life.Told(Notice.RungWithoutPeople));
    }

    [Fact]
    public void The_reporters_colleague_on_the_same_rung_is_asked_alone()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu", "zhou"), reporter: "wu");

        Assert.Equal("zhou", life.Rings);
    }

    [Fact]
    public void Whoever_was_rung_lower_down_is_not_rung_again_on_a_higher_rung()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Community, "wu", "chen")).TimesOut(2);

        Assert.Equal("chen", life.Rings);
    }

    [Fact]
    public void At_the_top_rounds_follow_with_growing_gaps_and_then_the_board_with_its_owner_every_day()
    {
        var life = Life.Begin().TimesOut(3);

        Assert.Equal(("liu", 1, 20.0), (life.TimesOut().Rings, ((Stage.Waiting)life.Issue.Stage).Round, life.Window.TotalMinutes));
        Assert.Equal(("liu", 2, 40.0), (life.TimesOut().Rings, ((Stage.Waiting)life.Issue.Stage).Round, life.Window.TotalMinutes));
        Assert.Equal(("fang", RingCause.Board, true), (life.TimesOut().Rings, life.Ring.Cause, ((Stage.Waiting)life.Issue.Stage).OnBoard));
        Assert.Equal(24, life.Window.TotalHours);
        for (var day = 0; day < 5; day++)
        {
            Assert.Equal(("fang", RingCause.Board), (life.TimesOut().Rings, life.Ring.Cause));
        }
    }

    [Fact]
    public void A_ladder_without_rounds_ends_on_the_board()
    {
        var policy = TestTown.Policy with { Default = TestTown.Policy.Default with { Rounds = [] } };

        Assert.Equal("fang", Life.Begin(TestTown.SceneWith(policy: policy)).TimesOut(4).Rings);
    }

    [Fact]
    public void A_ladder_that_ends_at_the_community_has_its_rounds_there()
    {
        var life = Life.Begin(TestTown.SceneWith(policy: TestTown.Ending(Level.Community))).TimesOut(3);

        Assert.Equal(("chen", 1), (life.Rings, ((Stage.Waiting)life.Issue.Stage).Round));
        Assert.Equal("fang", life.TimesOut(2).Rings);
    }

    [Fact]
    public void A_town_without_anybody_on_duty_puts_it_on_the_board_at_once()
    {
        var life = Life.Begin(TestTown.SceneWith(TestTown.Book(duties: [])));

        Assert.Equal("fang", life.Rings);
        Assert.True(((Stage.Waiting)life.Issue.Stage).OnBoard);
    }

    [Fact]
    public void A_fallback_owner_who_left_is_replaced_and_the_timer_never_breaks()
    {
        Assert.Equal("admin", Life.Begin(TestTown.Without("fang")).TimesOut(6).Rings);
        Assert.NotNull(Life.Begin(TestTown.SceneWith(TestTown.Book(duties: [], people: []))).Issue.NextDueAt);
    }

    [Fact]
    public void People_are_looked_up_when_the_step_fires()
    {
        var life = Life.Begin().In(TestTown.WithDutyAt(TestTown.Grid3, "sunmei")).TimesOut();

        Assert.Equal("sunmei", life.Rings);
    }

    [Fact]
    public void A_stale_timer_does_nothing()
    {
        var life = Life.Begin().After(4.9);

        Assert.IsType<Decision.Nothing>(life.Happens(new IssueEvent.TimeIsUp(life.Now)).Last);
    }

    [Fact]
    public void After_an_outage_one_step_fires_worded_as_late_and_the_next_waits_its_window()
    {
        var life = Life.Begin();
        var due = life.Issue.NextDueAt!.Value;
        life.After(300).Happens(new IssueEvent.TimeIsUp(life.Now, due));

        Assert.Equal(("liqiang", due, 10.0), (life.Rings, life.Ring.LateSince!.Value, life.Window.TotalMinutes));
        Assert.IsType<Decision.Nothing>(life.Happens(new IssueEvent.TimeIsUp(life.Now, due)).Last);
    }
}
