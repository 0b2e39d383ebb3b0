using GridBot.Sandbox.Faults;

namespace GridBot.Sandbox.Api;

/// <summary>gettoken: one token for each secret of the corp, good for two hours unless it is ended early.</summary>
internal sealed class Tokens(SandboxState state)
{
    private const int WrongSecretsUntilBlocked = 10;
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);
    private readonly Lock gate = new();
    private readonly Dictionary<string, (DateTimeOffset Until, string Secret)> issued = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> current = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> wrongSecrets = new();

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

            if (secret != state.Town.App.Secret && secret != state.Town.ContactSecret)
            {
                wrongSecrets.Enqueue(now);
                return ApiAnswer.Error(40001, "invalid credential");
            }

            if (!current.TryGetValue(secret, out var token) || issued[token].Until <= now)
            {
                current[secret] = token = "T" + state.Dice.Hex(32);
                issued[token] = (now + Life, secret);
            }

            return ApiAnswer.Of(new
            {
                errcode = 0,
                errmsg = "ok",
                access_token = token,
                expires_in = (int)(issued[token].Until - now).TotalSeconds,
            });
        }
    }

    /// <summary>Null if the app's token is good; else the answer that says what is wrong with it.</summary>
    public ApiAnswer? Refuse(ApiCall call) => Refuse(call, state.Town.App.Secret);

    /// <summary>The same for what contact synchronisation alone may do.</summary>
    public ApiAnswer? RefuseContacts(ApiCall call) => Refuse(call, state.Town.ContactSecret);

    private ApiAnswer? Refuse(ApiCall call, string secret)
    {
        if (call.Parameter("access_token") is not { } token)
        {
            return ApiAnswer.Error(41001, "access_token missing");
        }

        if (state.Faults.Take(FaultNames.UntrustedAddress) is not null)
        {
            return ApiAnswer.Error(60020, "not allow to access from your ip");
        }

        lock (gate)
        {
            return !issued.TryGetValue(token, out var its) ? ApiAnswer.Error(40014, "invalid access_token")
                : its.Until <= state.Time.GetUtcNow() ? ApiAnswer.Error(42001, "access_token expired")
                : its.Secret != secret ? ApiAnswer.Error(48002, "api forbidden for this secret")
                : null;
        }
    }

    public void ExpireAll()
    {
        lock (gate)
        {
            foreach (var token in issued.Keys.ToList())
            {
                issued[token] = (DateTimeOffset.MinValue, issued[token].Secret);
            }

            current.Clear();
        }
    }
}
