using GridBot.Sandbox.Cards;

namespace GridBot.Sandbox.Api;

/// <summary>One-time codes: for updating an app card (72 hours) and for a late answer of the robot (1 hour).</summary>
internal sealed class ResponseCodes(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResponseCode> codes = new(StringComparer.Ordinal);
    private int pruneAt = 100_000;

    public void Add(ResponseCode code)
    {
        lock (gate)
        {
            if (codes.Count >= pruneAt)
            {
                var now = time.GetUtcNow();
                foreach (var old in codes.Values.Where(c => c.Used || c.Until < now).ToList())
                {
                    codes.Remove(old.Code);
                }

                pruneAt = Math.Max(100_000, codes.Count * 2);
            }

            codes[code.Code] = code;
        }
    }

    /// <summary>The code if it can still be used; it stays usable until <see cref="TryUse"/>.</summary>
    public ResponseCode? Find(string? code)
    {
        lock (gate)
        {
            return code is not null && codes.TryGetValue(code, out var found) && !found.Used && found.Until >= time.GetUtcNow() ? found : null;
        }
    }

    public bool TryUse(ResponseCode code)
    {
        lock (gate)
        {
            return !code.Used && (code.Used = true);
        }
    }
}

/// <summary>For an app card: the card. For a late answer: who wrote where, and what is quoted.</summary>
internal sealed class ResponseCode(string code, DateTimeOffset until)
{
    public string Code { get; } = code;

    public DateTimeOffset Until { get; } = until;

    public bool Used { get; set; }

    public SentCard? Card { get; init; }

    public string? User { get; init; }

    public string? ChatId { get; init; }

    public string Quoted { get; init; } = "";
}
