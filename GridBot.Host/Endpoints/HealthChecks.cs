using GridBot.Handlers.Escalation;
using GridBot.Handlers.Receiving;
using GridBot.Handlers.Sending;
using GridBot.Handlers.Settings;
using GridBot.Storage.Issues;
using GridBot.Storage.Messages;
using GridBot.Storage.Timers;
using GridBot.WeCom.Sending;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GridBot.Host.Endpoints;

/// <summary>Without the database messages are only spooled; without Redis the service goes on, slower.</summary>
internal sealed class StorageHealth(IssueStore issues, RedisGate redis, Spool spool) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await issues.NextDueAtAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer; messages go into this host's spool.", error);
        }

        var spooled = await spool.CountAsync(cancellationToken);
        var data = new Dictionary<string, object> { ["spooled"] = spooled, ["redis"] = redis.IsAvailable };
        return redis.IsAvailable
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("Redis does not answer; due issues are found in SQL.", data: data);
    }
}

/// <summary>A faulty file is no reason to stop: the last good version is in force.</summary>
internal sealed class SettingsHealth(SettingsWatcher watcher, SettingsInForce settings) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            !settings.IsLoaded ? HealthCheckResult.Unhealthy("No settings are in force.")
            : watcher.Health is { } fault ? HealthCheckResult.Degraded(fault)
            : HealthCheckResult.Healthy());
}

internal sealed class SendingHealth(Outbox outbox, Routes routes, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var counts = await outbox.CountsAsync(cancellationToken);
        var broken = routes.Broken(time.GetUtcNow());
        var data = new Dictionary<string, object>
        {
            ["queued"] = counts.GetValueOrDefault("queued"),
            ["sending"] = counts.GetValueOrDefault("sending"),
            ["failed"] = counts.GetValueOrDefault("failed"),
            ["broken"] = broken,
        };
        return broken.Count == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded("Some routes are broken; their people are reached 1:1.", data: data);
    }
}

/// <summary>What WeCom itself says about the app: whose calls it refuses, and whether it means to suspend it.</summary>
internal sealed class WeComHealth(TrustedAddress trusted, AppStanding standing) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (trusted.Refused is { } address)
        {
            return HealthCheckResult.Degraded(
                $"企业微信不认这台服务器的出口地址 {address}（60020），应用什么都发不出。请到管理后台 → 应用管理 → 本应用 → 企业可信IP 填上它，约一分钟后生效。");
        }

        return await standing.WarningAsync(cancellationToken) is { } kind
            ? HealthCheckResult.Degraded($"企业微信通知应用将被停用或已停用（{kind}）：请到管理后台 → 应用管理查看，并让人给应用发消息。")
            : HealthCheckResult.Healthy();
    }
}

internal sealed class ClockHealth(HostClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clock.MayAct
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"This host's clock is off by {clock.OffBy}; it claims and sends nothing. Set it by NTP."));
}
