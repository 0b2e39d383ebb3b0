using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridBot.Handlers.Settings;

/// <summary>Loads the settings before the first message, and looks every few seconds whether they changed.</summary>
public sealed class SettingsWorker(
    SettingsWatcher watcher, SettingsInForce inForce, GroupsInForce groups, TimeProvider time, ILogger<SettingsWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await watcher.RefreshAsync(time.GetUtcNow(), cancellationToken);
        if (!inForce.IsLoaded)
        {
            throw new SettingsFaultyException(watcher.Faults);
        }

        await groups.RefreshAsync(time.GetUtcNow(), cancellationToken);

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watcher.RefreshAsync(time.GetUtcNow(), stoppingToken);
                await groups.RefreshAsync(time.GetUtcNow(), stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                logger.StepFailed(nameof(SettingsWorker), error);
            }
        }
    }
}
