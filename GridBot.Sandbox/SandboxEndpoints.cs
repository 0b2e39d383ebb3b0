using GridBot.Sandbox.Api;
using GridBot.Sandbox.Sealing;
using GridBot.Sandbox.Socket;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GridBot.Sandbox;

/// <summary>WeCom's API, as the bot calls it.</summary>
public static class SandboxEndpoints
{
    public static IEndpointRouteBuilder MapSandbox(this IEndpointRouteBuilder app, SandboxWeCom sandbox)
    {
        var state = sandbox.State;
        var porter = new ApiPorter(state);
        var contacts = new Contacts(state, sandbox.Tokens);
        var appChats = new AppChats(state, sandbox.Tokens);
        LearnOwnAddress(app, sandbox);

        Get("gettoken", sandbox.Tokens.Give);
        Post("message/send", new MessageSend(state, sandbox.Tokens).Send);
        Post("message/update_template_card", new CardUpdate(state, sandbox.Tokens).Update);
        Post("webhook/send", new WebhookSend(state).Send);
        Post("aibot/response", new LateAnswer(state).Answer);
        Get("user/get", contacts.User);
        Post("user/getuserid", contacts.UserIdOfMobile);
        Post("user/list_id", contacts.ListIds);
        Post("batch/openuserid_to_userid", contacts.OpenIds);
        Post("appchat/create", appChats.Create);
        Post("appchat/update", appChats.Update);
        Get("appchat/get", appChats.Show);
        Post("appchat/send", appChats.Send);
        Get("getcallbackip", contacts.Addresses);
        Get("get_api_domain_ip", contacts.Addresses);
        Get("media/get", contacts.Media);
        app.MapGet("/sandbox-media/{id}", (string id) => File(state.Media.Find(id, TimeSpan.FromDays(3))));
        app.MapGet("/sandbox-media/enc/{id}", (string id) =>
            File(state.Media.Find(id, TimeSpan.FromMinutes(5)) is { } file ? SealOf(id).CloseFile(file) : null));
        app.Map(SocketHub.Path, app.CreateApplicationBuilder().UseWebSockets().Use(_ => sandbox.Socket.ReceiveAsync).Build());
        return app;

        Seal SealOf(string media) => state.Media.KeyOf(media) is { } key ? new Seal("", key, "") : sandbox.BotSeal;

        void Get(string api, Func<ApiCall, ApiAnswer> handle) => app.MapGet("/cgi-bin/" + api, porter.For(api, handle));
        void Post(string api, Func<ApiCall, ApiAnswer> handle) => app.MapPost("/cgi-bin/" + api, porter.For(api, handle));
    }

    private static IResult File(byte[]? file) =>
        file is null ? TypedResults.NotFound() : TypedResults.Bytes(file, "application/octet-stream");

    private static void LearnOwnAddress(IEndpointRouteBuilder app, SandboxWeCom sandbox)
    {
        var server = app.ServiceProvider.GetService<IServer>();
        app.ServiceProvider.GetService<IHostApplicationLifetime>()?.ApplicationStarted.Register(() =>
        {
            var first = server?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
            if (sandbox.ApiBase is null && first is not null)
            {
                var here = BindingAddress.Parse(first);
                var host = here.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : here.Host;
                sandbox.ApiBase = new UriBuilder(here.Scheme, host, here.Port).Uri;
            }
        });
    }
}
