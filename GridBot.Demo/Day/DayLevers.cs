using GridBot.Sandbox.People;

namespace GridBot.Demo.Day;

/// <summary>
/// The levers of the day: GET /demo/day shows the script, POST /demo/day raises its town, POST /demo/day/next plays one
/// scene there, and below /day/ that town has all the levers that the demo's own has.
/// </summary>
internal static class DayLevers
{
    public const string ToTheDaysTown = "day";

    public static void MapDay(this IEndpointRouteBuilder app)
    {
        app.MapGet("/demo/day", () => ShowScript(DayScript.Read()));
        app.MapPost("/demo/day", async (DayStage stage, CancellationToken cancellationToken) =>
        {
            await stage.RaiseAsync(cancellationToken);
            return new { at = "day/" };
        });
        app.MapPost("/demo/day/next", PlayNextAsync);
        app.Map("/day/{**lever}", ForwardAsync);
    }

    /// <summary>The page needs to know where to look and whose hands move, not what must come of it.</summary>
    private static object ShowScript(DayScript script) => new
    {
        script.Clock,
        Scenes = script.Scenes.Select(s => new { s.Step, s.Caption, s.Phone, s.In, Acts = s.Acts ?? [] }),
    };

    private static async Task<IResult> PlayNextAsync(DayStage stage, CancellationToken cancellationToken)
    {
        try
        {
            return await stage.PlayAsync(cancellationToken) is { } differences
                ? Results.Json(new { differences.Missing, differences.Unexpected, more = stage.Town?.Player.Next is not null })
                : Refuse(StatusCodes.Status400BadRequest, "No scene is left");
        }
        catch (Exception error) when (error is LeverRefusedException or InvalidOperationException)
        {
            // Somebody has played on by hand: a card that the script wants to tap is gone.
            return Refuse(StatusCodes.Status409Conflict, error.Message);
        }
    }

    private static IResult Refuse(int status, string error) =>
        Results.Json(new { error, field = "day", remedy = "POST /demo/day begins a new day" }, statusCode: status);

    private static async Task ForwardAsync(
        HttpContext context, string lever, DayStage stage, IHttpClientFactory clients, CancellationToken cancellationToken)
    {
        if (stage.Town is not { } town)
        {
            await Refuse(StatusCodes.Status404NotFound, "No day is being played").ExecuteAsync(context);
            return;
        }

        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(town.Demo.Address, lever + context.Request.QueryString));
        if (HttpMethods.IsPost(context.Request.Method))
        {
            request.Content = new StreamContent(context.Request.Body);
        }

        using var answer = await clients.CreateClient(ToTheDaysTown).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, cancellationToken);
    }
}
