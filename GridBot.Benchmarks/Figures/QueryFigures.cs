using System.Diagnostics;
using GridBot.Benchmarks.Load;
using GridBot.Benchmarks.Towns;
using GridBot.Core.Issues;
using GridBot.Core.Understanding;
using GridBot.Handlers.Questions;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.WeCom.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Stage = GridBot.Benchmarks.Towns.Stage;

namespace GridBot.Benchmarks.Figures;

/// <summary>Questions about how things stand, asked of the status desk, over a hundred thousand issues of two months.</summary>
internal static class QueryFigures
{
    private const int Issues = 100_000;

    /// <summary>What most towns look like: a few thousand open, the rest done.</summary>
    private const int OneInSoManyIsOpen = 25;
    private const int Asked = 400;

    public static async Task<int> PrintAsync()
    {
        var town = BenchTown.OfReports();
        using var stage = Stage.Set(town);
        await using var app = ServiceUnderLoad.Build(
            builder => builder.Configuration.AddInMemoryCollection(stage.Settings(new Uri("http://127.0.0.1:9/"))), sends: false);
        await app.StartAsync();
        await FillAsync(app, town);
        var (desk, rules) = (app.Services.GetRequiredService<StatusDesk>(), app.Services.GetRequiredService<RulesInForce>().Current);

        await PrintAsync("open", desk, rules, "duty", _ => new Question(Topic.Open, null));
        await PrintAsync("open_of_grid", desk, rules, "duty", i => new Question(Topic.Open, town.Groups[i % 500].PlaceId));
        await PrintAsync("overdue", desk, rules, "duty", _ => new Question(Topic.Overdue, null));
        await PrintAsync("today", desk, rules, "duty", _ => new Question(Topic.Today, null));
        await PrintAsync("history", desk, rules, "duty", _ => new Question(Topic.Issue, null), i => [new IssueReference(1 + (i * 7919L % Issues), true)]);
        await app.StopAsync();
        return 0;
    }

    private static async Task PrintAsync(
        string name, StatusDesk desk, Rulebook rules, string asker, Func<int, Question> question, Func<int, IReadOnlyList<IssueReference>>? about = null)
    {
        var took = new List<double>();
        for (var i = 0; i < Asked; i++)
        {
            var heard = new Heard(
                Door.App, $"q{i}", asker, rules.Roster.FindPerson(asker), null, TimeProvider.System.GetUtcNow(), null, ReadOnlyMemory<byte>.Empty);
            var reading = new Reading { Intent = Intent.Query, Question = question(i), References = about?.Invoke(i) ?? [] };
            var start = Stopwatch.GetTimestamp();
            await desk.AnswerAsync(heard, reading, rules, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        double[] sorted = [.. took.Skip(Asked / 4).Order()];
        Figure.Print($"queries.{name}.p50", Figure.Rank(sorted, 0.5), "ms");
        Figure.Print($"queries.{name}.p99", Figure.Rank(sorted, 0.99), "ms");
    }

    private static async Task FillAsync(WebApplication app, BenchTown town)
    {
        var store = app.Services.GetRequiredService<IssueStore>();
        var rules = app.Services.GetRequiredService<RulesInForce>().Current;
        var scene = rules.SceneUnder(rules.Policy);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var batch in Enumerable.Range(1, Issues).Chunk(1000))
        {
            await Task.WhenAll(batch.Select(n =>
            {
                var at = now - TimeSpan.FromMinutes(Issues - n);
                var building = town.Groups[n % town.Groups.Count].Buildings[n / town.Groups.Count % 8];
                var opened = IssueLifecycle.Open(DraftOf(n, at, building, rules), scene).Issue;
                var issue = n % OneInSoManyIsOpen == 0
                    ? opened with { NextDueAt = now + TimeSpan.FromDays(1) }
                    : opened with { Stage = new Core.Issues.Stage.Closed(ClosedBecause.Silence, at + TimeSpan.FromHours(5)), NextDueAt = null };
                HistoryNote[] history = [new(at, building.Leader, "reported"), new(at, "", "rung"), new(at, building.Leader, "acknowledged"), new(at, building.Leader, "resolved")];
                return store.CommitAsync(new IssueCommit { At = at, Via = "bench", Changes = [new IssueChange(null, issue, history, [], false, false)] });
            }));
        }
    }

    private static Issue DraftOf(int n, DateTimeOffset at, BenchBuilding building, Rulebook rules) => new()
    {
        Id = n,
        Number = n,
        SubDistrictId = "s1",
        PlaceId = building.PlaceId,
        Category = rules.Categories.Categories[n % rules.Categories.Categories.Count].Code,
        Text = "楼道堆了好多杂物，推车都过不去",
        ReporterId = building.Leader,
        OpenedAt = at,
        ResponseSince = at,
        ResolveBy = at,
        PolicyVersion = rules.Policy.Version,
        Stage = new Core.Issues.Stage.Withdrawn(at),
    };
}
