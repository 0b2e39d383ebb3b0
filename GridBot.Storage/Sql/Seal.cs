using System.Security.Cryptography;

namespace GridBot.Storage.Sql;

/// <summary>Seals what residents wrote and keys that we hold: AES-256-GCM. Format: 1 (version), nonce, tag, sealed bytes.</summary>
public sealed class Seal(byte[] key) : IDisposable
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + NonceLength + TagLength;

    /// <summary>One per thread: an AesGcm works for one caller at a time.</summary>
    private readonly ThreadLocal<AesGcm> _ciphers = new(() => new AesGcm(key, TagLength), trackAllValues: true);

    public byte[] Close(ReadOnlySpan<byte> open)
    {
        var closed = new byte[HeadLength + open.Length];
        closed[0] = Version;
        var nonce = closed.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        _ciphers.Value!.Encrypt(nonce, open, closed.AsSpan(HeadLength), closed.AsSpan(1 + NonceLength, TagLength));
        return closed;
    }

    /// <summary>Fails with a CryptographicException when the bytes were changed or sealed with another key.</summary>
    public byte[] Open(ReadOnlySpan<byte> closed)
    {
        if (closed.Length < HeadLength || closed[0] != Version)
        {
            throw new CryptographicException("These bytes were not sealed by GridBot.");
        }

        var open = new byte[closed.Length - HeadLength];
        _ciphers.Value!.Decrypt(closed.Slice(1, NonceLength), closed[HeadLength..], closed.Slice(1 + NonceLength, TagLength), open);
        return open;
    }

    public void Dispose()
    {
        foreach (var cipher in _ciphers.Values)
        {
            cipher.Dispose();
        }

        _ciphers.Dispose();
    }
}
