using System.Text;
using GridBot.Storage;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using GridBot.Storage.Timers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class RegistrationTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gridbot-registration-");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_settings_are_enough_and_a_second_host_on_the_embedded_store_is_refused_with_the_remedy()
    {
        using (var first = Build())
        {
            await first.StartAsync(Cancelled);
            var store = first.Services.GetRequiredService<IssueStore>();
            Assert.IsType<CommitOutcome.Done>(await store.CommitAsync(Samples.Open(Samples.Issue(1)), Cancelled));
            Assert.True((await first.Services.GetRequiredService<RedisTimers>().CountAsync(Cancelled)).Available);

            using var second = Build();
            var refused = await Assert.ThrowsAsync<StoreTakenException>(() => second.StartAsync(Cancelled));
            Assert.Contains("Redis:Connection", refused.Message, StringComparison.Ordinal);
            await first.StopAsync(Cancelled);
        }

        using var restarted = Build();
        await restarted.StartAsync(Cancelled);
        var raw = await restarted.Services.GetRequiredService<RawMessages>().FindAsync("msg-1", Cancelled);
        Assert.Equal("@网格助手 三单元楼道漏水了", Encoding.UTF8.GetString(raw!));
    }

    [Theory]
    [InlineData("Database", "mysql:x")]
    [InlineData("Database", "sqlserver:nonsense")]
    [InlineData("Secrets:DataKey", "short")]
    [InlineData("Redis:KeyPrefix", "{a}")]
    [InlineData("Redis:Connection", "")]
    public void A_faulty_setting_is_named(string name, string value)
    {
        var faults = Check((name, value));

        Assert.Contains(faults, f => f.StartsWith(name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_file_that_cannot_be_read_is_a_fault_with_its_remedy()
    {
        var database = ("Database", $"sqlite:{Path.Combine(_folder.FullName, "gridbot.db")}");
        using (File.Open(Path.Combine(_folder.FullName, "gridbot.db.key"), FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            Assert.Contains("gridbot.db.key can't be read", Assert.Single(Check(database)), StringComparison.Ordinal);
        }

        Assert.Contains("holds no key", Assert.Single(Check(database)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once_and_no_secret_with_them()
    {
        var faults = Check(("Database", "sqlserver:Password=hush;nonsense"), ("Redis:KeyPrefix", "{"), ("Secrets:DataKey", "hush"));

        Assert.Equal(3, faults.Count);
        Assert.DoesNotContain(faults, f => f.Contains("hush", StringComparison.Ordinal));
        Assert.Contains(Check(("Database", "sqlserver:Server=db")), f => f.StartsWith("Secrets:DataKey", StringComparison.Ordinal));
        Assert.Empty(Check());
    }

    [Fact]
    public async Task The_spool_keeps_messages_sealed_in_order_and_over_a_restart()
    {
        var file = Path.Combine(_folder.FullName, "host.spool");
        using var seal = new Seal(new byte[32]);
        await using (var spool = new Spool(file, seal, NullLogger<Spool>.Instance))
        {
            foreach (var id in new[] { "a", "b" })
            {
                await spool.AppendAsync(new SpooledMessage(0, id, "bot", Samples.Tuesday, Encoding.UTF8.GetBytes($"漏水 {id}")), Cancelled);
            }
        }

        Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes("漏水")));
        await using var again = new Spool(file, seal, NullLogger<Spool>.Instance);
        var oldest = Assert.Single(await again.PeekAsync(1, Cancelled));
        Assert.Equal(("a", "漏水 a", Samples.Tuesday), (oldest.Id, Encoding.UTF8.GetString(oldest.Raw), oldest.ReceivedAt));
        await again.RemoveAsync(oldest.SpoolId, Cancelled);
        Assert.Equal(1, await again.CountAsync(Cancelled));
    }

    [Fact]
    public void What_was_sealed_opens_with_its_key_alone_and_only_unchanged()
    {
        using var seal = new Seal(new byte[32]);
        using var other = new Seal([.. Enumerable.Repeat((byte)1, 32)]);
        var closed = seal.Close("漏水"u8);

        Assert.Equal("漏水", Encoding.UTF8.GetString(seal.Open(closed)));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => other.Open(closed));
        closed[^1] ^= 1;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => seal.Open(closed));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => seal.Open([1, 2]));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IReadOnlyList<string> Check(params (string Name, string Value)[] settings)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build()
            .Get<StorageOptions>() ?? new StorageOptions();
        return [.. new StorageOptionsCheck().Validate(null, options).Failures ?? []];
    }

    private IHost Build()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Database", (string?)$"sqlite:{Path.Combine(_folder.FullName, "gridbot.db")}")]);
        builder.Services.AddGridBotStorage(builder.Configuration);
        return builder.Build();
    }
}
