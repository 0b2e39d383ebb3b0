using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Xunit;

namespace GridBot.Tests.Faults;

/// <summary>The real service as a process of its own, to be stopped politely or killed.</summary>
internal sealed partial class HostProcess : IDisposable
{
    private const int Sigterm = 15;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(IReadOnlyDictionary<string, string?> settings, string folder, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GridBot.Host.dll"), .. words])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that it wrote, log and errors.</summary>
    public string Output => string.Join('\n', _lines);

    public int ExitCode => _process.ExitCode;

    public Uri? Address { get; private set; }

    /// <summary>Everywhere it listens, in the order in which it was told to.</summary>
    public IReadOnlyList<Uri> Addresses =>
        [.. _lines.Select(line => Listening().Match(line)).Where(m => m.Success).Select(m => new Uri(m.Groups[1].Value))];

    /// <summary>Starts the service and waits until it listens.</summary>
    public static async Task<HostProcess> ServeAsync(IReadOnlyDictionary<string, string?> settings, string folder)
    {
        var host = new HostProcess(settings, folder, []);
        var ended = host._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (await Task.WhenAny(host._listening.Task, ended) == ended)
        {
            throw new InvalidOperationException($"The service ended instead of listening:\n{host.Output}");
        }

        host.Address = await host._listening.Task;
        return host;
    }

    /// <summary>Runs it to its end, as for a sub-command or a start that must fail.</summary>
    public static async Task<HostProcess> RunAsync(IReadOnlyDictionary<string, string?> settings, string folder, params string[] words)
    {
        var host = new HostProcess(settings, folder, words);
        await host._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        host._process.WaitForExit();
        return host;
    }

    /// <summary>kill -9.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGTERM, as an operator or an orchestrator stops it.</summary>
    public Task StopAsync()
    {
        Assert.Equal(0, SendSignal(_process.Id, Sigterm));
        return _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
