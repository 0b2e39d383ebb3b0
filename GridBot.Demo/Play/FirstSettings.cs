using GridBot.Handlers.Settings;

namespace GridBot.Demo.Play;

/// <summary>Puts the town's settings in force before the first message.</summary>
internal sealed class FirstSettings(SettingsWatcher watcher, SettingsInForce inForce, GroupsInForce groups, DemoClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await watcher.RefreshAsync(clock.GetUtcNow(), cancellationToken);
        if (!inForce.IsLoaded)
        {
            throw new SettingsFaultyException(watcher.Faults);
        }

        await groups.RefreshAsync(clock.GetUtcNow(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
