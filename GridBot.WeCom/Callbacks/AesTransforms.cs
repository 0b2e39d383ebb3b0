using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace GridBot.WeCom.Callbacks;

/// <summary>
/// AES-256-CBC under one key, without padding (WeCom pads to 32 bytes, which no <see cref="PaddingMode"/> knows).
/// A transform serves one caller at a time and is used again: setting one up costs more than a message.
/// </summary>
internal sealed class AesTransforms(byte[] key, bool decrypting)
{
    private readonly ConcurrentBag<ICryptoTransform> idle = [];

    public byte[] Transform(byte[] input, int length)
    {
        if (!idle.TryTake(out var transform))
        {
            transform = Create();
        }

        // The final block sets the transform back to its beginning. Should it throw, the transform is not used again.
        var output = transform.TransformFinalBlock(input, 0, length);
        idle.Add(transform);
        return output;
    }

    private ICryptoTransform Create()
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.None;
        aes.Key = key;
        aes.IV = key[..16];
        return decrypting ? aes.CreateDecryptor() : aes.CreateEncryptor();
    }
}
