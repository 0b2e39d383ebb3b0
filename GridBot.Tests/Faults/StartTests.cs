using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>What is wrong is said before the first message arrives, with its remedy.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("WeCom:CorpId", "")]
    [InlineData("WeCom:App:EncodingAesKey", "too short")]
    [InlineData("Roster", "no/such/file.yaml")]
    [InlineData("Database", "mysql:server")]
    public async Task A_missing_or_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        await using var town = await RealTown.BuildAsync();
        using var host = await HostProcess.RunAsync(town.Settings((setting, value)), town.Folder);
        Assert.Equal(2, host.ExitCode);
        Assert.Contains(value.EndsWith(".yaml", StringComparison.Ordinal) ? value : setting, host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_config_lists_every_fault_of_every_file_at_once()
    {
        await using var town = await RealTown.BuildAsync();
        var roster = Path.Combine(town.Folder, "town", "roster.yaml");
        var policies = Path.Combine(town.Folder, "town", "policies.yaml");
        await File.WriteAllTextAsync(roster, (await File.ReadAllTextAsync(roster, Now)).Replace("duty: [wu.jianguo]", "duty: [nobody.here]", StringComparison.Ordinal), Now);
        await File.WriteAllTextAsync(policies, "steps:\n  - {level: tower, window: 5m}\n  - {level: grid, window: soon}\n", Now);

        using var check = await HostProcess.RunAsync(town.Settings(("WeCom:CorpId", "")), town.Folder, "check-config");
        Assert.Equal(2, check.ExitCode);
        foreach (var fault in new[] { "WeCom:CorpId", "nobody.here", "tower", "soon" })
        {
            Assert.Contains(fault, check.Output, StringComparison.Ordinal);
        }

        using var good = await HostProcess.RunAsync((await RealTown.BuildAsync()).Settings(), town.Folder, "check-config");
        Assert.Equal(0, good.ExitCode);
    }

    [Fact]
    public async Task A_second_host_on_an_embedded_store_is_refused_with_the_remedy()
    {
        await using var town = await RealTown.BuildAsync();
        await town.ServeAsync();
        using var second = await HostProcess.RunAsync(town.Settings(), town.Folder);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("Redis:Connection", second.Output, StringComparison.Ordinal);
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;
}
