using System.Globalization;
using System.Text.Json;
using GridBot.Benchmarks.Load;
using GridBot.Benchmarks.Towns;

namespace GridBot.Benchmarks.Figures;

/// <summary>Reports through the real endpoint of the real service, from sealed request to sealed card.</summary>
internal static class CallbackFigures
{
    /// <summary>Enough for the compiler to have done its best. With what is measured a group stays below its 99 codes.</summary>
    private const int WarmUp = 24_000;
    private const int Steady = 1_000;

    private static readonly int[] Connections = [1, 8, 32, 64];

    public static async Task<int> PrintAsync(string[] args)
    {
        var connections = args.Length == 0 ? Connections : [.. args.Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
        foreach (var sends in new[] { false, true })
        {
            var which = sends ? "callbacks.sending" : "callbacks";
            foreach (var count in connections)
            {
                await RunAsync($"{which}.{count}", count, sends, perSecond: 0);
            }

            await RunAsync($"{which}.steady", 32, sends, Steady);
        }

        return 0;
    }

    private static async Task RunAsync(string name, int connections, bool sends, int perSecond)
    {
        var town = BenchTown.OfReports();
        using var stage = Stage.Set(town);
        await using var weCom = await WeComDouble.StartAsync(stage.Corp);
        using var service = await ServiceUnderLoad.StartAsync(stage, weCom.Address, sends);
        var reports = new SealedReports(town, service.Address.Authority);
        var now = TimeProvider.System.GetUtcNow();
        await Generator.AsFastAsPossibleAsync(service.Address, reports.Make(0, WarmUp, now), Math.Max(connections, 32));

        var count = perSecond > 0 ? perSecond * 10 : connections == 1 ? 4_000 : 20_000;
        var requests = reports.Make(WarmUp, count, now);
        GC.Collect();
        Figure.Note($"{name}: warmed up");
        var cpu = service.CpuSeconds;
        var run = perSecond > 0
            ? await Generator.SteadilyAsync(service.Address, requests, connections, perSecond)
            : await Generator.AsFastAsPossibleAsync(service.Address, requests, connections);
        cpu = service.CpuSeconds - cpu;
        Check(run, reports);
        if (perSecond == 0)
        {
            Figure.Print($"{name}.throughput", run.PerSecond, "/s");
        }

        Figure.Print($"{name}.p50", Figure.Rank(run.Latencies, 0.5), "ms");
        Figure.Print($"{name}.p99", Figure.Rank(run.Latencies, 0.99), "ms");
        Figure.Note($"{name}: {count} reports, {cpu / count * 1e6:F0} µs of the service's CPU each; sent {weCom.Pushes} texts, {weCom.Cards} cards");
    }

    /// <summary>A figure counts only if the answers are cards that a robot could show.</summary>
    private static void Check(Run run, SealedReports reports)
    {
        foreach (var (index, body) in run.Samples)
        {
            using var envelope = JsonDocument.Parse(body);
            var opened = reports.Seal.Open(envelope.RootElement.GetProperty("encrypt").GetString()!, out var why)
                ?? throw new InvalidOperationException($"Answer {index} can't be opened: {why}");
            if (!opened.Contains("button_interaction", StringComparison.Ordinal) || opened.Contains("已并入", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Answer {index} is no receipt: {opened}");
            }
        }
    }
}
