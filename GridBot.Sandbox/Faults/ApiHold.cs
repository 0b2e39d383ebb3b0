namespace GridBot.Sandbox.Faults;

/// <summary>Holds the next answer of one API until it is released: the moment for a test to kill the bot.</summary>
public sealed class ApiHold : IDisposable
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ApiHold(string api, bool beforeEffect)
    {
        Api = api;
        BeforeEffect = beforeEffect;
    }

    public string Api { get; }

    /// <summary>True if the call is held before it takes effect (and has none, should the caller go away).</summary>
    public bool BeforeEffect { get; }

    /// <summary>Completes when a call has arrived and hangs.</summary>
    public Task Reached => reached.Task;

    public void Release() => released.TrySetResult();

    public void Dispose() => Release();

    internal Task WaitAsync(CancellationToken callerGone)
    {
        reached.TrySetResult();
        return released.Task.WaitAsync(callerGone);
    }
}
