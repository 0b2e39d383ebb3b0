using System.Text;
using GridBot.Core.Issues;
using GridBot.Core.Wording;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using Xunit;

namespace GridBot.Tests.Storage;

public sealed class OutboxOnSqlite : OutboxTests<SqliteHouse>;

public sealed class OutboxOnSqlServer : OutboxTests<SqlServerHouse>;

public abstract class OutboxTests<THouse> : StoreTests<THouse>
    where THouse : StoreHouse, new()
{
    private static readonly DateTimeOffset Now = Samples.Tuesday;
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{}");

    [Fact]
    public async Task Destinations_come_by_priority_then_age()
    {
        await SayAsync(Now, Tell("wang", 3), Tell("sun", 3));
        await SayAsync(Now.AddSeconds(1), Tell("zhou", 0), Tell("later", 0) with { NotBefore = Now.AddHours(1) });

        var ready = await Store.Outbox.ReadyDestinationsAsync(Now.AddSeconds(2), 10, Cancelled);

        Assert.Equal("app:zhou", ready[0].Destination);
        Assert.Equal(["app:sun", "app:wang"], ready.Skip(1).Select(r => r.Destination).Order());
        Assert.Equal(Now.AddHours(1), await Store.Outbox.NextDueAtAsync(Now.AddSeconds(2), Cancelled));
    }

    [Fact]
    public async Task A_call_begins_only_while_all_its_sayings_wait()
    {
        var issue = await OpenAsync();
        var waiting = await Store.Outbox.PeekAsync("push:wrChatA", Now, 10, Cancelled);
        await Store.Issues.CommitAsync(Samples.Take(issue, "zhao", Now), Cancelled);

        Assert.Null(await BeginAsync("push:wrChatA", waiting));

        Assert.Empty(await Store.Outbox.UnfinishedAsync(Now.AddHours(1), 10, Cancelled));
    }

    [Fact]
    public async Task A_sent_ring_is_delivered_and_its_card_is_open_until_its_code_is_taken()
    {
        await OpenAsync();
        var sendingId = await BeginAsync("app:zhao", await Store.Outbox.PeekAsync("app:zhao", Now, 10, Cancelled));

        var card = new SentCard("i1-1-zhao", 1, 1, "app", "zhao", "code-1");
        Assert.True(await Store.Outbox.FinishAsync(sendingId!.Value, new SendingOutcome.Sent([card]), Now.AddSeconds(1), Cancelled));

        var responses = await Store.Queries.ResponsesOfAsync(1, Cancelled);
        Assert.Equal([null, Now.AddSeconds(1)], responses.Select(r => r.DeliveredAt));
        Assert.Equal([card], await Store.Cards.OpenOfAsync(1, Cancelled));
        Assert.Equal(card, await Store.Cards.TakeAsync("i1-1-zhao", "ZHAO", Now, Cancelled));
        Assert.Null(await Store.Cards.TakeAsync("i1-1-zhao", "zhao", Now, Cancelled));
        Assert.Empty(await Store.Cards.OpenOfAsync(1, Cancelled));
        Assert.False(await Store.Outbox.FinishAsync(sendingId.Value, new SendingOutcome.Sent(), Now, Cancelled));
    }

    [Fact]
    public async Task A_card_older_than_its_code_lives_is_left_alone()
    {
        await OpenAsync();
        var sendingId = await BeginAsync("app:zhao", await Store.Outbox.PeekAsync("app:zhao", Now, 10, Cancelled));
        await Store.Outbox.FinishAsync(
            sendingId!.Value, new SendingOutcome.Sent([new SentCard("i1-1-zhao", 1, 1, "app", "zhao", "code-1")]), Now, Cancelled);

        Assert.Null(await Store.Cards.TakeAsync("i1-1-zhao", "zhao", Now.AddHours(72), Cancelled));
        Assert.NotNull(await Store.Cards.TakeAsync("i1-1-zhao", "zhao", Now.AddHours(72).AddMilliseconds(-1), Cancelled));
    }

    [Fact]
    public async Task A_text_in_the_group_is_delivered_to_everybody_it_mentions()
    {
        await OpenAsync();
        var sendingId = await BeginAsync("push:wrChatA", await Store.Outbox.PeekAsync("push:wrChatA", Now, 10, Cancelled));

        await Store.Outbox.FinishAsync(sendingId!.Value, new SendingOutcome.Sent(), Now, Cancelled);

        Assert.All(await Store.Queries.ResponsesOfAsync(1, Cancelled), r => Assert.Equal(Now, r.DeliveredAt));
        Assert.Equal(1, (await Store.Outbox.CountsAsync(Cancelled))["sent"]);
    }

    [Fact]
    public async Task What_did_not_arrive_waits_again_and_what_never_will_is_failed()
    {
        await OpenAsync();
        var later = await BeginAsync("app:zhao", await Store.Outbox.PeekAsync("app:zhao", Now, 10, Cancelled));
        var never = await BeginAsync("app:qian", await Store.Outbox.PeekAsync("app:qian", Now, 10, Cancelled));

        await Store.Outbox.FinishAsync(later!.Value, new SendingOutcome.Later(Now.AddMinutes(1), "45009"), Now, Cancelled);
        await Store.Outbox.FinishAsync(never!.Value, new SendingOutcome.Never("60111"), Now, Cancelled);

        Assert.Empty(await Store.Outbox.PeekAsync("app:zhao", Now, 10, Cancelled));
        Assert.Equal(1, Assert.Single(await Store.Outbox.PeekAsync("app:zhao", Now.AddMinutes(1), 10, Cancelled)).Attempts);
        Assert.Equal(1, (await Store.Outbox.CountsAsync(Cancelled))["failed"]);
    }

    [Fact]
    public async Task A_call_whose_fate_is_unknown_is_repeated_byte_for_byte_by_one_host()
    {
        await OpenAsync();
        var sendingId = await BeginAsync("app:zhao", await Store.Outbox.PeekAsync("app:zhao", Now, 10, Cancelled));
        Assert.Empty(await Store.Outbox.UnfinishedAsync(Now.AddSeconds(9), 10, Cancelled));

        var unfinished = Assert.Single(await Store.Outbox.UnfinishedAsync(Now.AddSeconds(10), 10, Cancelled));

        Assert.Equal((sendingId!.Value, "host-1"), (unfinished.Id, unfinished.Host));
        Assert.Equal(Body, unfinished.Body);
        Assert.True(await Store.Outbox.RepeatAsync(unfinished, "host-2", Now.AddSeconds(10), Now.AddSeconds(20), Cancelled));
        Assert.False(await Store.Outbox.RepeatAsync(unfinished, "host-3", Now.AddSeconds(10), Now.AddSeconds(20), Cancelled));
        Assert.Empty(await Store.Outbox.UnfinishedAsync(Now.AddSeconds(19), 10, Cancelled));
    }

    [Fact]
    public async Task What_nobody_needs_any_more_expires()
    {
        await SayAsync(Now, Tell("wang", 3) with { UsefulUntil = Now.AddMinutes(1) });

        Assert.Empty(await Store.Outbox.PeekAsync("app:wang", Now.AddMinutes(1), 10, Cancelled));
        Assert.Equal(1, await Store.Outbox.ExpireAsync(Now.AddMinutes(1), Cancelled));
        Assert.Equal(0, await Store.Outbox.ExpireAsync(Now.AddMinutes(1), Cancelled));
    }

    [Fact]
    public async Task Every_saying_comes_back_as_it_was()
    {
        Saying[] sayings =
        [
            .. Samples.Rings(Samples.Issue(1)),
            new Saying.ByBell("g1", "绑定数字：1234") { Kind = SayingKind.Tell, Priority = 1 },
            new Saying.ToPerson("wang", "好") { Kind = SayingKind.Tell },
            new Saying.Sealed("wang", "AQID") { Kind = SayingKind.Tell, IssueId = 1 },
            new Saying.GreyCard("wang", "i1-1-wang", "赵 已接单") { Kind = SayingKind.Tell, IssueId = 1, Summons = 1 },
            new Saying.LateAnswer("https://wecom.example/answer?code=9", "已登记") { Kind = SayingKind.Tell, NotBefore = Now },
            new Saying.RobotAnswer("req-1", "wrChatA", true, "已登记", null) { Kind = SayingKind.Tell },
        ];
        await SayAsync(Now, sayings);

        foreach (var saying in sayings)
        {
            var waiting = await Store.Outbox.PeekAsync(Destination.Of(saying), Now, 10, Cancelled);
            Assert.Contains(waiting, w => w.Saying.GetType() == saying.GetType());
            Assert.Equivalent(saying, waiting.First(w => w.Saying.GetType() == saying.GetType()).Saying, strict: true);
        }

        Assert.Equal(typeof(Saying).GetNestedTypes().Length, sayings.Select(s => s.GetType()).Distinct().Count());
    }

    private static Saying.ToPerson Tell(string userId, int priority) => new(userId, "好") { Kind = SayingKind.Tell, Priority = priority };

    private async Task SayAsync(DateTimeOffset at, params Saying[] sayings) =>
        Assert.IsType<CommitOutcome.Done>(await Store.Issues.CommitAsync(new IssueCommit { At = at, Sayings = sayings }, Cancelled));

    private async Task<Issue> OpenAsync()
    {
        await Store.Issues.CommitAsync(Samples.Open(Samples.Issue(1)), Cancelled);
        return (await Store.Issues.LoadAsync(1, Cancelled))!;
    }

    private Task<long?> BeginAsync(string destination, IReadOnlyList<QueuedSaying> sayings) => Store.Outbox.BeginAsync(
        [.. sayings.Select(s => s.Id)], destination, Body, "host-1", Now, Now.AddSeconds(10), Cancelled);
}
