using System.Collections.Concurrent;
using System.Data.Common;

namespace GridBot.Storage.Sql;

/// <summary>
/// Numbers taken from the database in blocks, so that most messages need no call. A block is small as long as it lasts, so
/// that numbers stay nice in a small town; used up quickly, the next one is larger. What a host doesn't use is a gap.
/// </summary>
public sealed class Numbers(Database database, TimeProvider time)
{
    public const string Issues = "issue";

    private const int SmallestBlock = 10;
    private const int LargestBlock = 5000;
    private const int MostAttempts = 5;

    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    private static readonly Statement Take = new("UPDATE counter SET next_value = next_value + @size WHERE name = @name");
    private static readonly Statement Read = new("SELECT next_value FROM counter WHERE name = @name");
    private static readonly Statement Begin = new("INSERT INTO counter (name, next_value) VALUES (@name, @size + 1)");

    private readonly ConcurrentDictionary<string, Series> _series = new();

    /// <summary>The counter of a sub-district's issue numbers.</summary>
    public static string OfSubDistrict(string subDistrictId) => $"number:{subDistrictId}";

    public async ValueTask<long> NextAsync(string name, CancellationToken cancellationToken = default)
    {
        var series = _series.GetOrAdd(name, _ => new Series());
        while (true)
        {
            if (series.Block.TryTake(out var number))
            {
                return number;
            }

            await RefillAsync(name, series, cancellationToken);
        }
    }

    /// <summary>Lets a series that has given no number yet begin at <paramref name="first"/>.</summary>
    public Task BeginAtAsync(string name, long first, CancellationToken cancellationToken) =>
        database.WriteAsync(Begin, new { name, size = first - 1 }, cancellationToken);

    private async Task RefillAsync(string name, Series series, CancellationToken cancellationToken)
    {
        await series.Refilling.WaitAsync(cancellationToken);
        try
        {
            if (series.Block.IsUsedUp)
            {
                var now = time.GetUtcNow();
                var size = now - series.Block.TakenAt < Quick ? Math.Min(series.Block.Size * 4, LargestBlock) : SmallestBlock;
                var end = await TakeBlockAsync(name, size, cancellationToken);
                series.Block = new Block(end - size, end, now);
            }
        }
        finally
        {
            series.Refilling.Release();
        }
    }

    /// <summary>The end of a block that nobody else has.</summary>
    private async Task<long> TakeBlockAsync(string name, int size, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.WriteAsync(
                    async sql =>
                    {
                        if (await sql.ExecuteAsync(Take, new { name, size }) == 0)
                        {
                            await sql.ExecuteAsync(Begin, new { name, size });
                        }

                        return await sql.FirstAsync<long>(Read, new { name });
                    },
                    cancellationToken);
            }
            catch (DbException error) when (database.IsDuplicate(error) && attempt < MostAttempts)
            {
                // Another host began the series in this moment.
            }
        }
    }

    private sealed class Series
    {
        public SemaphoreSlim Refilling { get; } = new(1, 1);

        public volatile Block Block = new(0, 0, DateTimeOffset.MinValue);
    }

    private sealed class Block(long start, long end, DateTimeOffset takenAt)
    {
        private long _next = start - 1;

        public DateTimeOffset TakenAt => takenAt;

        public int Size => (int)(end - start);

        public bool IsUsedUp => Interlocked.Read(ref _next) + 1 >= end;

        public bool TryTake(out long number)
        {
            number = Interlocked.Increment(ref _next);
            return number < end;
        }
    }
}
