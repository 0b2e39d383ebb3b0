using System.Buffers;
using System.Diagnostics;
using System.Text;
using GridBot.Handlers.Receiving;
using GridBot.WeCom.Callbacks;
using GridBot.WeCom.Messages;

namespace GridBot.Host.Endpoints;

/// <summary>The two doors of WeCom over HTTP. They bind to no content type: what WeCom sends was never established.</summary>
internal static class CallbackEndpoints
{
    /// <summary>Bytes of the largest body that is read at all.</summary>
    public const int LargestBody = 2 * CallbackDoor.LargestBody;

    public static void MapCallbacks(this WebApplication app)
    {
        Map("/wecom/app", Door.App);
        Map("/wecom/bot", Door.Bot);

        void Map(string path, Door door)
        {
            app.MapGet(path, (HttpContext context, CallbackHandler handler) => VerifyAsync(context, handler, door));
            var seconds = app.Services.GetRequiredService<Meters>().Requests.WithLabels(door.ToString().ToLowerInvariant());
            app.MapPost(path, async (HttpContext context, CallbackHandler handler) =>
            {
                var started = Stopwatch.GetTimestamp();
                await ReceiveAsync(context, handler, door);
                seconds.Observe(Stopwatch.GetElapsedTime(started).TotalSeconds);
            });
        }
    }

    private static Task VerifyAsync(HttpContext context, CallbackHandler handler, Door door)
    {
        var query = context.Request.Query;
        if (handler.Verify(door, QueryOf(context), query["echostr"]) is not Verification.Proven proven)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return WriteAsync(context, Encoding.UTF8.GetBytes(proven.Echo), "text/plain; charset=utf-8");
    }

    private static async Task ReceiveAsync(HttpContext context, CallbackHandler handler, Door door)
    {
        if (context.Request.ContentLength > LargestBody)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var body = await ReadAsync(context);
        var answer = await handler.HandleAsync(door, QueryOf(context), body, context.RequestAborted);
        switch (answer)
        {
            case CallbackAnswer.Accepted accepted:
                await WriteAsync(context, accepted.Body, accepted.ContentType);
                break;
            case CallbackAnswer.Refused refused:
                context.Response.StatusCode = StatusOf(refused.Why);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
        }
    }

    private static int StatusOf(RefusedBecause why) => why switch
    {
        RefusedBecause.SignatureDoesNotMatch or RefusedBecause.TimestampOutOfWindow => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    };

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static Task WriteAsync(HttpContext context, byte[] body, string contentType)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            context.Response.ContentType = contentType;
        }

        return context.Response.Body.WriteAsync(body).AsTask();
    }

    private static CallbackQuery QueryOf(HttpContext context)
    {
        var query = context.Request.Query;
        return new CallbackQuery(query["msg_signature"], query["timestamp"], query["nonce"]);
    }
}
