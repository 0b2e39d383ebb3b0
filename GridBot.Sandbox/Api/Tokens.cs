namespace GridBot.Sandbox.Api;

/// <summary>gettoken: one token for the corp and secret, good for two hours unless it is ended early (P§6.1).</summary>
internal sealed class Tokens(SandboxState state)
{
    private const int WrongSecretsUntilBlocked = 10;
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> issued = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> wrongSecrets = new();
    private string? current;

    public ApiAnswer Give(ApiCall call)
    {
        var (corp, secret) = (call.Parameter("corpid"), call.Parameter("corpsecret"));
        if (corp is null)
        {
            return ApiAnswer.Error(41002, "corpid missing");
        }

        if (secret is null)
        {
            return ApiAnswer.Error(41004, "corpsecret missing");
        }

        if (corp != state.Town.CorpId)
        {
            return ApiAnswer.Error(40013, "invalid corpid");
        }

        var now = state.Time.GetUtcNow();
        lock (gate)
        {
            while (wrongSecrets.TryPeek(out var oldest) && oldest < now - TimeSpan.FromHours(1))
            {
                wrongSecrets.Dequeue();
            }

            if (wrongSecrets.Count >= WrongSecretsUntilBlocked)
            {
                return ApiAnswer.Error(45009, "too many wrong secrets from this address: blocked for an hour");
            }

            if (secret != state.Town.App.Secret)
            {
                wrongSecrets.Enqueue(now);
                return ApiAnswer.Error(40001, "invalid credential");
            }

            if (current is null || issued[current] <= now)
            {
                current = "T" + state.Dice.Hex(32);
                issued[current] = now + Life;
            }

            return ApiAnswer.Of(new
            {
                errcode = 0,
                errmsg = "ok",
                access_token = current,
                expires_in = (int)(issued[current] - now).TotalSeconds,
            });
        }
    }

    /// <summary>Null if the token is good; else the answer that says what is wrong with it.</summary>
    public ApiAnswer? Refuse(ApiCall call)
    {
        if (call.Parameter("access_token") is not { } token)
        {
            return ApiAnswer.Error(41001, "access_token missing");
        }

        lock (gate)
        {
            return !issued.TryGetValue(token, out var until) ? ApiAnswer.Error(40014, "invalid access_token")
                : until <= state.Time.GetUtcNow() ? ApiAnswer.Error(42001, "access_token expired")
                : null;
        }
    }

    public void ExpireAll()
    {
        lock (gate)
        {
            foreach (var token in issued.Keys.ToList())
            {
                issued[token] = DateTimeOffset.MinValue;
            }

            current = null;
        }
    }
}
