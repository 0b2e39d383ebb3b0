using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Somebody takes it, says no, works on it, is done with it, or gives it up.</summary>
public sealed class TakingTests
{
    [Fact]
    public void Whoever_is_rung_and_takes_it_answers_and_the_ringing_stops()
    {
        var life = Life.Begin().After(1).Acks("wu");

        Assert.Equal(new Stage.Acknowledged("wu", life.Now, Level.Building), life.Issue.Stage);
        Assert.Equal((1, "wu", ResponseOutcome.Answered, 60_000), (life.Answer.Summons, life.Answer.UserId, life.Answer.Outcome, life.Answer.ResponseMs));
        Assert.Equal(ResponseOutcome.Covered, life.Closes);
        Assert.Contains(new Effect.StopRinging("wu"), life.Effects);
        Assert.Contains(new Effect.TellGroup(GroupNews.Taken, "wu"), life.Effects);
        Assert.Equal(1, life.Issue.CardsClosedTo);
    }

    [Fact]
    public void Whoever_takes_it_after_the_ladder_went_on_answers_their_own_summons_late()
    {
        var life = Life.Begin().TimesOut().After(2).Acks("wu");

        Assert.Equal((1, ResponseOutcome.AnsweredLate, 420_000), (life.Answer.Summons, life.Answer.Outcome, life.Answer.ResponseMs));
        Assert.Equal(ResponseOutcome.Covered, life.Closes);
    }

    [Fact]
    public void Whoever_is_rung_again_in_a_round_answers_the_last_ring()
    {
        var life = Life.Begin().TimesOut(5).After(3).Acks("liu");

        Assert.Equal((6, ResponseOutcome.Answered, 180_000), (life.Answer.Summons, life.Answer.Outcome, life.Answer.ResponseMs));
    }

    [Fact]
    public void Somebody_of_a_rung_that_was_not_reached_takes_it_and_those_rung_are_covered()
    {
        var life = Life.Begin().Acks("liu");

        Assert.Equal("liu", life.Issue.Owner);
        Assert.Empty(life.Rows.OfType<ResponseChange.Answered>());
        Assert.Equal(ResponseOutcome.Covered, life.Closes);
    }

    [Fact]
    public void A_stand_in_may_take_it() => Assert.Equal("sunmei", Life.Begin().Acks("sunmei").Issue.Owner);

    [Fact]
    public void User_ids_compare_without_case() => Assert.Equal(60_000, Life.Begin().After(1).Acks("WU").Answer.ResponseMs);

    [Fact]
    public void Somebody_else_is_a_helper_and_the_ladder_goes_on()
    {
        var life = Life.Begin().Acks("gao");

        Assert.IsType<Stage.Waiting>(life.Issue.Stage);
        Assert.Equal(["gao"], life.Issue.Helpers);
        Assert.Equal(Refusal.NotOnItsLadder, life.Acks("gao").Refused);
        Assert.Equal("liqiang", life.TimesOut().Rings);
    }

    [Fact]
    public void A_second_tap_does_no_harm_and_a_second_person_is_a_helper_who_hears_who_has_it()
    {
        var life = Life.Begin().Acks("wu");

        Assert.Equal(Refusal.AlreadyTakenByYou, life.Acks("wu").Refused);
        Assert.Equal(["liqiang"], life.Acks("liqiang").Issue.Helpers);
        Assert.Equal("wu", life.Issue.Owner);
        Assert.Equal(Refusal.AlreadyTaken, life.Acks("liqiang").Refused);
    }

    [Fact]
    public void An_honest_no_asks_the_next_rung_at_once()
    {
        var life = Life.Begin().After(1).Declines("wu");

        Assert.Equal("liqiang", life.Rings);
        Assert.Equal((ResponseOutcome.Declined, 60_000), (life.Answer.Outcome, life.Answer.ResponseMs));
        Assert.Null(life.Closes);
        Assert.Equal(10, life.Window.TotalMinutes);
    }

    [Fact]
    public void The_others_of_the_rung_are_still_asked_until_the_last_of_them_says_no()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu", "gao")).Declines("wu");

        Assert.Equal(("", 1), (life.Rings, life.Issue.Summons));
        Assert.Equal("liqiang", life.Declines("gao").Rings);
    }

    [Fact]
    public void A_second_no_does_nothing_and_a_no_on_an_old_card_is_refused()
    {
        var two = Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu", "gao")).Declines("wu").Declines("wu");

        Assert.IsType<Decision.Nothing>(two.Last);
        Assert.Equal(Refusal.CardIsOld, Life.Begin().TimesOut().Declines("wu").Refused);
    }

    [Fact]
    public void At_the_top_a_no_of_the_last_one_goes_to_the_board()
    {
        var life = Life.Begin().TimesOut(3).Declines("liu");

        Assert.Equal(("fang", RingCause.Board), (life.Rings, life.Ring.Cause));
    }

    [Fact]
    public void A_no_of_the_boards_owner_is_noted_and_they_are_asked_again_the_next_day()
    {
        var life = Life.Begin().TimesOut(6).Declines("fang");

        Assert.Equal(("", ResponseOutcome.Declined), (life.Rings, life.Answer.Outcome));
        Assert.NotNull(life.Issue.NextDueAt);
        Assert.Equal("fang", life.TimesOut().Rings);
        Assert.IsType<Decision.Changed>(life.Declines("fang").Last);
    }

    [Fact]
    public void A_board_owner_whom_nothing_reaches_is_replaced_each_once()
    {
        var life = Life.Begin().TimesOut(6);

        Assert.Equal("admin", life.Happens(new IssueEvent.Declined("fang", life.Now, true)).Rings);
        Assert.Equal("he", life.Happens(new IssueEvent.Declined("admin", life.Now, true)).Rings);
        Assert.Equal("tang", life.Happens(new IssueEvent.Declined("he", life.Now, true)).Rings);
        Assert.Equal("", life.Happens(new IssueEvent.Declined("tang", life.Now, true)).Rings);
        Assert.Equal("fang", life.TimesOut().Rings);
    }

    [Fact]
    public void A_no_holds_for_its_climb_only()
    {
        var life = Life.Begin().Declines("wu").Acks("liqiang").Resolves("liqiang").Happens(new IssueEvent.Reopened("zhou", TestTown.Tuesday, null));

        Assert.Equal("wu", life.Rings);
        Assert.Equal("liqiang", life.Declines("wu").Rings);
    }

    [Fact]
    public void Progress_takes_it_and_further_progress_is_noted()
    {
        var life = Life.Begin().Happens(new IssueEvent.Progressed("wu", TestTown.Tuesday, "在去的路上"));

        Assert.Equal("wu", life.Issue.Owner);
        Assert.Equal(["acknowledged", "progressed"], life.History.Select(h => h.Kind));
        life.Happens(new IssueEvent.Progressed("wu", life.Now, "到了"));
        Assert.Equal(("wu", 0), (life.Issue.Owner, life.Effects.Count));
        Assert.Equal(Refusal.NotOnItsLadder, life.Happens(new IssueEvent.Progressed("gao", life.Now, "看到了")).Refused);
    }

    [Fact]
    public void Resolving_asks_the_reporter_and_waits_for_their_silence()
    {
        var life = Life.Begin().Acks("wu").After(60).Resolves("wu", "工地已停工");

        Assert.Equal(new Stage.Resolved("wu", life.Now, "工地已停工"), life.Issue.Stage);
        Assert.Contains(new Effect.AskReporter("zhou"), life.Effects);
        Assert.Equal(3, life.Window.TotalDays);
        Assert.Null(life.History[0].Details);
    }

    [Fact]
    public void Resolving_without_taking_counts_as_the_answer_and_is_marked_so()
    {
        var life = Life.Begin().After(2).Resolves("wu");

        Assert.Equal((ResponseOutcome.Answered, 120_000), (life.Answer.Outcome, life.Answer.ResponseMs));
        Assert.Equal("""{"without_taking":true}""", life.History[0].Details);
    }

    [Fact]
    public void Reporters_who_did_it_themselves_are_not_asked()
    {
        var life = Life.Begin(reporter: "wu").Resolves("wu");

        Assert.Empty(life.Effects.OfType<Effect.AskReporter>());
    }

    [Fact]
    public void Giving_up_asks_the_others_of_the_rung_with_a_new_window()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Grid3, "liqiang", "sunmei")).TimesOut().Acks("liqiang").After(30).GivesUp("liqiang");

        Assert.Equal(("sunmei", Level.Grid, 10.0), (life.Rings, life.Ring.Level, life.Window.TotalMinutes));
        Assert.Equal(Refusal.NotTakenYet, life.GivesUp("liqiang").Refused);
    }

    [Fact]
    public void Whoever_gives_up_alone_on_their_rung_hands_it_to_the_next_also_when_that_was_rung_before()
    {
        var life = Life.Begin().TimesOut(2).Acks("wu").GivesUp("wu");

        Assert.Equal(("liqiang", "chen"), (life.Rings, life.TimesOut().Rings));
    }

    [Fact]
    public void Whoever_gives_up_alone_at_the_top_is_not_rung_again_but_the_board_is()
    {
        var life = Life.Begin().TimesOut(3).Acks("liu").GivesUp("liu");

        Assert.Equal("fang", life.Rings);
    }

    [Fact]
    public void A_reporter_is_not_asked_for_their_own_report_when_a_colleague_gives_up()
    {
        var life = Life.Begin(TestTown.WithDutyAt(TestTown.Building10, "wu", "zhou")).Acks("wu").GivesUp("wu");

        Assert.Equal("liqiang", life.Rings);
    }

    [Fact]
    public void A_secretary_who_was_rung_as_such_gives_up_as_such()
    {
        var life = Life.Begin(TestTown.SceneWith(TestTown.Book(TestTown.Duties.Append(new Duty(TestTown.Building11, "chen", [], false)))), place: TestTown.Building12)
            .TimesOut().Acks("chen").GivesUp("chen");

        Assert.Equal("liu", life.Rings);
    }

    [Fact]
    public void Only_the_owner_gives_up_and_now_is_not_a_good_time_means_the_same_from_the_owner()
    {
        Assert.Equal(Refusal.NotTheOwner, Life.Begin().Acks("wu").GivesUp("liqiang").Refused);
        Assert.Equal("liqiang", Life.Begin().Acks("wu").Declines("wu").Rings);
    }
}
