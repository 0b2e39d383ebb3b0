using GridBot.Core.Roster;
using GridBot.Storage.Groups;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Sql;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class GroupsOnSqlite : GroupTests<SqliteHouse>;

public sealed class GroupsOnSqlServer : GroupTests<SqlServerHouse>;

/// <summary>Groups bound by message, the keys that ring in them, and what WeCom announces.</summary>
public abstract class GroupTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    private static readonly DateTimeOffset Now = Samples.Tuesday;

    [Fact]
    public async Task A_binding_comes_back_as_it_was_with_what_is_asked_for()
    {
        var bindings = new GroupBindings(Store.Database);
        var asked = new GroupBinding("wrChatA", 1)
        {
            Request = new BindingRequest("g1", "token", "li.qiang", Now, Quiet: false, "https://wecom.example/r?response_code=9")
            {
                ConfirmedBy = "wu.li", Code = "0042", CodeUntil = Now.AddMinutes(10), WrongCodes = 2,
            },
        };
        await CommitAsync(new IssueCommit { At = Now, Binding = asked });
        Assert.Equal(asked, await bindings.FindAsync("wrChatA", Cancelled));
        Assert.Null(await bindings.FindAsync("wrchata", Cancelled));

        var bound = asked with { Version = 2, PlaceId = "g1", Voice = GroupVoice.AppChat, AppChatId = "grid1", BoundBy = "wu.li", BoundAt = Now, Request = null };
        await CommitAsync(new IssueCommit { At = Now.AddMinutes(1), Binding = bound });
        Assert.Equal(bound, await bindings.FindAsync("wrChatA", Cancelled));
    }

    [Fact]
    public async Task Who_decided_on_an_older_state_stores_nothing()
    {
        await CommitAsync(new IssueCommit { At = Now, Binding = new GroupBinding("wrChatA", 1, "g1") });
        foreach (var late in new[] { new GroupBinding("wrChatA", 1, "g2"), new GroupBinding("wrChatA", 3, "g2") })
        {
            var outcome = await Store.Issues.CommitAsync(
                new IssueCommit { At = Now, Inbox = new InboxEntry($"m{late.Version}", "Bot", null, Now), Binding = late }, Cancelled);
            Assert.IsType<CommitOutcome.Stale>(outcome);
            Assert.Null(await Store.Inbox.FindAsync($"m{late.Version}", Cancelled));
        }
    }

    [Fact]
    public async Task Hosts_hear_of_what_changed_since_they_looked()
    {
        var bindings = new GroupBindings(Store.Database);
        await CommitAsync(new IssueCommit { At = Now, Binding = new GroupBinding("wrChatA", 1, "g1") });
        await CommitAsync(new IssueCommit { At = Now.AddMinutes(5), Binding = new GroupBinding("wrChatB", 1, "g2") });

        Assert.Equal(["wrChatA", "wrChatB"], (await bindings.ChangedSinceAsync(DateTimeOffset.MinValue, Cancelled)).Select(b => b.ChatId));
        Assert.Equal(["wrChatB"], (await bindings.ChangedSinceAsync(Now.AddMinutes(5), Cancelled)).Select(b => b.ChatId));
        Assert.Empty(await bindings.ChangedSinceAsync(Now.AddMinutes(6), Cancelled));
    }

    [Fact]
    public async Task A_key_is_sealed_and_the_last_one_counts()
    {
        using var seal = new Seal([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        var keys = new SealedPushKeys(Store.Database, seal);
        await CommitAsync(new IssueCommit { At = Now, PushKey = new PlaceKey("g1", "key-one", "wu.li") });
        await CommitAsync(new IssueCommit { At = Now.AddMinutes(1), PushKey = new PlaceKey("g1", "key-two", "wu.li") });
        Assert.Equal([new PlaceKey("g1", "key-two", "wu.li")], await keys.ChangedSinceAsync(DateTimeOffset.MinValue, Cancelled));

        using var other = new Seal(new byte[32]);
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(
            () => new SealedPushKeys(Store.Database, other).ChangedSinceAsync(DateTimeOffset.MinValue, Cancelled));
    }

    [Fact]
    public async Task The_last_announcement_counts()
    {
        var notices = new AppNotices(Store.Database);
        Assert.Null(await notices.NewestAsync(Cancelled));
        foreach (var (kind, minutes) in new[] { ("inactive_alert", 0), ("active_restored", 1), ("inactive_alert", 2) })
        {
            await CommitAsync(new IssueCommit { At = Now, Notice = new AppNotice(kind, Now.AddMinutes(minutes)) });
            Assert.Equal(kind, (await notices.NewestAsync(Cancelled))!.Kind);
        }
    }

    private async Task CommitAsync(IssueCommit commit) => Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(commit, Cancelled));
}
