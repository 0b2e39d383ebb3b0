using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace GridBot.WeCom.Callbacks;

/// <summary>
/// Signs, seals and opens callbacks (WeCom docs 90968 and 101033): SHA-1 over the sorted token, timestamp, nonce and
/// ciphertext; AES-256-CBC over 16 random bytes, the message's length, the message and the receiveid, padded to
/// 32 bytes. Safe to use from many threads. Bad input is an answer here, never an exception.
/// </summary>
/// <param name="token">The Token of the callback settings.</param>
/// <param name="encodingAesKey">The EncodingAESKey of the callback settings; throws ArgumentException if it is none.</param>
/// <param name="receiveId">CorpID for an app, empty for a smart robot.</param>
public sealed class CallbackCrypto(string token, string encodingAesKey, string receiveId)
{
    private const int RandomBytes = 16;
    private const int HeadBytes = RandomBytes + sizeof(int);
    private const int BlockBytes = 32;
    private const int AesBlockBytes = 16;
    private const int SignatureCharacters = SHA1.HashSizeInBytes * 2;
    private const int LongestQueryValue = 256;

    private readonly byte[] token = Encoding.UTF8.GetBytes(token);
    private readonly byte[] receiveId = Encoding.UTF8.GetBytes(receiveId);
    private readonly AesTransforms decrypting = new(KeyOf(encodingAesKey), decrypting: true);
    private readonly AesTransforms encrypting = new(KeyOf(encodingAesKey), decrypting: false);

    /// <summary>Whether <paramref name="query"/> signs this ciphertext. Takes the same time wherever the first difference is.</summary>
    public bool SignatureMatches(CallbackQuery query, ReadOnlySpan<byte> encrypt)
    {
        if (query is not { MsgSignature.Length: SignatureCharacters, Timestamp: { } timestamp, Nonce: { } nonce })
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SignatureCharacters];
        Span<byte> given = stackalloc byte[SignatureCharacters];
        return TrySign(timestamp, nonce, encrypt, expected)
            && Encoding.UTF8.TryGetBytes(query.MsgSignature, given, out var written)
            && written == SignatureCharacters
            && CryptographicOperations.FixedTimeEquals(expected, given);
    }

    /// <summary>Opens a ciphertext whose signature has been checked. The message is a copy of its own.</summary>
    /// <param name="encrypt">The base64 text.</param>
    /// <param name="message">What was sealed, UTF-8.</param>
    /// <param name="why">SealBroken or MeantForAnotherCorp, if it did not open.</param>
    public bool TryOpen(ReadOnlySpan<byte> encrypt, out ReadOnlyMemory<byte> message, out RefusedBecause why)
    {
        message = default;
        why = RefusedBecause.SealBroken;

        var cipher = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(encrypt.Length));
        try
        {
            if (Base64.DecodeFromUtf8(encrypt, cipher, out _, out var length) != OperationStatus.Done
                || length == 0
                || length % AesBlockBytes != 0)
            {
                return false;
            }

            return TryUnpack(decrypting.Transform(cipher, length), ref message, ref why);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(cipher);
        }
    }

    /// <summary>
    /// Opens what lies behind a robot's media address (WeCom doc 100719): the same key and padding, but neither random
    /// bytes nor a length nor a receiveid. Null if it is not under this key.
    /// </summary>
    public byte[]? OpenMedia(byte[] cipher)
    {
        if (cipher.Length == 0 || cipher.Length % AesBlockBytes != 0)
        {
            return null;
        }

        var plain = decrypting.Transform(cipher, cipher.Length);
        return PadOf(plain) is { } pad ? plain[..^pad] : null;
    }

    /// <summary>Seals a message with fresh random bytes, and signs it.</summary>
    /// <param name="message">UTF-8.</param>
    /// <param name="timestamp">Seconds since 1970, as text.</param>
    /// <param name="nonce">For an answer, the nonce of the callback.</param>
    public SealedMessage Seal(ReadOnlySpan<byte> message, string timestamp, string nonce)
    {
        Span<byte> random = stackalloc byte[RandomBytes];
        RandomNumberGenerator.Fill(random);
        return Seal(message, timestamp, nonce, random);
    }

    /// <summary>Seals a message with given random bytes (16), so that the outcome is the same each time.</summary>
    public SealedMessage Seal(ReadOnlySpan<byte> message, string timestamp, string nonce, ReadOnlySpan<byte> random16)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random16.Length, RandomBytes);

        var unpadded = HeadBytes + message.Length + receiveId.Length;
        var pad = BlockBytes - (unpadded % BlockBytes);
        var plain = new byte[unpadded + pad];
        random16.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), message.Length);
        message.CopyTo(plain.AsSpan(HeadBytes));
        receiveId.CopyTo(plain, HeadBytes + message.Length);
        plain.AsSpan(unpadded).Fill((byte)pad);

        var encrypt = Convert.ToBase64String(encrypting.Transform(plain, plain.Length));
        return new SealedMessage(encrypt, Sign(timestamp, nonce, encrypt));
    }

    /// <summary>The msg_signature of a ciphertext: 40 lower-case hexadecimal digits.</summary>
    public string Sign(string timestamp, string nonce, string encrypt)
    {
        Span<byte> signature = stackalloc byte[SignatureCharacters];
        return TrySign(timestamp, nonce, Encoding.UTF8.GetBytes(encrypt), signature)
            ? Encoding.ASCII.GetString(signature)
            : throw new ArgumentException("A timestamp and a nonce have at most 256 bytes.");
    }

    private static byte[] KeyOf(string encodingAesKey) =>
        EncodingAesKey.TryRead(encodingAesKey, out var key)
            ? key
            : throw new ArgumentException("An EncodingAESKey has 43 letters and digits.", nameof(encodingAesKey));

    /// <summary>The length of the padding (1 to 32 bytes, each holding that number), or null if it is none.</summary>
    private static int? PadOf(byte[] plain)
    {
        int pad = plain[^1];
        return pad is >= 1 and <= BlockBytes && pad <= plain.Length && !plain.AsSpan(plain.Length - pad).ContainsAnyExcept((byte)pad)
            ? pad
            : null;
    }

    private bool TryUnpack(byte[] plain, ref ReadOnlyMemory<byte> message, ref RefusedBecause why)
    {
        if (PadOf(plain) is not { } pad || plain.Length < HeadBytes + pad)
        {
            return false;
        }

        var content = plain.AsSpan(HeadBytes, plain.Length - HeadBytes - pad);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(RandomBytes));
        if (length < 0 || length > content.Length)
        {
            return false;
        }

        if (!content[length..].SequenceEqual(receiveId))
        {
            why = RefusedBecause.MeantForAnotherCorp;
            return false;
        }

        message = plain.AsMemory(HeadBytes, length);
        return true;
    }

    private bool TrySign(string timestamp, string nonce, ReadOnlySpan<byte> encrypt, Span<byte> signature)
    {
        Span<byte> timestampBytes = stackalloc byte[LongestQueryValue];
        Span<byte> nonceBytes = stackalloc byte[LongestQueryValue];
        if (!Encoding.UTF8.TryGetBytes(timestamp, timestampBytes, out var timestampLength)
            || !Encoding.UTF8.TryGetBytes(nonce, nonceBytes, out var nonceLength))
        {
            return false;
        }

        // Sorted by bytes, never by a culture: a culture puts "aToken" before "BNonce", WeCom does not.
        scoped ReadOnlySpan<byte> a = token;
        scoped ReadOnlySpan<byte> b = timestampBytes[..timestampLength];
        scoped ReadOnlySpan<byte> c = nonceBytes[..nonceLength];
        scoped ReadOnlySpan<byte> d = encrypt;
        Order(ref a, ref b);
        Order(ref c, ref d);
        Order(ref a, ref c);
        Order(ref b, ref d);
        Order(ref b, ref c);

        var joined = ArrayPool<byte>.Shared.Rent(a.Length + b.Length + c.Length + d.Length);
        try
        {
            var length = 0;
            Append(joined, ref length, a);
            Append(joined, ref length, b);
            Append(joined, ref length, c);
            Append(joined, ref length, d);

            Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
            HashForWeCom(joined.AsSpan(0, length), hash);
            return Convert.TryToHexStringLower(hash, signature, out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(joined);
        }
    }

    private static void Order(scoped ref ReadOnlySpan<byte> first, scoped ref ReadOnlySpan<byte> second)
    {
        if (second.SequenceCompareTo(first) < 0)
        {
            var former = first;
            first = second;
            second = former;
        }
    }

    private static void Append(byte[] joined, ref int length, ReadOnlySpan<byte> part)
    {
        part.CopyTo(joined.AsSpan(length));
        length += part.Length;
    }

#pragma warning disable CA5350 // SHA-1 is what WeCom signs with.
    private static void HashForWeCom(ReadOnlySpan<byte> joined, Span<byte> hash) => SHA1.HashData(joined, hash);
#pragma warning restore CA5350
}
