using GridBot.Demo.Day;
using Xunit;

namespace GridBot.Tests.Stories;

/// <summary>
/// A day and a night in the town: the very script that the demo page plays (GridBot.Demo/Day/day.json), with every
/// message that people may see. One that the script doesn't name fails it, and so does one that is missing.
/// </summary>
public sealed class DayAndNight
{
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

        var findings = town.Demo.Sandbox.Findings;
        Assert.Empty(findings.Violations);
        Assert.Equal((0, 0, 0), (findings.Dropped, findings.Truncated, findings.Undelivered));
    }
}
