using System.Security.Cryptography;
using System.Text;

namespace GridBot.Tests.Sandbox;

/// <summary>The fake bot's own reading of WeCom's seal: the least that works, and nothing shared with the sandbox.</summary>
internal sealed class FakeBotSeal(string token, string aesKey, string receiveId)
{
    private readonly byte[] key = Convert.FromBase64String(aesKey + "=");

    public string Sign(string timestamp, string nonce, string encrypt)
    {
        var parts = new List<string> { token, timestamp, nonce, encrypt };
        parts.Sort(string.CompareOrdinal);
#pragma warning disable CA5350 // The protocol signs with SHA-1.
        return Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(string.Join("", parts)))).ToLowerInvariant();
#pragma warning restore CA5350
    }

    public string? Open(string encrypt)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypt), key[..16], PaddingMode.None);
        var end = plain.Length - plain[^1];
        var length = (plain[16] << 24) | (plain[17] << 16) | (plain[18] << 8) | plain[19];
        return Encoding.UTF8.GetString(plain, 20 + length, end - 20 - length) == receiveId
            ? Encoding.UTF8.GetString(plain, 20, length)
            : null;
    }

    public string Close(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var size = new[] { (byte)(message.Length >> 24), (byte)(message.Length >> 16), (byte)(message.Length >> 8), (byte)message.Length };
        byte[] plain = [.. new byte[16], .. size, .. message, .. Encoding.UTF8.GetBytes(receiveId)];
        var pad = 32 - (plain.Length % 32);
        plain = [.. plain, .. Enumerable.Repeat((byte)pad, pad)];
        using var aes = Aes.Create();
        aes.Key = key;
#pragma warning disable CA5401 // The protocol takes the vector from the key.
        return Convert.ToBase64String(aes.EncryptCbc(plain, key[..16], PaddingMode.None));
#pragma warning restore CA5401
    }
}
