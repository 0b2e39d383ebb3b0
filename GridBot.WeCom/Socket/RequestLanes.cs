namespace GridBot.WeCom.Socket;

/// <summary>
/// For each req_id one frame is under way, and the others wait for its answer in the order in which they came
/// (WeCom doc 101463): both bear the same id, so nobody could tell whose answer it is.
/// </summary>
internal sealed class RequestLanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> last = new(StringComparer.Ordinal);

    /// <summary>Waits for one's turn; whoever got it leaves by disposing.</summary>
    public async Task<IDisposable> EnterAsync(string requestId)
    {
        Task before;
        var turn = new Turn(this, requestId);
        lock (gate)
        {
            before = last.GetValueOrDefault(requestId, Task.CompletedTask);
            last[requestId] = turn.Over;
        }

        await before;
        return turn;
    }

    private sealed class Turn(RequestLanes lanes, string requestId) : IDisposable
    {
        private readonly TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Over => over.Task;

        public void Dispose()
        {
            lock (lanes.gate)
            {
                if (lanes.last.GetValueOrDefault(requestId) == over.Task)
                {
                    lanes.last.Remove(requestId);
                }
            }

            over.TrySetResult();
        }
    }
}
