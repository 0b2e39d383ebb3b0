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

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.GoAsync(Every, time, RefreshAsync, logger, nameof(SettingsWorker), stoppingToken);

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await watcher.RefreshAsync(time.GetUtcNow(), cancellationToken);
        await groups.RefreshAsync(time.GetUtcNow(), cancellationToken);
    }
}
