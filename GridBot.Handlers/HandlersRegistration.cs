using GridBot.Core.Issues;
using GridBot.Handlers.Binding;
using GridBot.Handlers.Escalation;
using GridBot.Handlers.Issues;
using GridBot.Handlers.Questions;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.Handlers.Socket;
using GridBot.Storage.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GridBot.Handlers;

/// <summary>What GridBot.Handlers brings: two doors, one corridor, one way out.</summary>
public static class HandlersRegistration
{
    public static IServiceCollection AddGridBotHandlers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SettingsFiles>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SettingsFiles>, LearnedFilesCheck>();
        services.AddOptions<ClockOptions>().Bind(configuration).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ClockOptions>, ClockOptionsCheck>();
        return services
            .AddSingleton(p => new Calendar(p.GetRequiredService<IOptions<ClockOptions>>().Value.Zone()))
            .AddSingleton(p => p.GetRequiredService<IOptions<SettingsFiles>>().Value)
            .AddSingleton(p => StoredVersions.Of(p.GetRequiredService<SettingVersions>()))
            .AddSingleton<SettingsInForce>()
            .AddSingleton<SettingsWatcher>()
            .AddSingleton<GroupsInForce>()
            .AddSingleton<LearnedWeights>()
            .AddSingleton<LearnedLikeness>()
            .AddSingleton<RulesInForce>()
            .AddSingleton<Outage>()
            .AddSingleton<Bell>()
            .AddSingleton<HostClock>()
            .AddSingleton<BrakeLever>()
            .AddSingleton<CodeHints>()
            .AddSingleton<RecentMatters>()
            .AddSingleton<Originals>()
            .AddSingleton<Gathering>()
            .AddSingleton<Intake>()
            .AddSingleton<IssueDesk>()
            .AddSingleton<IssueFinder>()
            .AddSingleton<StatusDesk>()
            .AddSingleton<KeyDesk>()
            .AddSingleton<BindingDesk>()
            .AddSingleton<GroupFounder>()
            .AddSingleton<Trial>()
            .AddSingleton<Identities>()
            .AddSingleton<Listener>()
            .AddSingleton<AppStanding>()
            .AddSingleton<Keeper>()
            .AddSingleton<LateAnswers>()
            .AddSingleton<Reception>()
            .AddSingleton<CallbackHandler>()
            .AddSingleton<SocketLine>()
            .AddSingleton<SocketDoor>()
            .AddSingleton<SocketHolder>()
            .AddSingleton<PushKeys>()
            .AddSingleton<BrokenBells>()
            .AddSingleton<Routes>()
            .AddSingleton<Pace>()
            .AddSingleton<Ways>()
            .AddSingleton<Outlet>()
            .AddSingleton<CallBook>()
            .AddSingleton<Sorter>()
            .AddSingleton<Receipts>()
            .AddSingleton<Courier>()
            .AddSingleton<TimerWorker>()
            .AddSingleton<Reconciler>()
            .AddSingleton<Leavers>()
            .AddSingleton<OutboxWorker>()
            .AddSingleton<InboxSweeper>()
            .AddSingleton<Housekeeper>();
    }

    /// <summary>
    /// The workers' loops, and the settings before them. The demo leaves the loops out: its movable clock calls the
    /// same steps.
    /// </summary>
    public static IServiceCollection AddGridBotLoops(this IServiceCollection services) => services
        .AddHostedService<SettingsWorker>()
        .AddHostedService<OutageWatch>()
        .AddHostedService<BellWorker>()
        .AddHostedService(p => p.GetRequiredService<SocketHolder>())
        .AddHostedService(p => p.GetRequiredService<TimerWorker>())
        .AddHostedService(p => p.GetRequiredService<Reconciler>())
        .AddHostedService(p => p.GetRequiredService<Leavers>())
        .AddHostedService(p => p.GetRequiredService<OutboxWorker>())
        .AddHostedService(p => p.GetRequiredService<InboxSweeper>())
        .AddHostedService(p => p.GetRequiredService<Housekeeper>());
}
