using GridBot.Core.Roster;
using GridBot.Demo.Play;
using GridBot.Demo.Town;
using GridBot.Handlers.Settings;
using GridBot.Sandbox;
using GridBot.Sandbox.People;
using GridBot.Sandbox.Records;
using GridBot.Storage.Issues;

namespace GridBot.Demo.Week;

/// <summary>
/// Some days of the demo's sub-district under the policy that ships with the Host, on a frozen clock: people report,
/// answer, refuse, sleep and forget, and what they received is counted. The same seed gives the same days.
/// </summary>
public sealed class WeekPlay : IAsyncDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8));

    private readonly DemoApp _demo;
    private readonly Random _random;
    private readonly Temper _temper;
    private readonly WeekLedger _ledger = new();
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Order)> _plans = new();
    private readonly Dictionary<long, string> _groupCards = [];
    private int _order;
    private long _seen;

    private WeekPlay(DemoApp demo, int seed)
    {
        (_demo, _random) = (demo, new Random(seed));
        _temper = new Temper(_random);
    }

    private SandboxWeCom WeCom => _demo.Sandbox;

    /// <param name="perDay">Reports a day, besides those of people who report the same again.</param>
    public static async Task<WeekFigures> PlayAsync(int days, int perDay, int seed, CancellationToken cancellationToken)
    {
        var demo = await DemoApp.StartAsync(
            new DemoOptions(null, "http://127.0.0.1:0", null, Monday, Frozen: true),
            new Dictionary<string, string?> { ["Policies"] = Path.Combine(AppContext.BaseDirectory, "config", "policies.yaml") },
            cancellationToken);
        await using var play = new WeekPlay(demo, seed);
        return await play.RunAsync(days, perDay, cancellationToken);
    }

    public ValueTask DisposeAsync() => _demo.DisposeAsync();

    private async Task<WeekFigures> RunAsync(int days, int perDay, CancellationToken cancellationToken)
    {
        foreach (var report in new WeekReports(WeCom.Town, _random).For(Monday, days, perDay))
        {
            Plan(report.At, () => WeCom.SayAsync(report.Reporter.UserId, report.Chat, report.Chat is null ? report.Words : $"@{WeCom.Town.Bot.Name} {report.Words}"));
        }

        var end = Monday.AddDays(days);
        while (await NextAsync(cancellationToken) is { } next && next < end)
        {
            // A timer that Redis was too slow to take stays due until the reconciler's next look: time must not wait for it.
            var now = _demo.Clock.GetUtcNow();
            await _demo.Driver.AdvanceAsync(next > now ? next - now : Driver.Nudge, asOutage: false, cancellationToken);
            while (_plans.TryPeek(out _, out var due) && due.At <= _demo.Clock.GetUtcNow())
            {
                await DoAsync(_plans.Dequeue());
                await _demo.Driver.DrainAsync(cancellationToken);
            }

            React();
        }

        var roster = _demo.Services.GetRequiredService<RulesInForce>().Current.Roster;
        var subDistrict = roster.Places.First(p => p.Level == Level.SubDistrict).Id;
        return await _ledger.SumUpAsync(
            _demo.Services.GetRequiredService<IssueQueries>(), subDistrict, Monday, end, WeCom.Findings, cancellationToken);
    }

    /// <summary>When the service or one of the people does something next.</summary>
    private async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var due = await _demo.Driver.NextDueAtAsync(cancellationToken);
        return _plans.TryPeek(out _, out var plan) && (due is null || plan.At < due) ? plan.At : due;
    }

    private void Plan(DateTimeOffset at, Func<Task> what) => _plans.Enqueue(what, (at, _order++));

    /// <summary>A card that has changed meanwhile no longer has the button somebody meant to tap; they see that and let it be.</summary>
    private static async Task DoAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (LeverRefusedException)
        {
        }
    }

    private void React()
    {
        foreach (var entry in WeCom.Log.Since(_seen))
        {
            _seen = entry.Seq;
            _ledger.Note(entry);
            switch (entry)
            {
                case { Channel: Channel.BotAnswer, Chat: not null, Card.TaskId: { } taskId } when WeekLedger.TagsIn(entry) is [var number]:
                    _groupCards[number] = taskId;
                    break;
                case { Channel: Channel.App, Card: { TaskId: { } taskId } card }:
                    OnCard(entry, card, taskId);
                    break;
                case { Channel: Channel.App, Card: null } when entry.Text.Contains("办结时间", StringComparison.Ordinal) || entry.Text.Contains("快到期", StringComparison.Ordinal):
                    Done(entry.To[0], WeekLedger.TagsIn(entry), _temper.DoneAfterReminder(entry.At));
                    break;
                case { Channel: Channel.Push, Chat: { } chat, Mentions.Count: > 0 } when _temper.SaysSomebodyHasIt():
                    SomebodyHasIt(entry, chat);
                    break;
            }
        }
    }

    private void OnCard(LogEntry entry, LogCard card, string taskId)
    {
        var who = entry.To[0];
        var person = WeCom.Town.People.First(p => p.UserId == who);
        var asks = KeysOf(card, "ack:");
        if (asks.Count > 0 && _temper.LooksAt(person, entry.At, card.Title.Contains("紧急", StringComparison.Ordinal)) is { } looks)
        {
            var busy = _temper.IsBusy() ? KeysOf(card, "busy:") : [];
            foreach (var key in busy.Count > 0 ? busy : asks)
            {
                Plan(looks, () => AnswerAsync(who, taskId, key));
            }
        }
        else if (KeysOf(card, "solved:").Count > 0 && _temper.Verdict() is { } verdict)
        {
            foreach (var key in KeysOf(card, $"{verdict}:"))
            {
                Plan(_temper.ReadsAt(entry.At), () => WeCom.TapAsync(who, taskId, key));
            }
        }
    }

    private async Task AnswerAsync(string who, string taskId, string key)
    {
        await WeCom.TapAsync(who, taskId, key);
        if (key.StartsWith("ack:", StringComparison.Ordinal) && long.TryParse(key[4..], out var number))
        {
            Done(who, [number], _temper.DoneAt(_demo.Clock.GetUtcNow()));
        }
    }

    /// <summary>Whoever still has it then writes that it is done.</summary>
    private void Done(string who, long[] numbers, DateTimeOffset? at)
    {
        if (at is { } when)
        {
            foreach (var number in numbers)
            {
                Plan(when, async () =>
                {
                    var issue = await _demo.Services.GetRequiredService<IssueStore>().FindByNumberAsync(TownMap.SubDistrictId, number);
                    if (RosterBook.SameUser(issue?.Owner, who))
                    {
                        await WeCom.SayAsync(who, null, $"#{number}已办结");
                    }
                });
            }
        }
    }

    private void SomebodyHasIt(LogEntry entry, string chat)
    {
        if (WeekLedger.TagsIn(entry) is [var number] && _groupCards.TryGetValue(number, out var taskId))
        {
            var members = WeCom.Town.Chats.First(c => c.ChatId == chat).Members.Where(m => !entry.Mentions.Contains(m)).ToList();
            var who = members[_random.Next(members.Count)];
            Plan(entry.At.AddMinutes(_random.Next(1, 4)), () => WeCom.TapAsync(who, taskId, $"heard:{number}"));
        }
    }

    private static List<string> KeysOf(LogCard card, string verb) =>
        [.. card.Buttons.Select(b => b.Key).Where(k => k.StartsWith(verb, StringComparison.Ordinal))];
}
