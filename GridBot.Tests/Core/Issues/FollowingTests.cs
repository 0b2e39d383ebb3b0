using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>What the reporters do.</summary>
public sealed class FollowingTests
{
    private static Life Done(string by = "liqiang", Scene? scene = null) => Life.Begin(scene).Acks(by).After(30).Resolves(by);

    [Fact]
    public void The_reporter_confirms_and_it_is_closed()
    {
        var life = Done().Confirms("zhou");

        Assert.Equal(new Stage.Closed(ClosedBecause.Confirmed, life.Now), life.Issue.Stage);
        Assert.Equal(Refusal.AlreadyOver, life.Confirms("zhou").Refused);
        Assert.Equal(Refusal.NotItsReporter, Done().Confirms("wu").Refused);
    }

    [Fact]
    public void Silence_closes_it_after_some_days_and_says_so()
    {
        var life = Done().TimesOut();

        Assert.Equal(ClosedBecause.Silence, ((Stage.Closed)life.Issue.Stage).Why);
        Assert.Empty(life.Rings);
    }

    [Theory, InlineData("wu", "liqiang"), InlineData("liqiang", "chen"), InlineData("chen", "liu"), InlineData("liu", "liu")]
    public void Not_solved_goes_one_level_above_whoever_resolved_it(string resolver, string asked)
    {
        var life = Done(resolver).Disputes("zhou");

        Assert.Equal((asked, RingCause.Disputed), (life.Rings, life.Ring.Cause));
        Assert.Equal((1, true, life.Now), (life.Issue.Reworks, life.Issue.Disputed, life.Issue.ResponseSince));
    }

    [Fact]
    public void Not_solved_reaches_those_above_also_when_they_were_rung_before_and_where_the_ladder_ends_below_them()
    {
        Assert.Equal("chen", Life.Begin().TimesOut(2).Acks("liqiang").Resolves("liqiang").Disputes("zhou").Rings);
        Assert.Equal("liu", Done("chen", TestTown.SceneWith(policy: TestTown.Ending(Level.Community))).Disputes("zhou").Rings);
    }

    [Fact]
    public void A_second_not_solved_goes_to_the_dispatcher()
    {
        var life = Done().Disputes("zhou").Acks("chen").Resolves("chen").Disputes("zhou");

        Assert.Equal(("he", RingCause.Returned), (life.Rings, life.Ring.Cause));
        Assert.IsType<Stage.Returned>(life.Issue.Stage);
        Assert.Equal(2, life.Issue.Reworks);
    }

    [Fact]
    public void Only_its_reporters_say_that_it_is_not_solved() => Assert.Equal(Refusal.NotItsReporter, Done().Disputes("wu").Refused);

    [Fact]
    public void A_reopened_issue_begins_at_its_first_step_with_a_new_response_clock_and_the_same_number()
    {
        var life = Life.Begin().TimesOut(2).Acks("liqiang").Resolves("liqiang").Confirms("zhou").After(600)
            .Happens(new IssueEvent.Reopened("zhou", TestTown.Tuesday.AddHours(12), null));

        Assert.Equal(("wu", RingCause.Reopened), (life.Rings, life.Ring.Cause));
        Assert.Equal((128, 1, TestTown.Tuesday.AddHours(12)), (life.Issue.Number, life.Issue.Reopens, life.Issue.ResponseSince));
        Assert.Equal(TestTown.Tuesday.AddHours(22), life.Issue.ResolveBy);
        Assert.Equal(0, life.Issue.Code);
    }

    [Fact]
    public void A_resolved_issue_keeps_its_code_when_it_is_reopened() =>
        Assert.Equal(1, Done().Happens(new IssueEvent.Reopened("wu", TestTown.Tuesday, null)).Issue.Code);

    [Fact]
    public void Still_not_solved_after_it_was_closed_reopens_it() =>
        Assert.Equal(RingCause.Reopened, Done().Confirms("zhou").Disputes("zhou").Ring.Cause);

    [Fact]
    public void A_reopened_issue_rings_its_ladder_upwards_again()
    {
        var life = Done().Happens(new IssueEvent.Reopened("zhou", TestTown.Tuesday, null));

        Assert.Equal(("liqiang", "chen", "liu"), (life.TimesOut().Rings, life.TimesOut().Rings, life.TimesOut().Rings));
    }

    [Fact]
    public void The_reporter_takes_it_back_while_nobody_has_it_and_nobody_else_does()
    {
        var life = Life.Begin().Happens(new IssueEvent.Withdrawn("zhou", TestTown.Tuesday));

        Assert.Equal((ResponseOutcome.Cancelled, true), (life.Closes!.Value, life.Issue.Stage.IsOver));
        Assert.Equal(Refusal.NotItsReporter, Life.Begin().Happens(new IssueEvent.Withdrawn("wu", TestTown.Tuesday)).Refused);
        Assert.IsType<Stage.Acknowledged>(Life.Begin().Acks("wu").Happens(new IssueEvent.Withdrawn("zhou", TestTown.Tuesday)).Issue.Stage);
        Assert.Equal(Refusal.AlreadyTaken, Life.Begin().Acks("wu").Happens(new IssueEvent.Withdrawn("zhou", TestTown.Tuesday.AddHours(25))).Refused);
    }

    [Fact]
    public void A_reporter_who_says_that_it_is_over_settles_it_and_its_owner_hears_so()
    {
        var life = Life.Begin().Acks("wu").Confirms("zhou");

        Assert.Equal("wu", life.Told(Notice.CalledOff));
        Assert.Equal(ClosedBecause.Confirmed, ((Stage.Closed)life.Issue.Stage).Why);
    }

    [Fact]
    public void The_same_reported_by_others_is_counted_once_each_and_may_be_parted_again()
    {
        var life = Life.Begin();
        Assert.Equal(2, life.Happens(new IssueEvent.AlsoReported("gao", life.Now)).Issue.ReporterCount);
        Assert.Equal(2, life.Happens(new IssueEvent.AlsoReported("gao", life.Now)).Issue.ReporterCount);
        Assert.Equal(1, life.Happens(new IssueEvent.ReportParted("gao", life.Now, TestTown.Building10)).Issue.ReporterCount);
        Assert.IsType<Decision.Nothing>(life.Happens(new IssueEvent.ReportParted("gao", life.Now, TestTown.Building10)).Last);
    }

    [Fact]
    public void A_supplement_is_added_to_the_words_and_its_owner_hears_it_unless_they_wrote_it()
    {
        var life = Life.Begin().Acks("wu").Happens(new IssueEvent.Supplemented("zhou", TestTown.Tuesday, "在南门口"));

        Assert.EndsWith("补充：在南门口", life.Issue.Text, StringComparison.Ordinal);
        Assert.Equal("wu", life.Told(Notice.Supplemented));
        Assert.Empty(life.Happens(new IssueEvent.Supplemented("wu", life.Now, "找到了")).Effects);
        Assert.Equal(1000, life.Happens(new IssueEvent.Supplemented("zhou", life.Now, new string('长', 2000))).Issue.Text.Length);
    }

    [Fact]
    public void The_owner_is_reminded_at_most_once_in_ten_minutes_and_never_by_themselves()
    {
        var life = Life.Begin().Acks("wu");

        Assert.Equal("wu", life.Happens(new IssueEvent.Nudged("zhou", life.Now)).Told(Notice.Nudged));
        Assert.Empty(life.After(9).Happens(new IssueEvent.Nudged("zhou", life.Now)).Effects);
        Assert.Equal("wu", life.After(2).Happens(new IssueEvent.Nudged("zhou", life.Now)).Told(Notice.Nudged));
        Assert.Empty(life.After(20).Happens(new IssueEvent.Nudged("wu", life.Now)).Effects);
    }

    [Fact]
    public void A_nudge_while_it_waits_rings_nobody()
    {
        Assert.Empty(Life.Begin().Happens(new IssueEvent.Nudged("zhou", TestTown.Tuesday)).Effects);
    }

    [Fact]
    public void The_reporter_hears_who_took_it_where_no_group_tells_them()
    {
        var draft = Life.Draft() with { SaidIn = null };

        Assert.Equal("zhou", Life.Of(draft).Acks("wu").Told(Notice.TakenForReporter));
        Assert.Equal("", Life.Begin().Acks("wu").Told(Notice.TakenForReporter));
    }
}
