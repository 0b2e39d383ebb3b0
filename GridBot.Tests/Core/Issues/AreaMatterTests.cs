using GridBot.Core.Issues;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>What many report at once is one matter of the area around them.</summary>
public sealed class AreaMatterTests
{
    private static readonly Scene Scene = TestTown.Scene with
    {
        Categories = new CategoryTree(
        [
            new("utilities", "水电气暖", [], Urgency.Normal, TimeSpan.FromMinutes(15), TimeSpan.FromDays(1), false, null,
                [new Subcategory("water", "停水", [], Urgency.Urgent, IsOfAnArea: true), new Subcategory("pressure", "水压", [], null)]),
            new(CategoryTree.Other, "其他", [], Urgency.Normal, TimeSpan.FromHours(1), TimeSpan.FromDays(2), false, null, []),
        ]),
    };

    private static Life Water => Life.Of(Cut(TestTown.Building10), Scene);

    private static Issue Cut(string place, string kind = "water") => Life.Draft(place: place) with { Category = "utilities", Subcategory = kind };

    [Fact]
    public void It_lies_where_all_its_reports_do_and_those_who_answer_for_all_of_it_are_rung_at_once()
    {
        var life = Water.After(1);
        Assert.Equal("wu", life.Rings);

        life.Happens(new IssueEvent.AlsoReported("wu", life.Now, TestTown.Building12));
        Assert.Equal((TestTown.Grid3, 2, "liqiang"), (life.Issue.PlaceId, life.Issue.ReporterCount, life.Rings));

        life.Happens(new IssueEvent.AlsoReported("sunmei", life.Now, TestTown.Building20));
        Assert.Equal(("jinlong-east", 3, "chen"), (life.Issue.PlaceId, life.Issue.ReporterCount, life.Rings));
        Assert.Equal(2, AreaMatter.Grids(life.Issue, Scene.Roster));

        life.Happens(new IssueEvent.AlsoReported("he", life.Now, TestTown.Building20));
        Assert.Empty(life.Effects);
    }

    [Fact]
    public void A_report_that_parts_draws_it_together_again()
    {
        var life = Water.After(1);
        life.Happens(new IssueEvent.AlsoReported("wu", life.Now, TestTown.Building12)).Happens(new IssueEvent.AlsoReported("sunmei", life.Now, TestTown.Building20));

        life.Happens(new IssueEvent.ReportParted("sunmei", life.Now, TestTown.Building20));
        Assert.Equal((TestTown.Grid3, 2), (life.Issue.PlaceId, life.Issue.ReporterCount));
        life.Happens(new IssueEvent.ReportParted("wu", life.Now, TestTown.Building12));
        Assert.Equal((TestTown.Building10, 1), (life.Issue.PlaceId, life.Issue.ReporterCount));
    }

    [Fact]
    public void Whoever_took_it_keeps_it_however_far_it_reaches()
    {
        var life = Water.After(1).Acks("wu").Happens(new IssueEvent.AlsoReported("sunmei", TestTown.Tuesday, TestTown.Building20));

        Assert.Equal(("wu", "jinlong-east"), (life.Issue.Owner, life.Issue.PlaceId));
        Assert.Empty(life.Effects);
        Assert.IsType<Stage.Resolved>(life.Resolves("liqiang").Issue.Stage);
    }

    [Fact]
    public void Only_one_kind_in_one_community_is_one_matter()
    {
        Assert.True(AreaMatter.IsSame(Cut(TestTown.Building10), Cut(TestTown.Building20), Scene));
        Assert.True(AreaMatter.IsSame(Cut(TestTown.Building10), Cut(TestTown.Community), Scene));
        Assert.False(AreaMatter.IsSame(Cut(TestTown.Building10), Cut("yuquan-1"), Scene));
        Assert.False(AreaMatter.IsSame(Cut(TestTown.Building10), Cut(TestTown.SubDistrict), Scene));
        Assert.False(AreaMatter.IsSame(Cut(TestTown.Building10, "pressure"), Cut(TestTown.Building11, "pressure"), Scene));
        Assert.False(AreaMatter.IsSame(Cut(TestTown.Building10) with { Urgency = Urgency.Emergency }, Cut(TestTown.Building11), Scene));
    }
}
