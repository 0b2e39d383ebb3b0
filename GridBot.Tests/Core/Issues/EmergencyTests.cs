using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Danger to life: everybody at once, and everybody called off at the end.</summary>
public sealed class EmergencyTests
{
    private static Life Fire(Scene? scene = null, string reporter = "zhou") =>
        Life.Begin(scene, reporter, category: "fire", urgency: Urgency.Emergency);

    [Fact]
    public void All_levels_are_rung_at_once_each_person_once()
    {
        var life = Fire(TestTown.WithDutyAt(TestTown.Community, "chen", "wu"));

        Assert.Equal("wu liqiang chen liu", life.Rings);
        Assert.Equal(RingCause.Together, life.Ring.Cause);
        Assert.All(life.Issue.Rungs, r => Assert.Equal(1, r.Summons));
    }

    [Fact]
    public void Nobody_is_rung_for_their_own_alarm()
    {
        Assert.Equal("liqiang chen liu", Fire(reporter: "wu").Rings);
        Assert.DoesNotContain("wu", Fire(reporter: "wu").TimesOut().Rings);
    }

    [Fact]
    public void An_empty_rung_is_noted_and_the_others_are_rung()
    {
        var life = Fire(TestTown.WithDutyAt(TestTown.Grid3));

        Assert.Equal("wu chen liu", life.Rings);
        Assert.Equal("tang", life.Told(Notice.RungWithoutPeople));
    }

    [Fact]
    public void Unanswered_everybody_is_rung_again_round_by_round_and_then_the_board()
    {
        var life = Fire();

        Assert.Equal("wu liqiang chen liu", life.TimesOut().Rings);
        Assert.Equal("wu liqiang chen liu", life.TimesOut().Rings);
        Assert.Equal("fang", life.TimesOut().Rings);
    }

    [Fact]
    public void Where_only_some_levels_are_together_the_next_level_follows()
    {
        var policy = TestTown.Policy with { EmergencyTogether = [Level.Building, Level.Grid] };
        var life = Fire(TestTown.SceneWith(policy: policy));

        Assert.Equal(("wu liqiang", Level.Community), (life.Rings, life.Ring.Next!.Value));
        Assert.Equal("chen", life.TimesOut().Rings);
        Assert.Equal("liu", life.TimesOut().Rings);
    }

    [Fact]
    public void The_first_who_takes_it_answers_and_the_others_are_covered()
    {
        var life = Fire().After(1).Acks("chen");

        Assert.Equal(("chen", ResponseOutcome.Answered, 60_000), (life.Answer.UserId, life.Answer.Outcome, life.Answer.ResponseMs));
        Assert.Equal(ResponseOutcome.Covered, life.Closes);
    }

    [Fact]
    public void When_all_but_one_say_no_the_one_is_still_asked_and_after_the_last_no_the_board_is()
    {
        var life = Fire().Declines("wu").Declines("liqiang").Declines("chen");

        Assert.Empty(life.Rings);
        Assert.Equal("fang", life.Declines("liu").Rings);
    }

    [Fact]
    public void Whoever_said_no_is_spared_the_next_round()
    {
        Assert.Equal("liqiang chen liu", Fire().Declines("wu").TimesOut().Rings);
    }

    [Fact]
    public void A_false_alarm_is_ended_by_its_reporter_also_after_somebody_took_it_and_everybody_rung_hears_it()
    {
        var life = Fire().Acks("chen").Happens(new IssueEvent.Withdrawn("zhou", TestTown.Tuesday));

        Assert.IsType<Stage.Withdrawn>(life.Issue.Stage);
        Assert.Equal("wu liqiang chen liu", life.Told(Notice.AlarmOff));
    }

    [Fact]
    public void The_community_ends_a_false_alarm_and_so_does_a_building_leader_who_raised_it()
    {
        Assert.Equal("wu liqiang liu", Fire().Rejects("chen").Told(Notice.AlarmOff));
        Assert.IsType<Stage.Rejected>(Fire(reporter: "wu").Rejects("wu").Issue.Stage);
        Assert.Equal(Refusal.NotAllowedAtYourLevel, Fire().Rejects("wu").Refused);
    }

    [Fact]
    public void When_it_is_done_everybody_rung_hears_it()
    {
        Assert.Equal("wu chen liu", Fire().Acks("liqiang").Resolves("liqiang").Told(Notice.AlarmOff));
    }

    [Fact]
    public void Once_somebody_has_called_for_help_everybody_rung_hears_it_once()
    {
        var life = Fire().After(1).Happens(new IssueEvent.Called("gao", TestTown.Tuesday.AddMinutes(1)));

        Assert.Equal(("wu liqiang chen liu", life.Now), (life.Told(Notice.Called), life.Issue.Alarm!.CalledAt));
        Assert.IsType<Decision.Nothing>(life.Happens(new IssueEvent.Called("wu", life.Now)).Last);
        Assert.IsType<Decision.Nothing>(Life.Begin().Happens(new IssueEvent.Called("wu", TestTown.Tuesday)).Last);
    }

    [Fact]
    public void Who_goes_there_is_noted_stops_nothing_and_is_called_back_at_the_end()
    {
        var life = Fire().Happens(new IssueEvent.OnSite("gao", TestTown.Tuesday));

        Assert.Equal("wu liqiang chen liu", life.Told(Notice.OnSite));
        Assert.Empty(life.Happens(new IssueEvent.OnSite("wu", life.Now)).Told(Notice.OnSite));
        Assert.IsType<Decision.Nothing>(life.Happens(new IssueEvent.OnSite("WU", life.Now)).Last);
        Assert.Equal(["gao", "wu"], life.Issue.Alarm!.OnSite);
        Assert.Equal("wu liqiang chen liu", life.TimesOut().Rings);
        Assert.Equal("wu liqiang liu gao", life.Rejects("chen").Told(Notice.AlarmOff));
    }

    [Fact]
    public void What_turns_out_to_be_a_fire_rings_everybody_also_when_somebody_had_taken_it()
    {
        var life = Life.Begin(category: "rubbish").Acks("wu").Corrects("wu", "fire");

        Assert.Equal("wu liqiang chen liu", life.Rings);
        Assert.Equal((Urgency.Emergency, RingCause.Together), (life.Issue.Urgency, life.Ring.Cause));
    }
}
