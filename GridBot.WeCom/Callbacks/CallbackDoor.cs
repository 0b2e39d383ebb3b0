using System.Globalization;
using System.Text;
using GridBot.WeCom.Messages;

namespace GridBot.WeCom.Callbacks;

/// <summary>
/// One address that WeCom calls. Verifies, opens and reads what comes in; seals what goes back. Safe to use from many
/// threads; nothing that comes in makes it throw.
/// </summary>
/// <param name="crypto">The door's key; null for a door that nothing opens.</param>
public abstract class CallbackDoor(CallbackCrypto? crypto)
{
    /// <summary>Bytes of the largest body that is looked at.</summary>
    public const int LargestBody = 512 * 1024;

    /// <summary>How far WeCom's clock may be from ours, either way; what is older is taken for a replay.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>The content type of a sealed answer.</summary>
    public abstract string ContentType { get; }

    /// <summary>Answers WeCom's question whether this address is ours.</summary>
    /// <param name="query">The signature and what it covers.</param>
    /// <param name="echo">The query's echostr, decoded once.</param>
    public Verification Verify(CallbackQuery query, string? echo)
    {
        if (echo is not { Length: > 0 and < LargestBody })
        {
            return new Verification.Refused(RefusedBecause.EnvelopeUnreadable);
        }

        var encrypt = Encoding.UTF8.GetBytes(echo);
        if (crypto is null || !crypto.SignatureMatches(query, encrypt))
        {
            return new Verification.Refused(RefusedBecause.SignatureDoesNotMatch);
        }

        return crypto.TryOpen(encrypt, out var message, out var why)
            ? new Verification.Proven(Encoding.UTF8.GetString(message.Span))
            : new Verification.Refused(why);
    }

    /// <summary>Opens a callback.</summary>
    /// <param name="query">The signature and what it covers.</param>
    /// <param name="body">As it came, whatever its content type.</param>
    /// <param name="now">Our time.</param>
    public CallbackOutcome Open(CallbackQuery query, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (body.Length > LargestBody || ReadEnvelope(body) is not { } encrypt)
        {
            return new CallbackOutcome.Refused(RefusedBecause.EnvelopeUnreadable);
        }

        if (crypto is null || !crypto.SignatureMatches(query, encrypt))
        {
            return new CallbackOutcome.Refused(RefusedBecause.SignatureDoesNotMatch);
        }

        if (!IsInWindow(query.Timestamp, now))
        {
            return new CallbackOutcome.Refused(RefusedBecause.TimestampOutOfWindow);
        }

        if (!crypto.TryOpen(encrypt, out var plaintext, out var why))
        {
            return new CallbackOutcome.Refused(why);
        }

        return Read(plaintext.Span) is { } message
            ? new CallbackOutcome.Accepted(message, plaintext)
            : new CallbackOutcome.Refused(RefusedBecause.ContentUnreadable);
    }

    /// <summary>Reads an opened message again, for example one that was kept; null if it is none.</summary>
    public abstract Incoming? Read(ReadOnlySpan<byte> plaintext);

    /// <summary>
    /// Seals an answer into the body of the response. An empty answer stays an empty body, which tells WeCom that
    /// there is nothing to say.
    /// </summary>
    /// <param name="answer">What a reply composed.</param>
    /// <param name="nonce">The nonce of the callback that is answered.</param>
    /// <param name="now">Our time.</param>
    public byte[] Seal(ReadOnlySpan<byte> answer, string nonce, DateTimeOffset now)
    {
        if (answer.IsEmpty)
        {
            return [];
        }

        var timestamp = now.ToUnixTimeSeconds();
        var sealedAnswer = Crypto.Seal(answer, timestamp.ToString(CultureInfo.InvariantCulture), nonce);
        return WriteEnvelope(sealedAnswer, timestamp, nonce);
    }

    /// <summary>Seals with given random bytes (16), so that the outcome is the same each time.</summary>
    public byte[] Seal(ReadOnlySpan<byte> answer, string nonce, DateTimeOffset now, ReadOnlySpan<byte> random16)
    {
        var timestamp = now.ToUnixTimeSeconds();
        var sealedAnswer = Crypto.Seal(answer, timestamp.ToString(CultureInfo.InvariantCulture), nonce, random16);
        return WriteEnvelope(sealedAnswer, timestamp, nonce);
    }

    private protected abstract byte[]? ReadEnvelope(ReadOnlySpan<byte> body);

    private protected abstract byte[] WriteEnvelope(SealedMessage message, long timestamp, string nonce);

    private CallbackCrypto Crypto => crypto ?? throw new InvalidOperationException("This door has no key: nothing came in to be answered.");

    private static bool IsInWindow(string? timestamp, DateTimeOffset now) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && UnixTime.Read(seconds) is { } signedAt
        && (now - signedAt).Duration() <= Window;
}
