using Microsoft.Extensions.Logging;

namespace GridBot.Handlers;

/// <summary>What a worker of the host does again and again.</summary>
internal static class Rounds
{
    /// <summary>Until the host stops. A round that fails is logged under the worker's name, and the next one comes all the same.</summary>
    /// <param name="atOnce">The first round begins now, and not after one span.</param>
    public static async Task GoAsync(
        TimeSpan every, TimeProvider time, Func<CancellationToken, Task> round, ILogger logger, string worker, CancellationToken stopping, bool atOnce = false)
    {
        using var timer = new PeriodicTimer(every, time);
        for (var now = atOnce; now || await timer.WaitForNextTickAsync(stopping); now = false)
        {
            try
            {
                await round(stopping);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(worker, error);
            }
        }
    }
}
