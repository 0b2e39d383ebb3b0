namespace GridBot.Sandbox.Callbacks;

/// <summary>Counts what is on its way to the bot, so that somebody can wait until nothing is.</summary>
internal sealed class OnTheWay
{
    private readonly Lock gate = new();
    private TaskCompletionSource? drained;
    private int count;

    public int Count => Volatile.Read(ref count);

    /// <summary>Completes as soon as nothing is on its way.</summary>
    public Task DrainedAsync()
    {
        lock (gate)
        {
            return count == 0
                ? Task.CompletedTask
                : (drained ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    /// <summary>One more, until it is disposed of.</summary>
    public IDisposable Enter()
    {
        lock (gate)
        {
            count++;
        }

        return new Trip(this);
    }

    private void Leave()
    {
        TaskCompletionSource? wake = null;
        lock (gate)
        {
            if (--count == 0)
            {
                (wake, drained) = (drained, null);
            }
        }

        wake?.SetResult();
    }

    private sealed class Trip(OnTheWay counter) : IDisposable
    {
        public void Dispose() => counter.Leave();
    }
}
