using GridBot.Core.Issues;
using GridBot.Demo.Day;
using GridBot.Demo.Town;
using GridBot.Sandbox.Records;
using GridBot.Storage.Issues;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GridBot.Tests.Stories;

/// <summary>
/// A day and a night in the town: the very script that the demo page plays (GridBot.Demo/Day/day.json), with every
/// message that people may see. One that the script doesn't name fails it, and so does one that is missing.
/// </summary>
public sealed class DayAndNight
{
    private const long Noise = 128;
    private const long Smoke = 132;

    /// <summary>What residents wrote, what is private, and what would shame somebody who didn't answer.</summary>
    private static readonly string[] NeverInAGroup = ["睡不着", "吵得", "浓烟", "打孩子", "家庭暴力", "演练", "不便", "未响应", "超时", "退回"];

    [Fact]
    public async Task Everything_that_is_said_from_evening_to_morning_is_in_the_script_and_nothing_else()
    {
        var token = TestContext.Current.CancellationToken;
        await using var town = await DayTown.RaiseAsync(DayScript.Read(), token);
        while (town.Player.Next is { } scene)
        {
            var differences = await town.Player.PlayAsync(token);
            Assert.False(differences!.Any, $"{scene.Step}: {scene.Caption}{differences}");
        }

        var weCom = town.Demo.Sandbox;
        Assert.Empty(weCom.Findings.Violations);
        Assert.Equal((0, 0, 0), (weCom.Findings.Dropped, weCom.Findings.Truncated, weCom.Findings.Undelivered));
        Assert.Equal(Enumerable.Range(1, 12), DayScript.Read().Scenes.Select(s => s.Step).Distinct().Order());

        foreach (var entry in weCom.Log.Since(0).Where(e => e.Chat is not null and not "bot"))
        {
            var read = $"{entry.Text}{entry.Card?.Title}{entry.Card?.Text}";
            Assert.All(NeverInAGroup, words => Assert.DoesNotContain(words, read, StringComparison.Ordinal));
            Assert.False(read.Contains($"#{Noise}", StringComparison.Ordinal) && read.Contains('吴'), $"The group reads who could not come: {read}");
        }

        await TheFiguresAreTrueAsync(town, token);
        NobodyIsMentionedAfterItWasTaken(weCom.Log.Since(0));
    }

    private static async Task TheFiguresAreTrueAsync(DayTown town, CancellationToken token)
    {
        var noise = await IssueAsync(town, Noise, token);
        Assert.Equal(1, noise.Reworks);
        Assert.Equal(ClosedBecause.Confirmed, Assert.IsType<Stage.Closed>(noise.Stage).Why);
        Assert.Equal(
            [
                "Building wu.jianguo Declined 60000", "Grid li.qiang Missed", "Community chen.jing Missed", "SubDistrict liu.zhiyuan Answered 38000",
                "Grid li.qiang Answered 442000", "Community chen.jing Answered 480000",
            ],
            await ResponsesAsync(town, noise, token));
        Assert.All(
            await ResponsesAsync(town, await IssueAsync(town, Smoke, token), token), row => Assert.DoesNotContain("Answered", row, StringComparison.Ordinal));
    }

    /// <summary>From the leader's tap on, half an hour long nobody is @-mentioned for that ladder any more; who disputes the result begins another.</summary>
    private static void NobodyIsMentionedAfterItWasTaken(IReadOnlyList<LogEntry> log)
    {
        var taken = log.First(e => e.Text.Contains("街道刘主任接手", StringComparison.Ordinal));
        Assert.Empty(taken.Mentions);
        Assert.DoesNotContain(
            log, e => e.Seq > taken.Seq && e.At <= taken.At.AddMinutes(30) && e.Mentions.Count > 0
                && e.Text.Contains($"#{Noise}", StringComparison.Ordinal) && !e.Text.Contains("反映人说还没好", StringComparison.Ordinal));
    }

    private static async Task<Issue> IssueAsync(DayTown town, long number, CancellationToken token) =>
        await town.Demo.Services.GetRequiredService<IssueStore>().FindByNumberAsync(TownMap.SubDistrictId, number, token)
            ?? throw new InvalidOperationException($"There is no #{number}.");

    /// <summary>Each summons as "level person outcome milliseconds", in the order in which they were rung.</summary>
    private static async Task<IReadOnlyList<string>> ResponsesAsync(DayTown town, Issue issue, CancellationToken token)
    {
        var rows = await town.Demo.Services.GetRequiredService<IssueQueries>().ResponsesOfAsync(issue.Id, token);
        return [.. rows.OrderBy(r => r.Summons).Select(r => $"{r.Level} {r.Person} {r.Outcome} {r.ResponseMs}".TrimEnd())];
    }
}
