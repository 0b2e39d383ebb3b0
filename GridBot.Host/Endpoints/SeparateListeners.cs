using Microsoft.Extensions.Options;

namespace GridBot.Host.Endpoints;

/// <summary>
/// Keeps what the world may reach apart from what it may not: on the callbacks' ports nothing but /wecom answers, on the
/// admin's ports everything but /wecom. It goes by the port that a connection came in on, which no header can change.
/// </summary>
internal static class SeparateListeners
{
    private const string Callbacks = "/wecom";

    public static void UseSeparateListeners(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        if (options.AdminAddresses.Length == 0)
        {
            return;
        }

        // The server tells its addresses in the order in which it was given them, with the real port where 0 was asked for.
        var adminPorts = new Lazy<HashSet<int>>(
            () => [.. app.Urls.TakeLast(options.AdminAddresses.Length).Select(url => BindingAddress.Parse(url).Port)]);
        app.Use((context, next) =>
        {
            var isAdmin = adminPorts.Value.Contains(context.Connection.LocalPort);
            if (isAdmin != context.Request.Path.StartsWithSegments(Callbacks))
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
