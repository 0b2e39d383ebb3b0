using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GridBot.WeCom.Sending;

/// <summary>
/// Access tokens (WeCom doc 91039), one per corp id and secret: two apps of one corp have two. However many callers
/// need one, it is asked for once. Wrong credentials are not tried again before a pause that grows, since WeCom blocks
/// addresses that keep trying.
/// </summary>
public sealed class AccessTokens(
    IHttpClientFactory clients, IOptionsMonitor<WeComOptions> options, TimeProvider time, ILogger<AccessTokens> logger)
{
    /// <summary>The first pause after wrong credentials; each further one is twice as long.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);

    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    /// <summary>A token is renewed so long before it ends, or at a tenth of its life if that is less.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string CorpId, string Secret), Holder> holders = new();
    private readonly ApiCalls calls = new(clients, time);

    /// <summary>The token at hand, or a new one.</summary>
    public async Task<TokenOutcome> GetAsync(string corpId, string secret, CancellationToken cancellationToken)
    {
        var holder = HolderOf(corpId, secret);
        Task<TokenOutcome> refreshing;
        lock (holder.Gate)
        {
            var now = time.GetUtcNow();
            if (holder.Token is { } token && now < holder.GoodUntil)
            {
                return new TokenOutcome.Granted(token);
            }

            if (holder.Refusal is { } refusal && now < holder.NotBefore)
            {
                return new TokenOutcome.Refused(refusal with { After = holder.NotBefore - now });
            }

            refreshing = holder.Refreshing ??= Task.Run(() => RefreshAsync(holder, corpId, secret), CancellationToken.None);
        }

        // A caller who goes away leaves the others their token.
        return await refreshing.WaitAsync(cancellationToken);
    }

    /// <summary>WeCom no longer takes this token. If another caller has brought a new one meanwhile, that one stays.</summary>
    public void Drop(string corpId, string secret, string used)
    {
        var holder = HolderOf(corpId, secret);
        lock (holder.Gate)
        {
            if (holder.Token == used)
            {
                holder.Token = null;
            }
        }
    }

    /// <summary>WeCom called the credentials wrong although it had given this token: pause, then ask for a new one.</summary>
    public SendResult.TryAgain Stop(string corpId, string secret, string used, int code)
    {
        var holder = HolderOf(corpId, secret);
        lock (holder.Gate)
        {
            if (holder.Token == used)
            {
                holder.Token = null;
                return Pause(holder, code, WeComErrors.ClassOf(code));
            }

            return holder.Refusal ?? new SendResult.TryAgain(FirstPause, code, WeComErrors.ClassOf(code), FateUnknown: false);
        }
    }

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static TimeSpan LifeOf(JsonElement fields) =>
        fields.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var life)
            ? TimeSpan.FromSeconds(life)
            : TimeSpan.Zero;

    private Holder HolderOf(string corpId, string secret) =>
        holders.GetOrAdd((corpId, secret), static _ => new Holder());

    private async Task<TokenOutcome> RefreshAsync(Holder holder, string corpId, string secret)
    {
        try
        {
            var path = $"/cgi-bin/gettoken?corpid={Uri.EscapeDataString(corpId)}&corpsecret={Uri.EscapeDataString(secret)}";
            var answer = await calls.GetAsync(new Uri(new Uri(options.CurrentValue.ApiBase), path), CancellationToken.None);
            lock (holder.Gate)
            {
                return Take(holder, answer);
            }
        }
        finally
        {
            lock (holder.Gate)
            {
                holder.Refreshing = null;
            }
        }
    }

    private TokenOutcome Take(Holder holder, ApiAnswer answer)
    {
        switch (answer)
        {
            case ApiAnswer.Read { Code: 0 } read when TextOf(read.Fields, "access_token") is { Length: > 0 } token:
                var life = LifeOf(read.Fields);
                holder.Token = token;
                holder.GoodUntil = time.GetUtcNow() + life - (life / 10 < Margin ? life / 10 : Margin);
                holder.Refusal = null;
                holder.Pause = TimeSpan.Zero;
                logger.TokenGranted(life);
                return new TokenOutcome.Granted(token);
            case ApiAnswer.Read { Code: not 0 } read:
                return new TokenOutcome.Refused(Pause(holder, read.Code, WeComErrors.ClassOf(read.Code)));
            case ApiAnswer.Missing missing:
                return new TokenOutcome.Refused(Pause(holder, missing.Code, ErrorClass.Transient));
            default:
                return new TokenOutcome.Refused(Pause(holder, 200, ErrorClass.Transient));
        }
    }

    /// <summary>Nobody asks again before the pause is over. Only for wrong credentials does it grow.</summary>
    private SendResult.TryAgain Pause(Holder holder, int code, ErrorClass errorClass)
    {
        TimeSpan pause;
        if (errorClass == ErrorClass.Credentials)
        {
            pause = holder.Pause == TimeSpan.Zero ? FirstPause : holder.Pause * 2;
            pause = pause < LongestPause ? pause : LongestPause;
            holder.Pause = pause;
            logger.CredentialsRefused(code, pause);
        }
        else
        {
            pause = errorClass == ErrorClass.Transient ? ApiResults.ShortWait : WeComErrors.WaitAfter(code) ?? FirstPause;
            logger.TokenNotGranted(code, errorClass, pause);
        }

        holder.NotBefore = time.GetUtcNow() + pause;
        holder.Refusal = new SendResult.TryAgain(pause, code, errorClass, FateUnknown: false);
        return holder.Refusal;
    }

    private sealed class Holder
    {
        public Lock Gate { get; } = new();

        public string? Token { get; set; }

        public DateTimeOffset GoodUntil { get; set; }

        public SendResult.TryAgain? Refusal { get; set; }

        public DateTimeOffset NotBefore { get; set; }

        public TimeSpan Pause { get; set; }

        public Task<TokenOutcome>? Refreshing { get; set; }
    }
}
