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
    private volatile Reading? _compared;

    /// <summary>False while the clocks disagree, and from a jump of this host's clock until they were compared again.</summary>
    public bool MayAct => Math.Abs(OffBy.TotalMilliseconds) <= Tolerance.TotalMilliseconds && !HasJumped();

    /// <summary>How far this host is ahead of the database.</summary>
    public TimeSpan OffBy => TimeSpan.FromMilliseconds(Interlocked.Read(ref _offByMs));

    public async Task CompareAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow();
        var monotonic = time.GetTimestamp();
        if (await database.ReadClockAsync(cancellationToken) is not { } there)
        {
            return;
        }

        var here = before + ((time.GetUtcNow() - before) / 2);
        Interlocked.Exchange(ref _offByMs, (long)(here - there).TotalMilliseconds);
        _compared = new Reading(before, monotonic);
        if (!MayAct)
        {
            logger.ClockIsWrong(OffBy);
        }
    }

    /// <summary>The wall clock and the monotonic clock went apart since they were compared with the database's.</summary>
    private bool HasJumped() =>
        _compared is { } last
        && (time.GetUtcNow() - last.Wall - time.GetElapsedTime(last.Monotonic)).Duration() > Tolerance;

    private sealed record Reading(DateTimeOffset Wall, long Monotonic);
}
