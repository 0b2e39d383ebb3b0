using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Tests.Core.Wording;
using Xunit;

namespace GridBot.Tests.Core.Issues;

/// <summary>Private issues: whom they ring, who knows of them, what leaves for them.</summary>
public sealed class PrivacyTests
{
    private static readonly Issue Draft = Life.Begin().Issue with
    {
        IsPrivate = true, ChatId = null, SaidIn = null, Code = 0, Summons = 0, ClimbFrom = 0, Rungs = [], Stage = new Stage.Withdrawn(TestTown.Tuesday),
    };

    [Theory]
    [InlineData("noise")]
    [InlineData("fire")]
    public void The_ladder_begins_at_the_community_also_where_all_would_ring_at_once(string category)
    {
        var urgency = TestTown.Categories[category].Urgency;
        var opened = IssueLifecycle.Open(Draft with { Category = category, Urgency = urgency }, TestTown.Scene);

        Assert.Equal(["chen"], opened.Effects.OfType<Effect.Ring>().Single().People);
        Assert.DoesNotContain(new Words().Effects.Write(null, opened, TestTown.Scene, AlreadySeen.Nothing, TestTown.Tuesday), s => s is Saying.InGroup);
    }

    [Fact]
    public void Whom_it_is_about_is_never_asked_told_or_handed_it()
    {
        var issue = IssueLifecycle.Open(Draft with { Concerned = ["chen", "fang"] }, TestTown.Scene).Issue;
        var asked = new List<string>(issue.Rungs.Select(r => r.UserId));
        for (var step = 0; step < 8; step++)
        {
            var changed = (Decision.Changed)IssueLifecycle.Decide(issue, new IssueEvent.TimeIsUp(issue.NextDueAt!.Value), TestTown.Scene);
            issue = changed.Issue;
            asked.AddRange(changed.Effects.OfType<Effect.Ring>().SelectMany(r => r.People));
        }

        Assert.Contains("liu", asked);
        Assert.True(issue.Stage is Stage.Waiting { OnBoard: true });
        Assert.DoesNotContain("chen", asked);
        Assert.DoesNotContain("fang", asked);
        Assert.Equal(
            new Decision.Refused(Refusal.ReceiverConcerned),
            IssueLifecycle.Decide(issue, new IssueEvent.Transferred("liu", issue.OpenedAt, "chen"), TestTown.Scene));
        Assert.False(Privacy.IsOpenTo(issue, "chen"));
    }

    [Theory]
    [InlineData("楼长乱收费", "wu")]
    [InlineData("网格员态度差", "liqiang")]
    [InlineData("书记不管", "chen")]
    [InlineData("孙姐收了钱", "sunmei")]
    [InlineData("刘伟的亲戚", "liu")]
    public void A_person_is_meant_by_role_name_or_form_of_address(string text, string meant) =>
        Assert.Contains(meant, Privacy.ConcernedBy(text, TestTown.Building10, "zhou", TestTown.Book()));

    [Fact]
    public void Nobody_is_concerned_by_their_own_report_and_strangers_of_other_sub_districts_are_not_meant() =>
        Assert.Empty(Privacy.ConcernedBy("我是周阿姨，钱主任说的", TestTown.Building10, "zhou", TestTown.Book()));

    [Fact]
    public void Those_who_reported_were_asked_or_have_it_know_of_it_and_nobody_else()
    {
        var issue = IssueLifecycle.Open(Draft, TestTown.Scene).Issue;

        Assert.Equal(["chen", "zhou"], Privacy.Insiders(issue).Order());
        Assert.All(TestTown.People.Select(p => p.UserId).Except(["chen", "zhou"]), u => Assert.False(Privacy.IsOpenTo(issue, u)));
        Assert.All(["wu", "liqiang", "he"], who => Assert.Equal(
            Refusal.NotOnItsLadder,
            Assert.IsType<Decision.Refused>(IssueLifecycle.Decide(issue with { Helpers = [who] }, new IssueEvent.Acknowledged(who, issue.OpenedAt), TestTown.Scene)).Why));
    }

    [Fact]
    public void What_turns_out_to_be_private_is_taken_from_those_below_the_community()
    {
        var tree = new CategoryTree([.. TestTown.Categories.Categories.Append(
            TestTown.Categories["rubbish"] with { Code = "tip", Name = "举报", IsPrivate = true })]);
        var scene = TestTown.Scene with { Categories = tree };
        var changed = (Decision.Changed)IssueLifecycle.Decide(
            Life.Begin().Issue, new IssueEvent.Corrected("zhou", TestTown.Tuesday, "tip", null, null, null), scene);

        Assert.True(changed.Issue.IsPrivate);
        Assert.Null(changed.Issue.ChatId);
        Assert.Equal(["chen"], changed.Issue.Rungs.Select(r => r.UserId));
        Assert.Contains(changed.Effects, e => e is Effect.StopRinging);
        Assert.False(Privacy.IsOpenTo(changed.Issue, "wu"));
    }

    [Fact]
    public void A_subcategory_says_otherwise_than_its_category()
    {
        var tree = new CategoryTree([TestTown.Categories["other"] with
        {
            IsPrivate = true,
            Subcategories = [new Subcategory("fight", "打斗", [], null) { IsPrivate = false }, new Subcategory("home", "家事", [], null)],
        }]);

        Assert.True(tree.IsPrivate("other", null));
        Assert.True(tree.IsPrivate("other", "home"));
        Assert.False(tree.IsPrivate("other", "fight"));
    }
}
