using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>Sets timers after the answers have gone out: a callback never waits for Redis.</summary>
public sealed class BellWorker(Bell bell, TimeProvider time, ILogger<BellWorker> logger) : BackgroundService
{
    /// <summary>No window is so short that this would matter, and Redis is asked once for many.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.TimersWaiting.WaitAsync(stoppingToken);
            try
            {
                await Task.Delay(Gathering, time, stoppingToken);
                while (await bell.SetTimersAsync(stoppingToken) > 0)
                {
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(nameof(BellWorker), error);
            }
        }
    }
}
