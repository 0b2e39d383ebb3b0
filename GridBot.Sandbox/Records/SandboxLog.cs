namespace GridBot.Sandbox.Records;

/// <summary>What WeCom's side received, in order. Only the latest entries are kept; numbers go on.</summary>
public sealed class SandboxLog
{
    private readonly Lock gate = new();
    private readonly List<LogEntry> entries = [];
    private readonly TimeProvider time;
    private readonly int keep;
    private readonly bool countsOnly;
    private TaskCompletionSource? waiting;
    private long seq;

    internal SandboxLog(TimeProvider time, SandboxOptions options)
    {
        this.time = time;
        keep = options.KeepEntries;
        countsOnly = options.CountsOnly;
    }

    /// <summary>Called for every new entry, inside the sandbox's own thread: be quick.</summary>
    public event Action<LogEntry>? Written;

    /// <summary>The number of the last entry; also the count of all entries ever written.</summary>
    public long LastSeq
    {
        get
        {
            lock (gate)
            {
                return seq;
            }
        }
    }

    public IReadOnlyList<LogEntry> Since(long since)
    {
        lock (gate)
        {
            return SinceLocked(since);
        }
    }

    /// <summary>The first entry after <paramref name="since"/> that fits, now or as soon as it is written.</summary>
    public async Task<LogEntry> WaitForAsync(Func<LogEntry, bool> fits, long since = 0, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                foreach (var entry in SinceLocked(since))
                {
                    if (fits(entry))
                    {
                        return entry;
                    }

                    since = entry.Seq;
                }

                waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                next = waiting.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    internal LogEntry? Add(
        string channel, string? chat, IReadOnlyList<string> to, IReadOnlyList<string> mentions, string kind, string text, LogCard? card)
    {
        LogEntry entry;
        TaskCompletionSource? wake;
        lock (gate)
        {
            seq++;
            if (countsOnly)
            {
                return null;
            }

            entry = new LogEntry(seq, BeijingTimeConverter.Beijing(time.GetUtcNow()), channel, chat, to, mentions, kind, text, card);
            entries.Add(entry);
            if (entries.Count > keep + (keep / 4))
            {
                entries.RemoveRange(0, entries.Count - keep);
            }

            (wake, waiting) = (waiting, null);
        }

        wake?.SetResult();
        Written?.Invoke(entry);
        return entry;
    }

    private List<LogEntry> SinceLocked(long since)
    {
        var oldest = seq - entries.Count;
        var skip = (int)Math.Clamp(since - oldest, Math.Max(0, entries.Count - keep), entries.Count);
        return entries.GetRange(skip, entries.Count - skip);
    }
}
