using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Somebody is said to be on it, or has seen it; a leader hands it to a rung.</summary>
public sealed class HearingTests
{
    private static string Asked(Life life) => string.Join(' ', life.Effects.OfType<Effect.AskIfOnIt>().Select(e => e.UserId));

    [Fact]
    public void The_one_who_is_rung_is_asked_and_the_next_step_waits_ten_minutes_from_the_tap()
    {
        var life = Life.Begin().After(1).Declines("wu").After(2).Hears("zhou");

        Assert.Equal(("liqiang", 10), (Asked(life), life.Window.TotalMinutes));
        Assert.Equal(("heard", "zhou"), (life.History[0].Kind, life.History[0].Actor));
        Assert.Contains("\"asked\":\"liqiang\"", life.History[0].Details, StringComparison.Ordinal);
        Assert.Empty(life.Rings);
        Assert.Equal(("chen", 12), (life.TimesOut().Rings, (life.Now - life.Issue.Hold!.At).TotalMinutes + 2));
    }

    [Fact]
    public void A_window_that_is_longer_than_ten_minutes_stays()
    {
        var life = Life.Begin().TimesOut(2).After(1).Hears("zhou");

        Assert.Equal(("chen", 14), (Asked(life), life.Window.TotalMinutes));
    }

    [Fact]
    public void It_waits_once_per_issue()
    {
        var life = Life.Begin().Hears("zhou").After(1).Hears("gao");

        Assert.Equal(Refusal.AskedThemAlready, life.Refused);
        Assert.Equal(9, life.Window.TotalMinutes);
        Assert.Equal(Refusal.TapYourself, life.TimesOut().Hears("gao").Refused);
    }

    [Fact]
    public void Where_several_are_rung_or_life_is_in_danger_or_nobody_is_rung_yet_only_ones_own_tap_counts()
    {
        Assert.Equal(Refusal.TapYourself, Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu", "tang")).Hears("zhou").Refused);
        Assert.Equal(Refusal.TapYourself, Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu"), urgency: Urgency.Emergency).Hears("zhou").Refused);
        Assert.Equal(Refusal.TapYourself, Life.Begin(at: new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero)).Hears("zhou").Refused);
        Assert.Equal("wu", Asked(Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu", "tang")).Declines("tang").Hears("zhou")));
    }

    [Fact]
    public void Their_own_tap_is_the_answer_and_not_me_asks_the_next_at_once()
    {
        var life = Life.Begin().After(2).Hears("zhou").After(3).Acks("wu");
        Assert.Equal((300_000, ResponseOutcome.Answered), (life.Answer.ResponseMs, life.Answer.Outcome));

        life = Life.Begin().After(2).Hears("zhou").After(1).Declines("wu");
        Assert.Equal(("liqiang", ResponseOutcome.Declined), (life.Rings, life.Answer.Outcome));
    }

    [Fact]
    public void Seen_is_noted_and_the_ladder_goes_on()
    {
        var life = Life.Begin().TimesOut(3).After(1).Happens(new IssueEvent.Read("liu", TestTown.Tuesday));

        Assert.Equal(("read", true), (life.History[0].Kind, life.Issue.Stage is Stage.Waiting));
        Assert.Equal("liu", life.TimesOut().Rings);
        Assert.Equal(Refusal.NotOnItsLadder, life.Happens(new IssueEvent.Read("gao", life.Now)).Refused);
    }

    [Fact]
    public void A_leader_who_takes_it_is_asked_whom_it_goes_to_and_nobody_below_is()
    {
        Assert.Equal("liu", Life.Begin().TimesOut(3).Acks("liu").Effects.OfType<Effect.AskToAssign>().Single().UserId);
        Assert.DoesNotContain(Life.Begin().Acks("chen").Effects, e => e is Effect.AskToAssign);
        Assert.DoesNotContain(Life.Begin(category: "fire", urgency: Urgency.Emergency).Acks("liu").Effects, e => e is Effect.AskToAssign);
    }

    [Fact]
    public void A_rung_is_handed_it_as_a_whole_the_clock_runs_on_and_unanswered_the_next_rung_is_asked()
    {
        var town = TestTown.WithDutyAt(TestTown.Grid3, "liqiang", "sunmei");
        var life = Life.Begin(town).TimesOut(3).Acks("liu");
        var (since, by) = (life.Issue.ResponseSince, life.Issue.ResolveBy);
        life.After(1).Assigns("liu", Level.Grid);

        Assert.Equal(("liqiang sunmei", RingCause.Transferred, "liu"), (life.Rings, life.Ring.Cause, life.Ring.By));
        Assert.Equal((since, by), (life.Issue.ResponseSince, life.Issue.ResolveBy));
        Assert.DoesNotContain(life.Effects, e => e is Effect.TellGroup);
        Assert.Equal("chen", life.TimesOut().Rings);
    }

    [Fact]
    public void A_rung_of_one_is_that_person_ones_own_rung_is_oneself_and_an_empty_one_is_refused()
    {
        var life = Life.Begin().Acks("liu").Assigns("liu", Level.Grid);
        Assert.Equal("liqiang", ((Stage.Waiting)life.Issue.Stage).Person);

        Assert.Equal(new Stage.Acknowledged("liu", TestTown.Tuesday, Level.SubDistrict), Life.Begin().Assigns("liu", Level.SubDistrict).Issue.Stage);
        Assert.Equal(Refusal.NobodyThere, Life.Begin(place: TestTown.Building12).Acks("liu").Assigns("liu", Level.Building).Refused);
        Assert.Equal(Refusal.NotOnItsLadder, Life.Begin().Assigns("gao", Level.Grid).Refused);
    }
}
