namespace GridBot.Demo.Day;

/// <summary>Holds the town of the day that is being played; a new play raises a new one.</summary>
internal sealed class DayStage : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public DayTown? Town { get; private set; }

    public async Task<DayTown> RaiseAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var old = Town;
            Town = await DayTown.RaiseAsync(DayScript.Read(), cancellationToken);
            if (old is not null)
            {
                await old.DisposeAsync();
            }

            return Town;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Plays the next scene of this town's day; null if there is no town or its day is over.</summary>
    public async Task<Differences?> PlayAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return Town is { } town ? await town.Player.PlayAsync(cancellationToken) : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Town is { } town)
        {
            await town.DisposeAsync();
        }

        _turn.Dispose();
    }
}
