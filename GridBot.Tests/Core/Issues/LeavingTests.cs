using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Its owner is gone; its reporter did it; its group hears of it once.</summary>
public sealed class LeavingTests
{
    [Fact]
    public void What_somebody_gone_had_waits_again_on_the_rung_where_it_was_taken()
    {
        var life = Life.Begin().Acks("liqiang").After(60).In(TestTown.WithDutyAt(TestTown.Grid3, "sunmei")).Happens(new IssueEvent.OwnerLeft(TestTown.Tuesday.AddHours(1)));

        Assert.Equal(("sunmei", Level.Grid, 10.0), (life.Rings, life.Ring.Level, life.Window.TotalMinutes));
        Assert.Equal(("owner_left", "liqiang"), (life.History[0].Kind, life.History[0].Actor));
        Assert.DoesNotContain(life.Effects, e => e is Effect.TellGroup);
    }

    [Fact]
    public void Where_nobody_else_is_on_that_rung_the_next_one_is_asked()
    {
        Assert.Equal("chen", Life.Begin().Acks("liqiang").In(TestTown.Without("liqiang")).Happens(new IssueEvent.OwnerLeft(TestTown.Tuesday)).Rings);
        Assert.Equal("chen", Life.Begin().Acks("liqiang").Happens(new IssueEvent.OwnerLeft(TestTown.Tuesday)).Rings);
    }

    [Fact]
    public void What_rests_wakes_without_them()
    {
        var life = Life.Begin().Acks("liqiang").Defers("liqiang", TestTown.Tuesday.AddDays(1)).Happens(new IssueEvent.OwnerLeft(TestTown.Tuesday));

        Assert.Null(((Stage.Deferred)life.Issue.Stage).Owner);
        Assert.Equal("wu", life.TimesOut().Rings);
    }

    [Fact]
    public void Who_resolves_their_own_report_is_not_asked_and_counts_apart()
    {
        var life = Life.Begin().Acks("zhou").Resolves("zhou");

        Assert.DoesNotContain(life.Effects, e => e is Effect.AskReporter);
        Assert.Contains(life.History, h => h.Kind == "own_report");
        Assert.Equal(ClosedBecause.OwnReport, ((Stage.Closed)Life.Begin().Acks("zhou").Resolves("zhou").TimesOut().Issue.Stage).Why);
        Assert.Equal(ClosedBecause.OwnReport, ((Stage.Closed)Life.Begin().Acks("zhou").Resolves("zhou").Confirms("zhou").Issue.Stage).Why);
        Assert.Equal(ClosedBecause.Silence, ((Stage.Closed)Life.Begin().Acks("wu").Resolves("wu").TimesOut().Issue.Stage).Why);
    }

    [Fact]
    public void A_group_reads_once_that_somebody_has_it_also_when_it_is_handed_on_and_again_when_it_began_anew()
    {
        static bool Told(Life life) => life.Effects.Any(e => e is Effect.TellGroup { News: GroupNews.Taken });

        var life = Life.Begin().Acks("liu");
        Assert.True(Told(life));
        Assert.False(Told(life.Assigns("liu", Level.Grid).Acks("liqiang")));
        Assert.True(Told(life.GivesUp("liqiang").Acks("chen")));
        Assert.True(Told(Life.Begin().Transfers("wu", "sunmei").Acks("sunmei")));
    }
}
