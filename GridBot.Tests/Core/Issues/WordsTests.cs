using GridBot.Core.Issues;
using GridBot.Core.Roster;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>What the reporter wrote: read by few, taken back within a day.</summary>
public sealed class WordsTests
{
    private static readonly DateTimeOffset At = TestTown.Tuesday;

    [Fact]
    public void Within_a_day_the_words_go_in_every_stage_and_the_matter_stays_as_it_is()
    {
        foreach (var life in new[] { Life.Begin().Acks("liqiang"), Life.Begin().Acks("liqiang").Resolves("liqiang"), Life.Begin().Rejects("chen") })
        {
            var before = life.Issue;
            var changed = Assert.IsType<Decision.Changed>(IssueLifecycle.Decide(before, new IssueEvent.Withdrawn("zhou", At.AddHours(23)), TestTown.Scene));
            Assert.Equal("", changed.Issue.Text);
            Assert.Equal((before.Stage, before.Number, before.OpenedAt, before.NextDueAt), (changed.Issue.Stage, changed.Issue.Number, changed.Issue.OpenedAt, changed.Issue.NextDueAt));
            Assert.Contains(changed.Effects, e => e is Effect.EraseWords);
            Assert.IsType<Decision.Refused>(IssueLifecycle.Decide(changed.Issue, new IssueEvent.Withdrawn("zhou", At.AddHours(23)), TestTown.Scene));
            Assert.IsType<Decision.Refused>(IssueLifecycle.Decide(before, new IssueEvent.Withdrawn("zhou", At.AddHours(25)), TestTown.Scene));
            Assert.IsType<Decision.Refused>(IssueLifecycle.Decide(before, new IssueEvent.Withdrawn("wu", At.AddHours(1)), TestTown.Scene));
        }
    }

    [Theory]
    [InlineData("liqiang", false, true)]
    [InlineData("liqiang", true, false)]
    [InlineData("chen", false, true)]
    [InlineData("chen", true, true)]
    [InlineData("liu", true, true)]
    [InlineData("wu", false, false)]
    [InlineData("zhou", false, false)]
    [InlineData("gao", false, false)]
    public void The_taker_reads_the_words_and_from_the_community_up_the_phone_too(string who, bool phone, bool may) =>
        Assert.Equal(may, IssueLifecycle.MayView(Life.Begin().Acks("liqiang").Issue, who, phone, TestTown.Scene));

    [Fact]
    public void Another_unit_never_learns_who_reported_also_as_the_owner()
    {
        var scene = TestTown.SceneWith(TestTown.Book(people: TestTown.People.Append(
            new Person("wuye", "物业老赵", null, Role.Outside, TestTown.Grid3, "赵经理"))));
        var issue = Life.Begin().Issue with { Stage = new Stage.Acknowledged("wuye", At) };

        Assert.False(IssueLifecycle.MayView(issue, "wuye", false, scene));
        Assert.Equal(new Decision.Refused(Refusal.NotYoursToRead), IssueLifecycle.Decide(issue, new IssueEvent.Viewed("wuye", At, false), scene));
    }
}
