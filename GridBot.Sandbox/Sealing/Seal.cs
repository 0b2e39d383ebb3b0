using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GridBot.Sandbox.Sealing;

/// <summary>WeCom's callback seal, written from the protocol alone (doc 90238, 101033).</summary>
public sealed class Seal
{
    private const int Block = 32;
    private readonly string token;
    private readonly byte[] key;
    private readonly byte[] receiveId;

    public Seal(string token, string encodingAesKey, string receiveId)
    {
        if (!IsKey(encodingAesKey))
        {
            throw new ArgumentException("An EncodingAESKey is 43 letters and digits.", nameof(encodingAesKey));
        }

        this.token = token;
        key = Convert.FromBase64String(encodingAesKey + "=");
        this.receiveId = Encoding.UTF8.GetBytes(receiveId);
    }

    public static bool IsKey(string encodingAesKey) =>
        encodingAesKey.Length == 43 && encodingAesKey.All(char.IsAsciiLetterOrDigit);

    public string Sign(string timestamp, string nonce, string encrypt)
    {
        string[] parts = [token, timestamp, nonce, encrypt];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // The protocol signs with SHA-1.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    public string Close(string text, ReadOnlySpan<byte> random16)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var total = 20 + length + receiveId.Length;
        var pad = Block - (total % Block);
        var plain = new byte[total + pad];
        random16[..16].CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), length);
        Encoding.UTF8.GetBytes(text, plain.AsSpan(20));
        receiveId.CopyTo(plain, 20 + length);
        plain.AsSpan(total).Fill((byte)pad);
        return Convert.ToBase64String(Encipher(plain));
    }

    /// <summary>Opens what <see cref="Close"/> closed. Null, with the reason, if anything about it is wrong.</summary>
    public string? Open(string encrypt, out string why)
    {
        var cipher = new byte[encrypt.Length];
        if (!Convert.TryFromBase64String(encrypt, cipher, out var written))
        {
            why = "not base64";
            return null;
        }

        if (written == 0 || written % 16 != 0)
        {
            why = "the ciphertext is not a multiple of 16 bytes";
            return null;
        }

        var plain = Decipher(cipher.AsSpan(0, written));
        var pad = plain[^1];
        if (pad is < 1 or > Block || pad > plain.Length - 20 || plain.AsSpan(plain.Length - pad).ContainsAnyExcept(pad))
        {
            why = "bad padding";
            return null;
        }

        var content = plain.AsSpan(0, plain.Length - pad);
        var length = BinaryPrimitives.ReadInt32BigEndian(content[16..]);
        if (length < 0 || length > content.Length - 20)
        {
            why = "the length field does not fit";
            return null;
        }

        if (!content[(20 + length)..].SequenceEqual(receiveId))
        {
            why = "meant for another receiveid";
            return null;
        }

        why = "";
        return Encoding.UTF8.GetString(content.Slice(20, length));
    }

    /// <summary>A media file as the robot gets it: only enciphered, without prefix, length or receiveid (doc 100719).</summary>
    public byte[] CloseFile(ReadOnlySpan<byte> file)
    {
        var pad = Block - (file.Length % Block);
        var padded = new byte[file.Length + pad];
        file.CopyTo(padded);
        padded.AsSpan(file.Length).Fill((byte)pad);
        return Encipher(padded);
    }

    private byte[] Encipher(ReadOnlySpan<byte> padded)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(padded, key.AsSpan(0, 16), PaddingMode.None);
    }

    private byte[] Decipher(ReadOnlySpan<byte> cipher)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(cipher, key.AsSpan(0, 16), PaddingMode.None);
    }
}
