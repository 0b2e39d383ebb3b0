using GridBot.Handlers.Socket;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridBot.Host.Endpoints;

/// <summary>Without its long connection the robot is deaf, but the app's callbacks and the timers go on: degraded, not unhealthy.</summary>
internal sealed class SocketHealth(SocketLine line) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object> { ["standing"] = line.Standing.ToString() };
        if (line.NextTryAt is { } next)
        {
            data["nextTryAt"] = next;
        }

        if (line.Code != 0)
        {
            data["code"] = line.Code;
        }

        return Task.FromResult(line.Standing switch
        {
            SocketStanding.PushedOut => HealthCheckResult.Degraded(
                "Another program has subscribed for our robot and pushed us out. Find who else uses its Bot ID and secret; we try again at nextTryAt.", data: data),
            SocketStanding.Refused => HealthCheckResult.Degraded(
                "WeCom refuses the long connection. Check WeCom:Bot:BotId and WeCom:Bot:Secret, and that the robot is set to 长连接.", data: data),
            SocketStanding.Unreachable => HealthCheckResult.Degraded(
                "The long connection is broken and is tried again. Check that this host may reach WeCom:BotSocket.", data: data),
            _ => HealthCheckResult.Healthy(data: data),
        });
    }
}
