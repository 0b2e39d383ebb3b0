using GridBot.Core.Issues;
using GridBot.Core.Roster;
using GridBot.Demo.Town;
using GridBot.Handlers.Settings;
using Xunit;

namespace GridBot.Tests.Settings;

public sealed class TownBuilderTests
{
    private static readonly DemoTown Town = TownBuilder.Build();

    private static readonly RosterBook Book =
        Assert.IsType<Loaded<RosterBook>.Good>(RosterReader.Read(Samples.Source(Town.RosterYaml))).Value;

    [Fact]
    public void The_town_has_the_size_it_is_meant_to_have()
    {
        int Count(PlaceKind kind) => Book.Places.Count(p => p.Kind == kind);

        Assert.Equal(1, Count(PlaceKind.SubDistrict));
        Assert.Equal(5, Count(PlaceKind.Community));
        Assert.Equal(16, Count(PlaceKind.Area));
        Assert.Equal(324, Count(PlaceKind.Grid));
        Assert.InRange(Count(PlaceKind.Building), 400, 600);
    }

    [Fact]
    public void Somebody_answers_on_every_rung_above_every_building_and_in_every_grid_lies_a_building()
    {
        foreach (var building in Book.Places.Where(p => p.Kind == PlaceKind.Building))
        {
            Assert.All(Enum.GetValues<Level>(), level => Assert.NotEmpty(Book.ResponsibleAt(building.Id, level)));
        }

        Assert.All(Book.Places.Where(p => p.Kind == PlaceKind.Grid), grid => Assert.NotEmpty(Book.ChildrenOf(grid.Id)));
    }

    [Fact]
    public void Names_are_unambiguous_where_people_use_them()
    {
        foreach (var community in Book.Places.Where(p => p.Kind == PlaceKind.Community))
        {
            var within = Book.Places.Where(p => p != community && Book.IsWithin(p.Id, community.Id)).ToList();
            Assert.Equal(within.Count, within.Select(p => p.Name).Distinct().Count());
        }

        var estates = Book.Places.Where(p => p.Kind == PlaceKind.Grid).Select(p => p.Aliases[^1]).ToList();
        Assert.Equal(estates.Count, estates.Distinct().Count());
        Assert.Equal(Book.People.Count, Book.People.Select(p => p.Name).Distinct().Count());
        Assert.Equal(Book.People.Count, Book.People.Select(p => p.Mobile).Distinct().Count());
        Assert.All(Book.People, p => Assert.Matches("^130000[0-9]{5}$", p.Mobile));
    }

    [Fact]
    public void The_cast_stands_first_and_where_the_stories_want_it()
    {
        Assert.Equal(["吴建国", "周桂兰", "李强", "陈静", "刘志远"], Town.People.Take(5).Select(p => p.Name));
        Assert.Equal(new PlayPerson("wu.jianguo", "吴建国", "building_leader", "东街街道/金龙社区/第一片区/3网格/10栋"), Town.People[0]);
        Assert.Equal(Town.People.Select(p => p.UserId), Book.People.Select(p => p.UserId));
        var grid = Book.FindPlace("c1-g3")!;
        Assert.Equal(["3栋", "10栋", "11栋", "12栋", "13栋"], Book.ChildrenOf(grid.Id).Select(p => p.Name));
        Assert.Contains("第三网格", grid.Aliases);
        Assert.Equal(["吴叔"], Called("c1-b10", Level.Building));
        Assert.Equal(["周阿姨"], Called("c1-b11", Level.Building));
        Assert.Equal(["李师傅"], Called("c1-b10", Level.Grid));
        Assert.Equal(["陈书记"], Called("c1-b10", Level.Community));
        Assert.Equal(["刘主任"], Called("c1-b10", Level.SubDistrict));
    }

    [Fact]
    public void Every_grid_has_a_group_of_all_who_answer_for_it_and_the_first_is_that_of_the_first_leader()
    {
        Assert.Equal(325, Town.Chats.Count);
        Assert.Equal("东街街道/金龙社区/第一片区/3网格", Town.Chats[0].Place);
        Assert.Contains(Town.People[0].UserId, Town.Chats[0].Members);
        Assert.Equal("街道值班群", Town.Chats[^1].Name);
        Assert.Contains("liu.zhiyuan", Town.Chats[^1].Members);
        Assert.Equal(325, Town.Chats.Select(c => c.PushKey).Distinct().Count());

        foreach (var chat in Town.Chats.SkipLast(1))
        {
            var group = Book.FindGroup(chat.ChatId)!;
            Assert.Equal(chat.PlaceId, group.PlaceId);
            var building = Book.ChildrenOf(group.PlaceId)[0];
            var ladder = group.Levels.SelectMany(level => Book.ResponsibleAt(building.Id, level)).Select(p => p.UserId);
            Assert.Subset(chat.Members.ToHashSet(), ladder.ToHashSet());
        }
    }

    [Fact]
    public void The_same_seed_builds_the_same_town_and_another_a_different_one()
    {
        var again = TownBuilder.Build();

        Assert.Equal(Town.RosterYaml, again.RosterYaml);
        Assert.Equal(Town.Chats.Select(c => c.PushKey), again.Chats.Select(c => c.PushKey));
        Assert.NotEqual(Town.RosterYaml, TownBuilder.Build(seed: 7).RosterYaml);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_seed_builds_a_town_without_a_fault_and_of_the_same_size(int seed)
    {
        var roster = RosterReader.Read(Samples.Source(TownBuilder.Build(seed).RosterYaml));

        Assert.Empty(roster.FaultsOrNone);
        Assert.Equal(324, roster.ValueOrDefault!.Places.Count(p => p.Kind == PlaceKind.Grid));
        Assert.Equal("吴建国", roster.ValueOrDefault!.ResponsibleAt("c1-b10", Level.Building)[0].Name);
    }

    [Fact]
    public void Its_policy_is_the_one_of_the_stories()
    {
        var policy = PolicyReader.Read(Samples.Source(Town.PoliciesYaml)).ValueOrDefault!;

        Assert.Equal([5, 10, 15, 20], policy.Default.Steps.Select(s => s.Window.Span.TotalMinutes));
        Assert.Equal([20, 20], policy.Default.Rounds.Select(r => r.Span.TotalMinutes));
        Assert.Equal(new DailyWindow(new TimeOnly(22, 0), new TimeOnly(7, 0)), policy.QuietHours);
    }

    private static IEnumerable<string> Called(string placeId, Level level) => Book.ResponsibleAt(placeId, level).Select(p => p.Call);
}
