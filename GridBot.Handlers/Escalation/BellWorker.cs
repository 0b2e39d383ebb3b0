using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Escalation;

/// <summary>Sets timers after the answers have gone out: a callback never waits for Redis.</summary>
public sealed class BellWorker(Bell bell, ILogger<BellWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.TimersWaiting.WaitAsync(stoppingToken);
            try
            {
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
