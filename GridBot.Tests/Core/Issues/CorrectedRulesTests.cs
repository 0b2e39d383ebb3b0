using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>A class has rules of its own: whoever corrects it changes who is asked next, when, and until when it is to be solved.</summary>
public sealed class CorrectedRulesTests
{
    /// <summary>Lifts climb fast and to the sub-district; anything else is slow and ends at the community.</summary>
    private static readonly Scene Scene = TestTown.SceneWith(policy: TestTown.Policy with
    {
        Default = new Ladder(
            [new(Level.Building, Hours(2)), new(Level.Grid, Hours(4)), new(Level.Community, Hours(4))], [Hours(4)], []),
        Exceptions =
        [
            new(["lift"], null, new Ladder(
                [TestTown.Step(Level.Building, 5), TestTown.Step(Level.Grid, 10), TestTown.Step(Level.Community, 15), TestTown.Step(Level.SubDistrict, 20)],
                [TimeSpan.FromMinutes(20)], [])),
        ],
    });

    [Fact]
    public void The_step_that_waits_ends_when_that_of_the_right_class_would()
    {
        var life = Life.Begin(Scene).After(2).Corrects("wu", "lift");

        Assert.Equal(("", 3, TestTown.Tuesday.AddHours(4)), (life.Rings, life.Window.TotalMinutes, life.Issue.ResolveBy));
        Assert.Equal(("liqiang", 10), (life.TimesOut().Rings, life.Window.TotalMinutes));
    }

    [Fact]
    public void What_is_long_due_by_the_right_class_goes_up_at_once()
    {
        var life = Life.Begin(Scene).After(60).Corrects("wu", "lift");

        Assert.Equal(0, life.Window.TotalMinutes);
        Assert.Equal("liqiang", life.TimesOut().Rings);
    }

    [Fact]
    public void A_calmer_class_gives_the_step_its_time()
    {
        var life = Life.Begin(Scene, category: "lift", urgency: Urgency.Urgent).After(2).Corrects("wu", "noise");

        Assert.Equal(("", 118), (life.Rings, life.Window.TotalMinutes));
        Assert.Equal(("liqiang", 240), (life.TimesOut().Rings, life.Window.TotalMinutes));
    }

    [Fact]
    public void What_was_the_top_is_a_rung_among_others_in_a_longer_ladder()
    {
        var life = Life.Begin(Scene).TimesOut(3);
        Assert.Equal((Level.Community, 1, null), life.Issue.Stage is Stage.Waiting w ? (w.Level, w.Round, w.Next) : default);

        life.After(1).Corrects("chen", "lift");
        Assert.Equal((Level.Community, 0, Level.SubDistrict), life.Issue.Stage is Stage.Waiting now ? (now.Level, now.Round, now.Next) : default);
        Assert.Equal("liu", life.TimesOut().Rings);
    }

    [Fact]
    public void A_rung_that_the_right_class_does_not_have_is_left_for_its_first() =>
        Assert.Equal("wu", Life.Begin(Scene, category: "lift", urgency: Urgency.Urgent).TimesOut(3).Corrects("liu", "noise").Rings);

    [Fact]
    public void Whoever_is_said_to_be_on_it_keeps_their_ten_minutes()
    {
        var life = Life.Begin(Scene).After(2).Hears("zhou").After(1).Corrects("wu", "lift");

        Assert.Equal(9, life.Window.TotalMinutes);
    }

    [Fact]
    public void Where_both_classes_have_the_same_rules_nothing_moves() =>
        Assert.Equal(Life.Begin(Scene).Issue.NextDueAt, Life.Begin(Scene).After(2).Corrects("wu", "rubbish").Issue.NextDueAt);

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}
