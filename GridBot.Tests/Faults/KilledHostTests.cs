using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>A host dies at the worst moments; what was promised is kept after the next start.</summary>
public sealed class KilledHostTests
{
    private const string Light = "10栋楼道灯不亮了";

    [Fact]
    public async Task Killed_after_the_commit_and_before_the_ring_it_rings_after_the_next_start()
    {
        await using var town = await RealTown.BuildAsync("2s");
        using var host = await town.ServeAsync();
        using var push = town.WeCom.HoldNext("webhook/send", beforeEffect: true);
        using var card = town.WeCom.HoldNext("message/send", beforeEffect: true);

        Assert.NotNull(await town.ReportAsync(Light));
        await host.KillAsync();
        town.WeCom.ClearFaults();
        Assert.Empty(town.Rings);
        await town.ServeAsync();

        await town.UntilAsync(() => town.Cards.Count == 4 && town.Rings.SelectMany(r => r.Mentions).Distinct().Count() == 4);
        // Which comes first depends on whether the first card had begun to leave: then it is repeated after its time.
        Assert.Equal(
            new[] { RealTown.Wu, RealTown.Li, RealTown.Chen, RealTown.Liu }.Order(StringComparer.Ordinal),
            town.Cards.Select(c => c.To[0]).Order(StringComparer.Ordinal));
        await town.CheckLedgerAsync();
    }

    [Fact]
    public async Task Killed_while_the_answer_to_a_push_is_on_its_way_the_push_is_repeated_once_and_says_so()
    {
        await using var town = await RealTown.BuildAsync();
        using var host = await town.ServeAsync();
        using var push = town.WeCom.HoldNext("webhook/send");
        await town.ReportAsync(Light);
        await push.Reached.WaitAsync(TestContext.Current.CancellationToken);
        await host.KillAsync();
        await town.ServeAsync();

        await town.UntilAsync(() => town.Rings.Count == 2 && town.Cards.Count == 1);
        Assert.DoesNotContain("（重发）", town.Rings[0].Text, StringComparison.Ordinal);
        Assert.Contains("（重发）", town.Rings[1].Text, StringComparison.Ordinal);
        await town.CheckLedgerAsync();
    }

    [Fact]
    public async Task Killed_while_the_answer_to_a_card_is_on_its_way_the_card_is_not_shown_twice()
    {
        await using var town = await RealTown.BuildAsync();
        using var host = await town.ServeAsync();
        using var card = town.WeCom.HoldNext("message/send");
        await town.ReportAsync(Light);
        await card.Reached.WaitAsync(TestContext.Current.CancellationToken);
        await town.UntilAsync(async () => await town.CountAsync("SELECT COUNT(*) FROM outbox WHERE state = 'sent'") == 1);
        await host.KillAsync();
        await town.ServeAsync();

        await town.UntilAsync(() => town.WeCom.Findings.Calls("message/send") == 2 && town.Rings.Count == 1);
        await town.CheckLedgerAsync();
    }

    [Fact]
    public async Task Away_over_several_steps_it_asks_one_rung_and_goes_on_from_there()
    {
        await using var town = await RealTown.BuildAsync("3s");
        using var host = await town.ServeAsync();
        await town.ReportAsync(Light);
        await town.UntilAsync(() => town.Rings.Count == 1 && town.Cards.Count == 1);
        await town.UntilAllIsSaidAsync();
        await host.KillAsync();
        await town.UntilAsync(() => TimeProvider.System.GetUtcNow() - town.Rings[0].At > TimeSpan.FromSeconds(10));
        await town.ServeAsync();

        await town.UntilAsync(() => town.Cards.Count == 4 && town.Rings.Count == 4);
        Assert.Equal([RealTown.Wu, RealTown.Li, RealTown.Chen, RealTown.Liu], town.Rings.SelectMany(r => r.Mentions));
        Assert.True(town.Rings[2].At - town.Rings[1].At > TimeSpan.FromSeconds(2));
        await town.CheckLedgerAsync();
    }

    [Fact]
    public async Task Stopped_politely_it_finishes_what_it_began_and_loses_nothing()
    {
        await using var town = await RealTown.BuildAsync();
        using var host = await town.ServeAsync();
        for (var building = 10; building <= 13; building++)
        {
            await town.ReportAsync($"{building}栋楼道灯不亮了");
        }

        await host.StopAsync();
        Assert.Equal(0, host.ExitCode);
        await town.ServeAsync();
        await town.UntilAsync(() => town.Cards.Count == 4);
        await town.CheckLedgerAsync();
        Assert.DoesNotContain(town.Rings, r => r.Text.Contains("（重发）", StringComparison.Ordinal));
    }
}
