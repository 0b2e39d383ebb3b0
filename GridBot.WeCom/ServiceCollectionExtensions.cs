using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Directory;
using GridBot.WeCom.Sending;
using GridBot.WeCom.Socket;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom;

/// <summary>What GridBot.WeCom brings: the two doors, the way out, and the long connection.</summary>
public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddWeCom(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WeComOptions>().Bind(configuration.GetSection(WeComOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WeComOptions>, WeComOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);

        services.AddHttpClient(ApiCalls.ClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = ApiCalls.LargestAnswer;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            })
            // The connections look after themselves, and a handler that is never replaced never drops a call.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // Keys, secrets and tokens stand in the addresses that the client would log.
            .RemoveAllLoggers();

        services.AddSingleton(provider => AppDoorOf(provider.GetRequiredService<IOptions<WeComOptions>>().Value));
        services.AddSingleton(provider => BotDoorOf(provider.GetRequiredService<IOptions<WeComOptions>>().Value));
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<WeComRequests>();
        services.AddSingleton<TrustedAddress>();
        services.AddSingleton<TokenCalls>();
        services.AddSingleton<WeComClient>();
        services.AddSingleton<BotSocket>();
        services.AddSingleton<AppChats>();
        services.AddSingleton<MemberDirectory>();
        return services;
    }

    private static AppDoor AppDoorOf(WeComOptions options) =>
        new(options.App.Hears ? new CallbackCrypto(options.App.Token, options.App.EncodingAesKey, options.CorpId) : null);

    private static BotDoor BotDoorOf(WeComOptions options) =>
        new(options.Bot.UsesSocket ? null : new CallbackCrypto(options.Bot.Token, options.Bot.EncodingAesKey, receiveId: ""));
}
