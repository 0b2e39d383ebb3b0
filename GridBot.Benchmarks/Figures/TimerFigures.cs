using System.Diagnostics;
using System.Diagnostics.Metrics;
using GridBot.Benchmarks.Load;
using GridBot.Benchmarks.Towns;
using GridBot.Core.Issues;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using Stage = GridBot.Benchmarks.Towns.Stage;

namespace GridBot.Benchmarks.Figures;

/// <summary>How fast timers are set, how fast ten thousand of them become @ texts, how late they ring, what they weigh.</summary>
internal static class TimerFigures
{
    private const int Many = 100_000;
    private const int AtOnce = 10_000;
    private const int PerSecond = 1_000;

    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(4);

    public static async Task<int> PrintAsync()
    {
        var town = BenchTown.OfTimers();
        using var stage = Stage.Set(town);
        await using var weCom = await WeComDouble.StartAsync(stage.Corp);
        await using var app = ServiceUnderLoad.Build(builder => builder.Configuration.AddInMemoryCollection(stage.Settings(weCom.Address)), sends: true);
        await app.StartAsync();

        // The first round is for the compiler, and rings people whom nobody rings later: in two minutes a person is called once.
        await RingAllAsync(app, weCom, town, round: 0, firstBuilding: 20, count: 2_000);
        await PrintScheduleRateAsync(app.Services.GetRequiredService<RedisTimers>());
        await PrintAllAtOnceAsync(app, weCom, town);
        await PrintLatenessAsync(app, town);
        await PrintMemoryAsync();
        await app.StopAsync();
        return 0;
    }

    /// <summary>In a process of its own: what it weighs before and after timers were set in the Redis inside it.</summary>
    public static async Task<int> PrintMemoryOfTimersAsync()
    {
        using var redis = new EmbeddedRedis(NullLogger<EmbeddedRedis>.Instance);
        await using var gate = new RedisGate(redis.Connection, "bench:", TimeProvider.System, NullLogger<RedisGate>.Instance);
        var timers = new RedisTimers(gate);
        await AnsweringAsync(gate);
        await ScheduleAsync(timers, Many, -Many, TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1));
        var before = Process.GetCurrentProcess().WorkingSet64;
        await ScheduleAsync(timers, 4 * Many, 0, TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1));
        GC.Collect(2, GCCollectionMode.Aggressive, true, true);
        using var after = Process.GetCurrentProcess();
        Figure.Print("timers.memory.embedded", (double)(after.WorkingSet64 - before) / (4 * Many), "bytes");
        return 0;
    }

    /// <summary>The first call of a process takes longer than the gate's patience.</summary>
    private static async Task AnsweringAsync(RedisGate gate)
    {
        while (!(await gate.AskAsync(async redis => await redis.PingAsync())).Available)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    private static async Task PrintScheduleRateAsync(RedisTimers timers)
    {
        var due = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1);
        var start = Stopwatch.GetTimestamp();
        await ScheduleAsync(timers, Many, 1_000_000_000, due);
        Figure.Print("timers.schedule", Many / Stopwatch.GetElapsedTime(start).TotalSeconds, "/s");
    }

    private static async Task ScheduleAsync(RedisTimers timers, int count, int from, DateTimeOffset due)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(1000))
        {
            if (!await timers.ScheduleAsync([.. batch.Select(i => new TimerChange(Math.Abs(from + (long)i), due.AddMilliseconds(i)))]))
            {
                throw new InvalidOperationException("Redis is away.");
            }
        }
    }

    private static async Task PrintAllAtOnceAsync(WebApplication app, WeComDouble weCom, BenchTown town)
    {
        var (texts, cards) = await RingAllAsync(app, weCom, town, round: 1, firstBuilding: 0, AtOnce);
        Figure.Print("timers.due_at_once.texts", texts, "s");
        Figure.Print("timers.due_at_once.cards", cards, "s");
    }

    /// <summary>Sets so many issues due in one moment; returns the seconds from then to the last group text and the last 1:1 card.</summary>
    private static async Task<(double Texts, double Cards)> RingAllAsync(WebApplication app, WeComDouble weCom, BenchTown town, int round, int firstBuilding, int count)
    {
        var (pushes, cards, dropped) = (weCom.Pushes, weCom.Cards, weCom.Dropped);
        var due = TimeProvider.System.GetUtcNow() + Lead + TimeSpan.FromSeconds(count / 1000);
        var dueAt = Stopwatch.GetTimestamp() + (long)((due - TimeProvider.System.GetUtcNow()).TotalSeconds * Stopwatch.Frequency);
        await OpenAsync(app, town, round, firstBuilding, Enumerable.Repeat(due, count));
        await DrainedAsync(app, due);
        var texts = Stopwatch.GetElapsedTime(dueAt, weCom.LastPushAt).TotalSeconds;
        var drained = Stopwatch.GetElapsedTime(dueAt, weCom.LastCardAt).TotalSeconds;
        Figure.Note($"{count} timers: {weCom.Pushes - pushes} texts, {weCom.Cards - cards} cards, {weCom.Dropped - dropped} dropped; {texts:F2} s, {drained:F2} s");
        return (texts, drained);
    }

    private static async Task PrintLatenessAsync(WebApplication app, BenchTown town)
    {
        var late = new List<double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == TimerMeter.Name && instrument.Name == TimerMeter.Lateness)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) =>
        {
            lock (late)
            {
                late.Add(value);
            }
        });
        var first = TimeProvider.System.GetUtcNow() + Lead + TimeSpan.FromSeconds(10);
        var dues = Enumerable.Range(0, AtOnce).Select(i => first.AddMilliseconds(i * 1000.0 / PerSecond)).ToList();
        await OpenAsync(app, town, round: 2, firstBuilding: 0, dues);
        listener.Start();
        await Task.Delay(dues[^1] - TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(2), TimeProvider.System);
        listener.Dispose();
        double[] sorted = [.. late.Order()];
        Figure.Note($"lateness of {sorted.Length} timers");
        Figure.Print("timers.lateness.p50", Figure.Rank(sorted, 0.5), "ms");
        Figure.Print("timers.lateness.p99", Figure.Rank(sorted, 0.99), "ms");
    }

    /// <summary>
    /// Issues that wait for their building's leader, who was rung when they were opened: when they are due, the grid worker of each is
    /// rung in the group and 1:1. Twenty to a group, so neighbours in time belong to different groups.
    /// </summary>
    private static async Task OpenAsync(WebApplication app, BenchTown town, int round, int firstBuilding, IEnumerable<DateTimeOffset> dues)
    {
        var (store, timers) = (app.Services.GetRequiredService<IssueStore>(), app.Services.GetRequiredService<RedisTimers>());
        var rules = app.Services.GetRequiredService<RulesInForce>().Current;
        var now = TimeProvider.System.GetUtcNow();
        var opened = dues.Select((due, i) =>
        {
            var group = town.Groups[i % town.Groups.Count];
            var building = group.Buildings[firstBuilding + (i / town.Groups.Count)];
            var id = (round * 100_000L) + i + 1;
            var draft = new Issue
            {
                Id = id,
                Number = id,
                SubDistrictId = "s1",
                ChatId = group.ChatId,
                SaidIn = group.ChatId,
                PlaceId = building.PlaceId,
                Category = "sanitation",
                Text = "垃圾没人收",
                ReporterId = "duty",
                OpenedAt = now,
                ResponseSince = now,
                ResolveBy = now,
                PolicyVersion = rules.Policy.Version,
                Stage = new Core.Issues.Stage.Withdrawn(now),
            };
            var decision = IssueLifecycle.Open(draft, rules.SceneUnder(rules.Policy));
            return (decision, Issue: decision.Issue with { NextDueAt = due });
        }).ToList();
        foreach (var batch in opened.Chunk(500))
        {
            await Task.WhenAll(batch.Select(o => store.CommitAsync(new IssueCommit
            {
                At = now,
                Via = "bench",
                Changes = [new IssueChange(null, o.Issue, o.decision.History, [.. o.decision.Effects.OfType<Effect.NoteResponse>().Select(e => e.Change)], false, false)],
            })));
            await timers.ScheduleAsync([.. batch.Select(o => new TimerChange(o.Issue.Id, o.Issue.NextDueAt))]);
        }
    }

    private static async Task DrainedAsync(WebApplication app, DateTimeOffset due)
    {
        var outbox = app.Services.GetRequiredService<Outbox>();
        var store = app.Services.GetRequiredService<IssueStore>();
        while (TimeProvider.System.GetUtcNow() < due || await store.NextDueAtAsync() <= due || await WaitingAsync(outbox) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
    }

    private static async Task<int> WaitingAsync(Outbox outbox)
    {
        var counts = await outbox.CountsAsync();
        return counts.GetValueOrDefault("queued") + counts.GetValueOrDefault("sending");
    }

    private static async Task PrintMemoryAsync()
    {
        using (var child = ServiceUnderLoad.Start(Environment.ProcessPath!, ["timer-memory"], new Dictionary<string, string?>()))
        {
            Console.Out.Write(await child.StandardOutput.ReadToEndAsync());
        }

        if (!File.Exists("/usr/bin/redis-server"))
        {
            Figure.Note("no redis-server here: the bytes of a timer in Redis are not measured");
            return;
        }

        const int port = 46379;
        using var server = ServiceUnderLoad.Start(
            "/usr/bin/redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"], new Dictionary<string, string?>());
        await using (var gate = new RedisGate(() => $"127.0.0.1:{port}", "gridbot:", TimeProvider.System, NullLogger<RedisGate>.Instance))
        {
            await AnsweringAsync(gate);
            await ScheduleAsync(new RedisTimers(gate), Many, 0, TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1));
            var used = await gate.AskAsync(async redis =>
            {
                var bytes = 0L;
                for (var shard = 0; shard < 16; shard++)
                {
                    bytes += (long)await redis.ExecuteAsync("MEMORY", "USAGE", (RedisKey)$"gridbot:{{t{shard}}}:due", "SAMPLES", "0");
                }

                return bytes;
            });
            Figure.Print("timers.memory.redis", (double)used.Value / Many, "bytes");
        }

        server.Kill();
    }
}
