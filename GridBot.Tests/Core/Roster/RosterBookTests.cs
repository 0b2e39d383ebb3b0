using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Roster;

/// <summary>Who answers where.</summary>
public sealed class RosterBookTests
{
    private static readonly RosterBook Book = TestTown.Book();

    [Theory]
    [InlineData(Level.Building, "wu")]
    [InlineData(Level.Grid, "liqiang")]
    [InlineData(Level.Community, "chen")]
    [InlineData(Level.SubDistrict, "liu")]
    public void Each_rung_above_a_building_has_its_people(Level level, string who) =>
        Assert.Equal([who], Book.ResponsibleAt(TestTown.Building10, level).Select(p => p.UserId));

    [Fact]
    public void An_area_between_community_and_grid_is_no_rung()
    {
        Assert.Equal(TestTown.Community, Book.AncestorAt("jinlong-east", Level.Community)!.Id);
        Assert.Null(Book.AncestorAt("jinlong-east", Level.Grid));
        Assert.Equal(["b10", "jinlong-3", "jinlong-east", "jinlong", "dongjie"], Book.PathUp(TestTown.Building10).Select(p => p.Id));
    }

    [Fact]
    public void Whoever_is_away_is_replaced_by_the_first_stand_in_who_is_here()
    {
        Assert.Equal(["sunmei"], ResponsibleAtGrid3(new Duty(TestTown.Grid3, "liqiang", ["gone", "sunmei", "chen"], true)));
        Assert.Equal(["chen"], ResponsibleAtGrid3(
            new Duty(TestTown.Grid3, "liqiang", ["sunmei", "chen"], true), new Duty(TestTown.Grid4, "sunmei", [], true)));
        Assert.Empty(ResponsibleAtGrid3(new Duty(TestTown.Grid3, "liqiang", [], true)));
    }

    [Fact]
    public void A_stand_in_of_two_is_asked_once() => Assert.Equal(["sunmei"], ResponsibleAtGrid3(
        new Duty(TestTown.Grid3, "liqiang", ["sunmei"], true), new Duty(TestTown.Grid3, "sunmei", [], false)));

    [Fact]
    public void Those_away_and_stand_ins_belong_to_the_ladder_whatever_the_case_of_their_id()
    {
        Assert.Equal(Level.Grid, Book.LadderLevelOf(TestTown.Building10, "SunMei"));
        Assert.True(Book.IsOnLadder(TestTown.Building10, "LIU"));
        Assert.False(Book.IsOnLadder(TestTown.Building10, "zhou"));
        Assert.False(Book.IsOnLadder(TestTown.Building10, "gao"));
    }

    [Fact]
    public void The_nearest_bound_group_hears_of_a_place_and_chat_ids_compare_with_case()
    {
        Assert.Equal(TestTown.GridChat, Book.GroupFor(TestTown.Building10)!.ChatId);
        Assert.Equal(TestTown.DutyChat, Book.GroupFor(TestTown.Building20)!.ChatId);
        Assert.Null(Book.GroupFor("xihe"));
        Assert.Null(Book.FindGroup(TestTown.GridChat.ToUpperInvariant()));
    }

    [Fact]
    public void A_place_lies_within_itself_and_what_is_above_it()
    {
        Assert.True(Book.IsWithin(TestTown.Building10, TestTown.Building10));
        Assert.True(Book.IsWithin(TestTown.Building10, TestTown.SubDistrict));
        Assert.False(Book.IsWithin(TestTown.Building10, TestTown.OtherCommunity));
        Assert.False(Book.IsWithin("nowhere", "nowhere"));
    }

    [Fact]
    public void The_office_of_a_place_is_its_sub_districts() => Assert.Equal("fang", Book.OfficeOf(TestTown.Building20)!.FallbackOwner);

    [Fact]
    public void Places_that_run_in_a_circle_do_not_hang_the_book()
    {
        var circle = new[] { new Place("a", "甲", PlaceKind.Area, "b", []), new Place("b", "乙", PlaceKind.Area, "a", []) };

        Assert.Null(TestTown.Book(places: circle, duties: [], groups: [], people: []).SubDistrictOf("a"));
    }

    private static IEnumerable<string> ResponsibleAtGrid3(params Duty[] duties) =>
        TestTown.Book(duties).ResponsibleAt(TestTown.Building10, Level.Grid).Select(p => p.UserId);
}
