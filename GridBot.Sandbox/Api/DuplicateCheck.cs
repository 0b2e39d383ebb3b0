using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using GridBot.Sandbox.Records;

namespace GridBot.Sandbox.Api;

/// <summary>enable_duplicate_check: the same body, byte for byte, is not delivered again within the interval.</summary>
internal sealed class DuplicateCheck(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> until = new(StringComparer.Ordinal);
    private int pruneAt = 100_000;

    public static bool IsAskedFor(JsonElement body) => body.Int("enable_duplicate_check") == 1;

    public static string KeyOf(ReadOnlySequence<byte> raw)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in raw)
        {
            hash.AppendData(part.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public bool WasSent(string key)
    {
        lock (gate)
        {
            return until.TryGetValue(key, out var end) && end >= time.GetUtcNow();
        }
    }

    public void Remember(string key, JsonElement body)
    {
        var now = time.GetUtcNow();
        var seconds = Math.Clamp(body.Int("duplicate_check_interval") ?? 1800, 1, 4 * 3600);
        lock (gate)
        {
            if (until.Count >= pruneAt)
            {
                foreach (var old in until.Where(u => u.Value < now).Select(u => u.Key).ToList())
                {
                    until.Remove(old);
                }

                pruneAt = Math.Max(100_000, until.Count * 2);
            }

            until[key] = now.AddSeconds(seconds);
        }
    }
}
