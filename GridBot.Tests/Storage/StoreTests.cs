using Xunit;

namespace GridBot.Tests.Storage;

/// <summary>Tests that every database passes. Each test has a database of its own.</summary>
public abstract class StoreTests<THouse> : IAsyncLifetime
    where THouse : StoreHouse, new()
{
    protected THouse Store { get; } = new();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Store.BuildAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Store.DisposeAsync();
    }
}
