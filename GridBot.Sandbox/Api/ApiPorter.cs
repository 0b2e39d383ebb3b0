using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using GridBot.Sandbox.Faults;

namespace GridBot.Sandbox.Api;

/// <summary>Stands at the door of every API: reads the call, lets it go wrong if a fault says so, and writes the answer.</summary>
internal sealed class ApiPorter(SandboxState state)
{
    private static readonly JsonElement NoBody = JsonDocument.Parse("{}").RootElement;

    public RequestDelegate For(string api, Func<ApiCall, ApiAnswer> handle)
    {
        var counter = state.Findings.Counter(api);
        return context =>
        {
            Interlocked.Increment(ref counter.Value);
            return RunAsync(context, api, handle);
        };
    }

    private async Task RunAsync(HttpContext context, string api, Func<ApiCall, ApiAnswer> handle)
    {
        var fault = state.Faults.Take(api);
        var hold = state.Faults.TakeHold(api);
        var gone = context.RequestAborted;
        if (hold is { BeforeEffect: true })
        {
            await hold.WaitAsync(gone);
        }

        var body = await ReadAsync(context.Request.BodyReader, gone);
        var answer = fault switch
        {
            { Http: not null } => ApiAnswer.Ok,
            { ErrCode: { } code } => ApiAnswer.Error(code, code == 60020 ? "not allow to access from your ip" : "fault on demand"),
            _ => Handle(context, body, handle),
        };
        context.Request.BodyReader.AdvanceTo(body.End);

        if (hold is { BeforeEffect: false })
        {
            await hold.WaitAsync(gone);
        }

        if (fault is not null && !await StumbleAsync(context, fault, gone))
        {
            return;
        }

        context.Response.ContentType = answer.ContentType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, gone);
    }

    /// <summary>False if there will be no ordinary answer any more.</summary>
    private static async Task<bool> StumbleAsync(HttpContext context, Fault fault, CancellationToken gone)
    {
        if (fault.DelayMs is { } delay)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay), TimeProvider.System, gone);
        }

        if (fault.LoseAnswer)
        {
            context.Abort();
            return false;
        }

        if (fault.Http is { } status)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"fault on demand: {status}"), gone);
            return false;
        }

        return true;
    }

    private static ApiAnswer Handle(HttpContext context, ReadOnlySequence<byte> body, Func<ApiCall, ApiAnswer> handle)
    {
        var query = context.Request.Query;
        if (body.IsEmpty)
        {
            return handle(new ApiCall(query, body, NoBody));
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            return handle(new ApiCall(query, body, json.RootElement));
        }
        catch (JsonException)
        {
            return ApiAnswer.Error(40035, "the body is no JSON");
        }
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadAsync(PipeReader reader, CancellationToken gone)
    {
        while (true)
        {
            var read = await reader.ReadAsync(gone);
            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
