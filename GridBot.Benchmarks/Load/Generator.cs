using System.Diagnostics;

namespace GridBot.Benchmarks.Load;

/// <summary>What a run came to.</summary>
/// <param name="Latencies">Milliseconds, sorted.</param>
/// <param name="Samples">Some of the answers' bodies with the number of their request.</param>
internal sealed record Run(double Seconds, double[] Latencies, IReadOnlyList<(int Index, byte[] Body)> Samples)
{
    public double PerSecond => Latencies.Length / Seconds;
}

internal static class Generator
{
    private const int SampleEvery = 97;

    /// <summary>Each connection asks again as soon as it has its answer.</summary>
    public static Task<Run> AsFastAsPossibleAsync(Uri address, byte[][] requests, int connections)
    {
        var next = -1;
        return RunAsync(address, requests, connections, _ => Interlocked.Increment(ref next), _ => 0);
    }

    /// <summary>So many a second, whatever the answers take; a latency counts from the moment at which its request was due.</summary>
    public static Task<Run> SteadilyAsync(Uri address, byte[][] requests, int connections, int perSecond) =>
        RunAsync(address, requests, connections, turn => turn, index => (long)(index * (double)Stopwatch.Frequency / perSecond));

    private static async Task<Run> RunAsync(
        Uri address, byte[][] requests, int connections, Func<int, int> pick, Func<int, long> dueAfter)
    {
        var opened = new List<Connection>();
        for (var i = 0; i < connections; i++)
        {
            opened.Add(new Connection());
            await opened[i].OpenAsync(address);
        }

        var latencies = new double[requests.Length];
        var samples = new List<(int, byte[])>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(opened.Select((connection, c) => Task.Run(async () =>
        {
            for (var index = pick(c); index < requests.Length; index = pick(index + connections))
            {
                var due = dueAfter(index);
                while (due > 0 && Stopwatch.GetTimestamp() - start < due)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
                }

                var from = due > 0 ? start + due : Stopwatch.GetTimestamp();
                var body = await connection.AskAsync(requests[index]);
                latencies[index] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
                if (index % SampleEvery == 0)
                {
                    lock (samples)
                    {
                        samples.Add((index, body.ToArray()));
                    }
                }
            }
        })));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        opened.ForEach(c => c.Dispose());
        Array.Sort(latencies);
        return new Run(seconds, latencies, samples);
    }
}
