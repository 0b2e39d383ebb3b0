using GridBot.Demo.Week;
using Xunit;

namespace GridBot.Tests.Week;

/// <summary>A week of the demo's sub-district under the policy that is shipped: nobody is called more than people bear.</summary>
public sealed class WeekTests
{
    [Fact]
    public async Task Under_the_shipped_policy_few_are_called_seldom_and_no_limit_of_WeCom_is_touched()
    {
        var week = await WeekPlay.PlayAsync(days: 7, perDay: 100, seed: 7, TestContext.Current.CancellationToken);

        Assert.InRange(week.Issues, 600, 800);
        Assert.Empty(week.LimitsBroken);
        Assert.InRange(week.MentionsRank(0.5), 1, 2);
        Assert.InRange(week.MostMentionsInAnHour, 1, 6);
        Assert.Empty(week.OverGroupBudget);
        Assert.InRange(week.ShareTakenInTime, 0.9, 1);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_days()
    {
        var one = await WeekPlay.PlayAsync(days: 1, perDay: 20, seed: 11, TestContext.Current.CancellationToken);
        var other = await WeekPlay.PlayAsync(days: 1, perDay: 20, seed: 11, TestContext.Current.CancellationToken);

        Assert.Equal((one.Issues, one.Rung, one.Resolved, one.MessagesSent), (other.Issues, other.Rung, other.Resolved, other.MessagesSent));
        Assert.Equal(one.MentionsUntilTaken, other.MentionsUntilTaken);
    }
}
