using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>The database is slow or away; nothing that was heard is lost.</summary>
public sealed class DatabaseTests
{
    [Fact]
    public async Task A_locked_database_sends_messages_into_the_spool_and_they_are_decided_later()
    {
        await using var town = await RealTown.BuildAsync();
        var host = await town.ServeAsync();
        await using (var connection = await town.ConnectAsync())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            Assert.Null(await town.ReportAsync("10栋楼道灯不亮了"));
            Assert.True(town.WeCom.Findings.Undelivered == 0, host.Output);
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await town.UntilAsync(() => town.Cards.Count == 1 && town.Rings.Count == 1);
        await town.CheckLedgerAsync();
        Assert.Equal(1, await town.CountAsync("SELECT COUNT(*) FROM issue"));
        Assert.DoesNotContain("楼道灯", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_neither_words_nor_tokens_nor_keys()
    {
        await using var town = await RealTown.BuildAsync();
        var host = await town.ServeAsync(("Logging:LogLevel:GridBot", "Trace"), ("Logging:LogLevel:System.Net.Http", "Warning"));
        await town.ReportAsync("10栋有人高空抛物，差点砸到刘婆婆，电话13012345678");
        await town.WeCom.SayAsync(RealTown.Li, null, "我家门口的石榴树挡光");
        town.WeCom.AddFault(new GridBot.Sandbox.Faults.Fault("webhook/send", ErrCode: 93000));
        town.WeCom.AddFault(new GridBot.Sandbox.Faults.Fault("callback/bad-signature"));
        await town.ReportAsync("12栋楼道灯不亮了");
        await town.UntilAsync(() => town.Cards.Count >= 2);
        await host.StopAsync();

        var (app, bot) = (town.WeCom.Town.App, town.WeCom.Town.Bot);
        foreach (var secret in town.WeCom.Town.Chats.Select(c => c.PushKey!)
            .Concat([app.Secret, app.Token, app.EncodingAesKey, bot.Token, bot.EncodingAesKey, "抛物", "刘婆婆", "13012345678", "石榴树", "楼道灯"]))
        {
            Assert.DoesNotContain(secret, host.Output, StringComparison.Ordinal);
        }
    }
}
