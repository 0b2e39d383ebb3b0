using System.Security.Cryptography;
using System.Text;
using CsCheck;
using GridBot.WeCom.Callbacks;
using Xunit;

namespace GridBot.Tests.WeCom;

public class CallbackCryptoTests
{
    private const string Key = "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey0";

    public static TheoryData<string> VectorIds => [.. CryptoVectors.All.Vectors.Select(vector => vector.Id)];

    public static TheoryData<string, RefusedBecause> Negatives => new()
    {
        { "neg-bad-signature", RefusedBecause.SignatureDoesNotMatch },
        { "neg-public-goworkwx-bad-signature", RefusedBecause.SignatureDoesNotMatch },
        { "neg-wrong-receiveid", RefusedBecause.MeantForAnotherCorp },
        { "neg-aibot-packet-for-app", RefusedBecause.MeantForAnotherCorp },
        { "neg-tampered-last-block", RefusedBecause.SealBroken },
        { "neg-not-multiple-of-16", RefusedBecause.SealBroken },
        { "neg-length-field-too-large", RefusedBecause.SealBroken },
        { "neg-pad-byte-33", RefusedBecause.SealBroken },
    };

    public static TheoryData<string, bool> KeyChecks
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var check in CryptoVectors.All.KeyChecks)
            {
                data.Add(check.Key, check.Valid);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(VectorIds))]
    public void What_others_sealed_opens(string id)
    {
        var vector = CryptoVectors.ById(id);

        Assert.True(CryptoOf(vector).TryOpen(Encoding.UTF8.GetBytes(vector.Encrypt), out var message, out _));
        Assert.Equal(vector.Plaintext, Encoding.UTF8.GetString(message.Span));
    }

    [Theory, MemberData(nameof(VectorIds))]
    public void What_others_sealed_comes_out_the_same_byte_for_byte(string id)
    {
        var vector = CryptoVectors.ById(id);
        var isSigned = vector.MsgSignature is not null;

        var ours = CryptoOf(vector).Seal(
            Encoding.UTF8.GetBytes(vector.Plaintext), vector.Timestamp ?? "1", vector.Nonce ?? "n", Convert.FromHexString(vector.Random16));

        Assert.Equal(vector.Encrypt, ours.Encrypt);
        Assert.True(!isSigned || vector.MsgSignature == ours.Signature);
    }

    [Theory, MemberData(nameof(VectorIds))]
    public void What_others_signed_is_recognised_and_nothing_near_it(string id)
    {
        var vector = CryptoVectors.ById(id);
        if (vector.MsgSignature is not { } signature)
        {
            return; // Two of the sources state none.
        }

        var crypto = CryptoOf(vector);
        var query = new CallbackQuery(signature, vector.Timestamp, vector.Nonce);
        var encrypt = Encoding.UTF8.GetBytes(vector.Encrypt);

        Assert.True(crypto.SignatureMatches(query, encrypt));
        Assert.False(crypto.SignatureMatches(query with { Nonce = vector.Nonce + "0" }, encrypt));
        Assert.False(crypto.SignatureMatches(query with { Timestamp = vector.Timestamp + "0" }, encrypt));
        Assert.False(crypto.SignatureMatches(query with { MsgSignature = signature[..39] }, encrypt));
        Assert.False(crypto.SignatureMatches(query with { MsgSignature = null }, encrypt));
        Assert.False(crypto.SignatureMatches(query with { MsgSignature = new string('签', 40) }, encrypt));
        Assert.False(crypto.SignatureMatches(query with { Nonce = new string('n', 100_000) }, encrypt));
        Assert.False(crypto.SignatureMatches(query, encrypt.AsSpan(1)));
    }

    [Theory, MemberData(nameof(Negatives))]
    public void What_is_not_in_order_is_refused_for_the_right_reason(string id, RefusedBecause expected)
    {
        var negative = CryptoVectors.All.Negatives.Single(vector => vector.Id == id);
        var crypto = new CallbackCrypto(negative.Token, negative.EncodingAesKey, negative.ReceiveId);
        var encrypt = Encoding.UTF8.GetBytes(negative.Encrypt);

        var isSigned = crypto.SignatureMatches(new CallbackQuery(negative.MsgSignature, negative.Timestamp, negative.Nonce), encrypt);

        Assert.Equal(expected != RefusedBecause.SignatureDoesNotMatch, isSigned);
        if (isSigned)
        {
            Assert.False(crypto.TryOpen(encrypt, out _, out var why));
            Assert.Equal(expected, why);
        }
    }

    [Fact]
    public void Every_negative_vector_has_its_reason_here() =>
        Assert.Equal(
            CryptoVectors.All.Negatives.Select(negative => negative.Id).Order(),
            Negatives.Select(row => row.Data.Item1).Order());

    [Theory, MemberData(nameof(KeyChecks))]
    public void A_key_is_43_letters_and_digits(string key, bool isValid) =>
        Assert.Equal(isValid, EncodingAesKey.TryRead(key, out _));

    [Fact]
    public void Upper_case_sorts_before_lower_case_as_bytes_do_and_cultures_do_not()
    {
        var vector = CryptoVectors.ById("gen-ordinal-sort");

        Assert.Equal(vector.MsgSignature, CryptoOf(vector).Sign(vector.Timestamp!, vector.Nonce!, vector.Encrypt));
    }

    [Fact]
    public void Whatever_is_sealed_opens_again_whatever_its_length() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char.AlphaNumeric, 0, 40], Gen.String[Gen.Char.AlphaNumeric, 0, 30]).Sample((text, receiveId, nonce) =>
        {
            var message = Encoding.UTF8.GetBytes(text);
            var crypto = new CallbackCrypto("token", Key, receiveId);

            var sealedMessage = crypto.Seal(message, "1790000000", nonce);
            var encrypt = Encoding.UTF8.GetBytes(sealedMessage.Encrypt);

            Assert.True(crypto.SignatureMatches(new CallbackQuery(sealedMessage.Signature, "1790000000", nonce), encrypt));
            Assert.True(crypto.TryOpen(encrypt, out var opened, out _));
            Assert.Equal(message, opened.ToArray());
        });

    [Fact]
    public void Garbage_never_opens_and_never_throws() =>
        Gen.Byte.Array[0, 200].Sample(garbage =>
        {
            var crypto = new CallbackCrypto("token", Key, "ww0f1e2d3c4b5a6978");

            Assert.False(crypto.TryOpen(garbage, out _, out _));
            Assert.False(crypto.TryOpen(Encoding.UTF8.GetBytes(Convert.ToBase64String(garbage)), out _, out _));
        });

    [Fact]
    public void A_robots_picture_opens_whatever_its_length() =>
        Gen.Byte.Array[0, 100].Sample(picture =>
        {
            using var aes = Aes.Create();
            aes.Key = Convert.FromBase64String(Key + "=");
            var pad = 32 - (picture.Length % 32);
            byte[] padded = [.. picture, .. Enumerable.Repeat((byte)pad, pad)];
            var cipher = aes.EncryptCbc(padded, aes.Key.AsSpan(0, 16), PaddingMode.None);

            var door = new BotDoor(new CallbackCrypto("token", Key, ""));

            Assert.Equal(picture, door.OpenMedia(cipher));
            Assert.Null(door.OpenMedia(cipher[1..]));
            Assert.Null(door.OpenMedia([]));
        });

    [Fact]
    public void Two_seals_of_one_message_differ()
    {
        var crypto = new CallbackCrypto("token", Key, "");

        Assert.NotEqual(crypto.Seal("{}"u8, "1", "n"), crypto.Seal("{}"u8, "1", "n"));
    }

    [Fact]
    public async Task Many_threads_share_one_crypto()
    {
        var vectors = CryptoVectors.All.Vectors.Where(vector => vector is { Token: "GridBotTok3n", ReceiveId: "", EncodingAesKey: Key }).ToList();
        var crypto = new CallbackCrypto("GridBotTok3n", Key, "");

        await Parallel.ForAsync(0, 2000, TestContext.Current.CancellationToken, (i, _) =>
        {
            var vector = vectors[i % vectors.Count];
            Assert.True(crypto.TryOpen(Encoding.UTF8.GetBytes(vector.Encrypt), out var message, out RefusedBecause _));
            Assert.Equal(vector.Plaintext, Encoding.UTF8.GetString(message.Span));
            return ValueTask.CompletedTask;
        });
    }

    private static CallbackCrypto CryptoOf(CryptoVectors.Vector vector) =>
        new(vector.Token ?? "", vector.EncodingAesKey, vector.ReceiveId);
}
