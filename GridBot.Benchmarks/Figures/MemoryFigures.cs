using System.Diagnostics;
using System.Net;
using GridBot.Benchmarks.Load;
using GridBot.Benchmarks.Towns;
using GridBot.Demo.Town;
using GridBot.Sandbox.Town;

namespace GridBot.Benchmarks.Figures;

/// <summary>The Host itself in a process of its own, with a town of 324 grids, everything embedded, and nothing to do.</summary>
internal static class MemoryFigures
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(15);

    public static async Task<int> PrintAsync()
    {
        var town = TownBuilder.Build();
        var bench = BenchTown.OfReports();
        var corp = bench.Corp with
        {
            People = [.. town.People.Select(p => new TownPerson(p.UserId, p.Name, p.Role, p.Place))],
            Chats = [.. town.Chats.Select(c => new TownChat(c.ChatId, c.Name, c.Place, c.Members, c.PushKey))],
        };
        using var stage = Stage.Set(town.RosterYaml, town.PoliciesYaml, town.Chats.Select(c => $"{c.PlaceId}: {c.PushKey}"), corp);

        // The first start makes the tables; the second is like every later one.
        Figure.Print("memory.first_start", (await StartAsync(stage, settle: false)).Milliseconds, "ms");
        var (milliseconds, bytes) = await StartAsync(stage, settle: true);
        Figure.Print("memory.start", milliseconds, "ms");
        Figure.Print("memory.working_set", bytes / 1024.0 / 1024.0, "MB");
        return 0;
    }

    private static async Task<(double Milliseconds, long Bytes)> StartAsync(Stage stage, bool settle)
    {
        var port = FreePort();
        var settings = stage.Settings(new Uri("http://127.0.0.1:9/"));
        settings["Server:Urls"] = $"http://127.0.0.1:{port}";
        settings["Server:AdminUrls"] = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var host = ServiceUnderLoad.Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "GridBot.Host.dll")], settings);
        host.OutputDataReceived += (_, line) => Figure.Note(line.Data ?? "");
        host.BeginOutputReadLine();
        try
        {
            await ReadyAsync(new Uri($"http://127.0.0.1:{port}/health/ready"), host);
            var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (settle)
            {
                await Task.Delay(Settling, TimeProvider.System);
            }

            host.Refresh();
            return (milliseconds, host.WorkingSet64);
        }
        finally
        {
            host.Kill();
            await host.WaitForExitAsync();
        }
    }

    private static async Task ReadyAsync(Uri ready, Process host)
    {
        using var http = new HttpClient();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(ready);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException) when (!host.HasExited)
            {
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
