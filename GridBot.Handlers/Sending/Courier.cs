using GridBot.Storage.Messages;
using GridBot.WeCom.Sending;

namespace GridBot.Handlers.Sending;

/// <summary>
/// Works off one destination: look once more, compose, write the finished call down, send, note what became of it.
/// Whoever holds the destination's lease does so alone.
/// </summary>
public sealed class Courier(Outbox outbox, Sorter sorter, CallBook book, Outlet outlet, Receipts receipts, Routes routes, TimeProvider time)
{
    private const int MostRows = 60;

    /// <summary>Names this host in rows and leases.</summary>
    public string Host => book.Host;

    /// <summary>Sends what waits there until nothing does, or until it must rest. Returns how many calls went out.</summary>
    public async Task<int> WorkOffAsync(string destination, CancellationToken cancellationToken)
    {
        var calls = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            var now = time.GetUtcNow();
            if (routes.Rests(destination, now))
            {
                return calls;
            }

            var waiting = await outbox.PeekAsync(destination, now, MostRows, cancellationToken);
            if (waiting.Count == 0 || await sorter.NextAsync(destination, waiting, now, cancellationToken) is not { } next)
            {
                return calls;
            }

            if (await book.BeginAsync(destination, next, now) is not { } sendingId)
            {
                continue;
            }

            await SendAsync(destination, sendingId, next.Finished, next.Sayings.Max(s => s.Attempts));
            calls++;
        }

        return calls;
    }

    /// <summary>Repeats a call whose fate nobody knows, once.</summary>
    public async Task RepeatAsync(UnfinishedSending sending, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!await book.TakeOverAsync(sending, now, cancellationToken))
        {
            return;
        }

        var call = StoredCall.Read(sending.Body);
        if (sending.Attempts > 1 && call.Api != WeComApi.AppMessage)
        {
            await outbox.FinishAsync(sending.Id, new SendingOutcome.Never("fate unknown twice"), now, cancellationToken);
            return;
        }

        await SendAsync(sending.Destination, sending.Id, call.Repeated(), sending.Attempts, isRepeat: true);
    }

    /// <summary>Once written down it goes out and its result is noted, also while the service stops: a broken-off call would be repeated.</summary>
    private async Task SendAsync(string destination, long sendingId, StoredCall call, int attempts, bool isRepeat = false)
    {
        var result = await outlet.CallAsync(destination, call, CancellationToken.None);
        await receipts.NoteAsync(destination, sendingId, call, result, attempts, isRepeat, time.GetUtcNow(), CancellationToken.None);
    }
}
