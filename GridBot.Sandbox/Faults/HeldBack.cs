namespace GridBot.Sandbox.Faults;

/// <summary>What is delivered late: after whatever comes next.</summary>
internal sealed class HeldBack
{
    private readonly Lock gate = new();
    private readonly List<Func<Task>> deliveries = [];

    public void Add(Func<Task> deliver)
    {
        lock (gate)
        {
            deliveries.Add(deliver);
        }
    }

    public async Task ReleaseAsync()
    {
        List<Func<Task>> now;
        lock (gate)
        {
            now = [.. deliveries];
            deliveries.Clear();
        }

        foreach (var deliver in now)
        {
            await deliver();
        }
    }
}
