using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>挂账, corrections, and issues that turn out to be one.</summary>
public sealed class RestingTests
{
    private static readonly DateTimeOffset Friday = TestTown.Tuesday.AddDays(3);

    [Fact]
    public void Deferring_needs_a_level_a_reason_and_a_date()
    {
        Assert.Equal(Refusal.NotAllowedAtYourLevel, Life.Begin().Acks("wu").Defers("wu", Friday).Refused);
        Assert.Equal(Refusal.DateNeeded, Life.Begin().Acks("liqiang").Defers("liqiang", Friday, "").Refused);
        Assert.Equal(Refusal.DateNeeded, Life.Begin().Acks("liqiang").Defers("liqiang", null).Refused);
        Assert.Equal(Refusal.DateNeeded, Life.Begin().Acks("liqiang").Defers("liqiang", TestTown.Tuesday).Refused);
        Assert.Equal(Refusal.NotOnItsLadder, Life.Begin().Defers("gao", Friday).Refused);
    }

    [Fact]
    public void A_secretary_who_also_leads_the_building_defers_as_a_secretary()
    {
        var scene = TestTown.WithDutyAt(TestTown.Building10, "chen");

        Assert.IsType<Stage.Deferred>(Life.Begin(scene).Acks("chen").Defers("chen", Friday).Issue.Stage);
        Assert.IsType<Stage.Rejected>(Life.Begin(scene).Rejects("chen").Issue.Stage);
    }

    [Fact]
    public void While_deferred_both_clocks_pause_and_it_wakes_with_a_mention_of_its_owner()
    {
        var life = Life.Begin().Acks("liqiang").After(60).Defers("liqiang", Friday);
        Assert.Equal(Friday, life.Issue.NextDueAt);
        life.TimesOut();

        var pause = Friday - TestTown.Tuesday.AddHours(1);
        Assert.Equal(("liqiang", RingCause.Woken), (life.Rings, life.Ring.Cause));
        Assert.Equal((TestTown.Tuesday + pause, TestTown.Tuesday.AddHours(10) + pause), (life.Issue.ResponseSince, life.Issue.ResolveBy));
        Assert.Equal("chen", life.TimesOut().Rings);
    }

    [Fact]
    public void Deferred_twice_it_pauses_for_both_times_and_no_longer()
    {
        var life = Life.Begin().Acks("liqiang").After(60).Defers("liqiang", Friday).After(120).Defers("chen", Friday.AddDays(4), "等厂家").TimesOut();

        Assert.Equal(TestTown.Tuesday.AddHours(10) + (life.Now - TestTown.Tuesday.AddHours(1)), life.Issue.ResolveBy);
        Assert.Equal("liqiang", life.Rings);
    }

    [Fact]
    public void A_limit_in_working_time_has_as_much_left_after_the_pause_as_before()
    {
        // 18 working hours from Tuesday 10:00; deferred on Tuesday 17:00 with 11 hours left, taken up on Saturday.
        var life = Life.Begin(category: "rubbish").Acks("liqiang").After(420).Defers("liqiang", Friday.AddDays(1)).TimesOut();

        Assert.Equal(TimeSpan.FromHours(11), TestTown.Calendar.WorkingBetween(life.Now, life.Issue.ResolveBy, TestTown.Policy.WorkingHours));
    }

    [Fact]
    public void Deferred_before_anybody_had_it_it_wakes_at_its_first_step()
    {
        var life = Life.Begin().TimesOut(2).Defers("chen", Friday).TimesOut();

        Assert.Equal(("wu", RingCause.Woken), (life.Rings, life.Ring.Cause));
        Assert.Equal(Friday, life.Issue.ResponseSince);
    }

    [Fact]
    public void A_deferred_issue_whose_owner_left_wakes_at_its_first_step() =>
        Assert.Equal("wu", Life.Begin().Acks("liqiang").Defers("liqiang", Friday).In(TestTown.Without("liqiang")).TimesOut().Rings);

    [Fact]
    public void A_deferred_issue_may_be_taken_up_before_it_wakes()
    {
        var life = Life.Begin().Acks("liqiang").Defers("liqiang", Friday).After(120).Acks("chen");

        Assert.Equal(("chen", TestTown.Tuesday.AddHours(12)), (life.Issue.Owner!, life.Issue.ResolveBy));
        Assert.Empty(life.Rows.OfType<ResponseChange.Answered>());
    }

    [Fact]
    public void Another_category_has_its_own_limit_counted_from_the_beginning()
    {
        var life = Life.Begin().Acks("wu").After(30).Corrects("wu", "other");

        Assert.Equal(("other", null, TestTown.Tuesday.AddHours(48)), (life.Issue.Category, life.Issue.Subcategory, life.Issue.ResolveBy));
        Assert.Equal(("wu", TestTown.Tuesday.AddHours(45)), (life.Issue.Owner, life.Issue.NextDueAt!.Value)); // four fifths lie in the night
        Assert.Empty(life.Effects);
    }

    [Fact]
    public void While_it_waits_another_category_rings_nobody_anew() => Assert.Empty(Life.Begin().Corrects("zhou", "rubbish").Effects);

    [Fact]
    public void The_same_again_corrects_nothing() => Assert.IsType<Decision.Nothing>(Life.Begin().Corrects("wu", place: TestTown.Building10).Last);

    [Fact]
    public void Another_grid_rings_its_ladder_from_the_start_and_another_group_hears_of_it()
    {
        var scene = TestTown.SceneWith(TestTown.Book(groups: TestTown.Groups.Append(new GroupChat("wrGrid4", "4网格群", TestTown.Grid4, [], true))));
        var life = Life.Begin(scene).TimesOut().Acks("liqiang").After(5).Corrects("liqiang", place: TestTown.Building20);

        Assert.Equal(("sunmei", ResponseOutcome.Cancelled), (life.Rings, life.Closes));
        Assert.Equal(("wrGrid4", 0, life.Now), (life.Issue.ChatId, life.Issue.Code, life.Issue.ResponseSince));
        Assert.Equal("chen", life.TimesOut().Rings);
    }

    [Fact]
    public void A_group_that_covers_both_places_keeps_the_issue_and_its_code()
    {
        var life = Life.Of(Life.Draft() with { ChatId = TestTown.DutyChat }).Corrects("wu", place: TestTown.Building20);

        Assert.Equal((TestTown.DutyChat, 1), (life.Issue.ChatId, life.Issue.Code));
    }

    [Fact]
    public void Another_building_rings_its_own_leader_while_a_building_leader_is_rung()
    {
        Assert.Equal("zhou", Life.Begin(reporter: "gao").Corrects("wu", place: TestTown.Building11).Rings);
        Assert.Equal("", Life.Begin(reporter: "gao").TimesOut().Corrects("wu", place: TestTown.Building11).Rings);
    }

    [Fact]
    public void A_place_of_another_sub_district_or_none_is_refused()
    {
        Assert.Equal(Refusal.ReceiverOutside, Life.Begin().Corrects("wu", place: "xihe").Refused);
        Assert.Equal(Refusal.ReceiverOutside, Life.Begin().Corrects("wu", place: "nowhere").Refused);
        Assert.Equal(Refusal.NotOnItsLadder, Life.Begin().Corrects("gao", "other").Refused);
    }

    [Fact]
    public void Merged_it_rings_no_more_and_one_tap_rings_it_again_from_the_start()
    {
        var life = Life.Begin().TimesOut().Happens(new IssueEvent.MergedInto("liqiang", TestTown.Tuesday, 9, 12));

        Assert.Equal((new Stage.Merged(9, 12, TestTown.Tuesday), ResponseOutcome.Cancelled), (life.Issue.Stage, life.Closes));
        Assert.Contains(life.Effects, e => e is Effect.StopRinging);
        life.After(30).Happens(new IssueEvent.Unmerged("zhou", life.Now));
        Assert.Equal(("wu", life.Now), (life.Rings, life.Issue.ResponseSince));
    }

    [Fact]
    public void Nothing_is_merged_into_itself() =>
        Assert.Equal(Refusal.NothingToUndo, Life.Begin().Happens(new IssueEvent.MergedInto("wu", TestTown.Tuesday, 4711, 128)).Refused);

    [Fact]
    public void What_was_known_already_is_kept_merged_and_rings_nobody()
    {
        var opened = IssueLifecycle.OpenMerged(Life.Draft(), Life.Begin().Issue with { Id = 9, Number = 12 });

        Assert.Equal(new Stage.Merged(9, 12, TestTown.Tuesday), opened.Issue.Stage);
        Assert.Empty(opened.Effects);
    }
}
