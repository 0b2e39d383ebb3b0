using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Transfer, return, escalation by hand.</summary>
public sealed class HandingTests
{
    [Fact]
    public void A_transfer_rings_one_person_alone_and_leaves_the_total_clock_untouched()
    {
        var life = Life.Begin().Acks("liu").After(60).Transfers("liu", "liqiang");

        Assert.Equal(("liqiang", RingCause.Transferred), (life.Rings, life.Ring.Cause));
        Assert.Equal("liqiang", ((Stage.Waiting)life.Issue.Stage).Person);
        Assert.Equal((TestTown.Tuesday, TestTown.Tuesday.AddHours(10)), (life.Issue.ResponseSince, life.Issue.ResolveBy));
        Assert.Equal(10, life.Window.TotalMinutes);
    }

    [Fact]
    public void A_transfer_to_oneself_takes_it() => Assert.Equal("liqiang", Life.Begin().Transfers("liqiang", "LIQIANG").Issue.Owner);

    [Fact]
    public void A_transfer_outside_the_sub_district_or_to_nobody_is_refused()
    {
        Assert.Equal(Refusal.ReceiverOutside, Life.Begin().Transfers("wu", "qian").Refused);
        Assert.Equal(Refusal.ReceiverOutside, Life.Begin().Transfers("wu", "nobody").Refused);
        Assert.Equal(Refusal.NotOnItsLadder, Life.Begin().Transfers("gao", "wu").Refused);
    }

    [Fact]
    public void A_transfer_to_whoever_has_it_or_is_being_asked_does_no_harm()
    {
        Assert.Equal(Refusal.AlreadyTaken, Life.Begin().Acks("liqiang").Transfers("liu", "liqiang").Refused);
        Assert.IsType<Decision.Nothing>(Life.Begin().Acks("liu").Transfers("liu", "liqiang").Transfers("liu", "liqiang").Last);
    }

    [Fact]
    public void Whoever_was_rung_and_hands_it_on_has_answered()
    {
        var life = Life.Begin().TimesOut(3).After(2).Transfers("liu", "liqiang");

        Assert.Equal(("liu", ResponseOutcome.Answered, 120_000), (life.Answer.UserId, life.Answer.Outcome, life.Answer.ResponseMs));
        Assert.Equal(ResponseOutcome.Covered, life.Closes);
    }

    [Fact]
    public void Unanswered_a_transfer_goes_to_the_next_level_also_when_that_was_rung_before()
    {
        var life = Life.Begin().TimesOut(3).Acks("liu").Transfers("liu", "wu");

        Assert.Equal(("liqiang", "chen", "liu"), (life.TimesOut().Rings, life.TimesOut().Rings, life.TimesOut().Rings));
    }

    [Fact]
    public void An_unanswered_transfer_to_the_top_goes_to_the_top_and_a_declined_one_to_the_board()
    {
        Assert.Equal("liu", Life.Begin().Acks("wu").Transfers("wu", "admin").TimesOut().Rings);
        Assert.Equal("fang", Life.Begin().Acks("wu").Transfers("wu", "liu").Declines("liu").Rings);
    }

    [Fact]
    public void Whoever_was_rung_in_an_earlier_climb_answers_no_summons_of_it_any_more()
    {
        var life = Life.Begin().TimesOut().Acks("liqiang").Transfers("liqiang", "sunmei").Acks("wu");

        Assert.Equal("wu", life.Issue.Owner);
        Assert.Empty(life.Rows.OfType<ResponseChange.Answered>());
    }

    [Fact]
    public void A_return_needs_a_reason_and_the_owner()
    {
        Assert.Equal(Refusal.ReasonNeeded, Life.Begin().Acks("wu").Returns("wu", " ").Refused);
        Assert.Equal(Refusal.NotTheOwner, Life.Begin().Acks("wu").Returns("liqiang").Refused);
        Assert.Equal(Refusal.NotOnItsLadder, Life.Begin().Returns("gao").Refused);
    }

    [Fact]
    public void A_return_rings_the_dispatcher_while_the_clock_runs_on_and_unanswered_the_sub_district()
    {
        var life = Life.Begin().After(2).Returns("wu");

        Assert.Equal(("he", RingCause.Returned), (life.Rings, life.Ring.Cause));
        Assert.Equal(("wu", ResponseOutcome.Declined), (life.Answer.UserId, life.Answer.Outcome));
        Assert.Equal(new Stage.Returned("wu", "属物业", false, life.Now), life.Issue.Stage);
        Assert.Equal(TestTown.Tuesday, life.Issue.ResponseSince);
        Assert.Equal(("liu", Level.SubDistrict), (life.TimesOut().Rings, life.Ring.Level));
    }

    [Fact]
    public void An_unanswered_return_reaches_the_sub_district_also_where_the_ladder_ends_below_it()
    {
        var scene = TestTown.SceneWith(policy: TestTown.Ending(Level.Community));

        Assert.Equal("liu", Life.Begin(scene).Returns("wu").TimesOut().Rings);
    }

    [Fact]
    public void A_dispatcher_who_says_no_passes_it_to_the_sub_district_at_once()
    {
        var life = Life.Begin().Returns("wu").After(1).Declines("he");

        Assert.Equal(("liu", ResponseOutcome.Declined), (life.Rings, life.Answer.Outcome));
        Assert.IsType<Stage.Waiting>(life.Issue.Stage);
    }

    [Fact]
    public void The_dispatcher_gives_it_to_somebody_or_takes_it()
    {
        Assert.Equal("sunmei", Life.Begin().Returns("wu").Transfers("he", "sunmei").Rings);
        Assert.Equal("he", Life.Begin().Returns("wu").Acks("he").Issue.Owner);
    }

    [Fact]
    public void The_third_return_goes_to_the_sub_district_for_a_ruling()
    {
        var life = Life.Begin().Returns("wu").Acks("liqiang").Returns("liqiang").Acks("chen").Returns("chen");

        Assert.Equal(("liu", true), (life.Rings, ((Stage.Returned)life.Issue.Stage).ForRuling));
        Assert.Equal(Refusal.NobodyAbove, life.Escalates("chen").Refused);
        Assert.Equal("liu", life.TimesOut().Rings);
    }

    [Fact]
    public void Nobody_is_asked_about_their_own_return_and_never_nobody_at_all()
    {
        Assert.Equal("liu", Life.Begin().Acks("he").Returns("he").Rings);
        Assert.Equal("fang", Life.Begin(TestTown.WithDutyAt(TestTown.SubDistrict)).Acks("he").Returns("he").Rings);
    }

    [Fact]
    public void Escalating_rings_the_next_level_now_with_its_own_window()
    {
        var life = Life.Begin().After(1).Escalates("wu");

        Assert.Equal(("liqiang", RingCause.Escalated, 10.0), (life.Rings, life.Ring.Cause, life.Window.TotalMinutes));
        Assert.Equal(ResponseOutcome.Cancelled, life.Closes);
        Assert.Equal("chen", life.TimesOut().Rings);
    }

    [Fact]
    public void An_owner_escalates_to_the_level_above_them_also_when_it_was_rung_before() =>
        Assert.Equal("liqiang", Life.Begin().TimesOut(2).Acks("wu").Escalates("wu").Rings);

    [Fact]
    public void A_reporter_may_escalate_and_a_stranger_may_not()
    {
        Assert.Equal("liqiang", Life.Begin().Escalates("zhou").Rings);
        Assert.Equal(Refusal.NotOnItsLadder, Life.Begin().Escalates("gao").Refused);
    }

    [Fact]
    public void An_old_card_escalates_nothing_and_still_acknowledges()
    {
        var life = Life.Begin().TimesOut();

        Assert.Equal(Refusal.CardIsOld, life.Escalates("wu", card: 1).Refused);
        Assert.Equal("chen", life.Escalates("liqiang", card: 2).Rings);
        Assert.Equal("wu", life.Acks("wu").Issue.Owner);
    }

    [Fact]
    public void Nobody_stands_above_the_sub_district()
    {
        Assert.Equal(Refusal.NobodyAbove, Life.Begin().TimesOut(3).Escalates("liu").Refused);
        Assert.Equal(Refusal.NobodyAbove, Life.Begin().TimesOut(6).Escalates("wu").Refused);
        Assert.Equal(Refusal.NobodyAbove, Life.Begin().Acks("liu").Escalates("zhou").Refused);
    }

    [Fact]
    public void An_empty_level_above_is_skipped_and_above_nobody_stands_the_board()
    {
        Assert.Equal("liu", Life.Begin(TestTown.WithDutyAt(TestTown.Community)).Acks("liqiang").Escalates("liqiang").Rings);
        Assert.Equal("fang", Life.Begin(TestTown.WithDutyAt(TestTown.SubDistrict)).Acks("chen").Escalates("chen").Rings);
    }

    [Fact]
    public void A_ladder_that_ends_at_the_community_is_left_by_hand() =>
        Assert.Equal("liu", Life.Begin(TestTown.SceneWith(policy: TestTown.Ending(Level.Community))).Acks("chen").Escalates("chen").Rings);

    [Fact]
    public void It_is_refused_with_a_reason_by_the_community_or_above_and_its_owner_hears_it()
    {
        Assert.Equal("wu", Life.Begin().Acks("wu").Rejects("chen").Told(Notice.CalledOff));
        Assert.Equal("", Life.Begin().Acks("chen").Rejects("chen").Told(Notice.CalledOff));
        Assert.Equal(Refusal.NotAllowedAtYourLevel, Life.Begin().Rejects("liqiang").Refused);
        Assert.Equal(Refusal.NotAllowedAtYourLevel, Life.Begin().Rejects("gao").Refused);
        Assert.Equal(Refusal.ReasonNeeded, Life.Begin().Rejects("chen", "").Refused);
    }
}
