using GridBot.Storage.Sql;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>
/// Holds this host's clock against the database's. A host that is off by more than two seconds claims and sends
/// nothing: it would ring at the wrong moment. SQLite has no clock of its own, so there nothing is compared.
/// </summary>
public sealed class HostClock(Database database, TimeProvider time, ILogger<HostClock> logger)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private long _offByMs;

    public bool MayAct => Math.Abs(OffBy.TotalMilliseconds) <= Tolerance.TotalMilliseconds;

    /// <summary>How far this host is ahead of the database.</summary>
    public TimeSpan OffBy => TimeSpan.FromMilliseconds(Interlocked.Read(ref _offByMs));

    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow();
        if (await database.ReadClockAsync(cancellationToken) is not { } there)
        {
            return;
        }

        var here = before + ((time.GetUtcNow() - before) / 2);
        Interlocked.Exchange(ref _offByMs, (long)(here - there).TotalMilliseconds);
        if (!MayAct)
        {
            logger.ClockIsWrong(OffBy);
        }
    }
}
