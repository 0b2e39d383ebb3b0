using System.Collections.Concurrent;

namespace GridBot.Sandbox.Api;

/// <summary>The pictures that people sent. The robot's address of one lives five minutes, the app's media_id three days.</summary>
internal sealed class MediaShelf(TimeProvider time)
{
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly ConcurrentDictionary<string, (byte[] File, DateTimeOffset At)> files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> keys = new(StringComparer.Ordinal);
    private int last;

    /// <summary>Keeps the bytes of a data: URL, or a single dot for any other label.</summary>
    public string Keep(string image)
    {
        var comma = image.IndexOf(";base64,", StringComparison.Ordinal);
        var buffer = new byte[image.Length];
        return Keep(comma > 0 && Convert.TryFromBase64String(image[(comma + 8)..], buffer, out var length) ? buffer[..length] : Dot);
    }

    public string Keep(byte[] file)
    {
        var id = $"MEDIA{Interlocked.Increment(ref last)}";
        files[id] = (file, time.GetUtcNow());
        return id;
    }

    /// <summary>The key that a file of the long connection is enciphered by: 43 letters and digits, one per file.</summary>
    public string KeyFor(string id, Func<string> make) => keys.GetOrAdd(id, _ => make());

    public string? KeyOf(string id) => keys.GetValueOrDefault(id);

    public byte[]? Find(string? id, TimeSpan life) =>
        id is not null && files.TryGetValue(id, out var kept) && kept.At + life >= time.GetUtcNow() ? kept.File : null;
}
