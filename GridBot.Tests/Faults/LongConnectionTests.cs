using System.Text.Json;
using GridBot.Sandbox.Records;
using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>Two hosts of ours and one long connection: one holds it, the other stands by.</summary>
public sealed class LongConnectionTests
{
    [Fact]
    public async Task When_the_holder_is_killed_the_other_host_takes_over_and_says_what_was_to_be_said()
    {
        using var redis = RedisServer.StartOrSkip();
        await using var town = await RealTown.BuildAsync();
        (string, string?)[] socket = [("WeCom:Bot:Mode", "socket"), ("Redis:Connection", redis.Connection), ("WeCom:PushKeys", "")];
        var holder = await town.ServeAsync(socket);
        await town.UntilAsync(() => town.WeCom.BotIsConnected);
        var other = await town.ServeAsync(socket);
        await town.UntilAsync(async () => await StandingAsync(other) == "StandingBy");
        Assert.Equal("Connected", await StandingAsync(holder));

        await town.ReportAsync("10栋楼道灯不亮了");
        await town.UntilAsync(() => Answers(town) == 1 && OwnWords(town).Count == 1 && town.Cards.Count == 1);
        await holder.KillAsync();
        await town.UntilAsync(() => !town.WeCom.BotIsConnected);

        // The app's callbacks go to the host that is left; what it has to tell the group waits for the connection.
        await town.WeCom.TapAsync(RealTown.Wu, town.Cards[0].Card!.TaskId!, "busy:1");
        await town.UntilAsync(async () => await StandingAsync(other) == "Connected");
        Assert.Equal(2, town.WeCom.Findings.Calls("aibot_subscribe"));
        await town.UntilAsync(() => OwnWords(town).Count == 2 && town.Cards.Count == 2);

        await town.WeCom.SayAsync(RealTown.Li, town.Group, "@网格助手 1收到");
        await town.UntilAsync(() => Answers(town) == 2);
        await town.UntilAllIsSaidAsync();
        Assert.Equal(2, town.WeCom.Findings.Calls("aibot_subscribe"));
        Assert.Empty(town.WeCom.Findings.Violations);
    }

    [Fact]
    public async Task A_holder_that_is_stopped_politely_hands_over_at_once()
    {
        using var redis = RedisServer.StartOrSkip();
        await using var town = await RealTown.BuildAsync();
        (string, string?)[] socket = [("WeCom:Bot:Mode", "socket"), ("Redis:Connection", redis.Connection)];
        var holder = await town.ServeAsync(socket);
        await town.UntilAsync(() => town.WeCom.BotIsConnected);
        var other = await town.ServeAsync(socket);
        await holder.StopAsync();
        await town.UntilAsync(async () => await StandingAsync(other) == "Connected");
        await town.ReportAsync("10栋楼道灯不亮了");
        await town.UntilAsync(() => Answers(town) == 1);
    }

    /// <summary>A busy machine may answer after the sandbox has stopped waiting; the answer counts all the same.</summary>
    private static int Answers(RealTown town) => town.WeCom.Log.Since(0).Count(e => e.Channel == Channel.BotAnswer);

    /// <summary>What the robot says by itself in the group.</summary>
    private static List<LogEntry> OwnWords(RealTown town) => [.. town.WeCom.Log.Since(0).Where(e => e.Channel == Channel.BotPush)];

    private static async Task<string> StandingAsync(HostProcess host)
    {
        using var http = new HttpClient();
        using var health = JsonDocument.Parse(await http.GetStringAsync(new Uri(host.Address!, "/health/ready"), TestContext.Current.CancellationToken));
        return health.RootElement.GetProperty("checks").GetProperty("socket").GetProperty("data").GetProperty("standing").GetString()!;
    }
}
