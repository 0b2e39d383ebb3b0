using System.Text.Json;

namespace GridBot.Demo.Play;

/// <summary>The clock's lever, and the board on which one sees what the product knows.</summary>
internal static class ClockLevers
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public static void MapClock(this IEndpointRouteBuilder app)
    {
        app.MapGet("/demo/clock", async (DemoClock clock, Driver driver, CancellationToken cancellationToken) => new
        {
            now = Show(clock.GetUtcNow()),
            frozen = clock.IsFrozen,
            nextDueAt = await driver.NextDueAtAsync(cancellationToken) is { } next ? Show(next) : null,
        });
        app.MapPost("/demo/clock", AdvanceAsync);
        app.MapGet("/demo/board", (Board board, CancellationToken cancellationToken) => board.ShowAsync(cancellationToken));
    }

    public static string Show(DateTimeOffset at) =>
        at.ToOffset(Beijing).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IResult> AdvanceAsync(HttpRequest request, Driver driver, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken) is not { } lever)
        {
            return Refuse("advanceSeconds", "a whole number of seconds from 0, as in {\"advanceSeconds\":300}");
        }

        return lever.Span > Longest
            ? Refuse("advanceSeconds", $"at most {Longest.TotalSeconds} (sixty days) at a time")
            : Results.Json(new { now = Show(await driver.AdvanceAsync(lever.Span, lever.Outage, cancellationToken)) });
    }

    private static async Task<(TimeSpan Span, bool Outage)?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellationToken);
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("advanceSeconds", out var seconds)
                && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var number) && number is >= 0 and < 1e9
                ? (TimeSpan.FromSeconds(number), body.RootElement.TryGetProperty("outage", out var outage) && outage.ValueKind == JsonValueKind.True)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Refuse(string field, string remedy) =>
        Results.Json(new { error = $"{field}: {remedy}", field, remedy }, statusCode: StatusCodes.Status400BadRequest);
}
