using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using GridBot.Sandbox.Sealing;
using Xunit;

namespace GridBot.Tests.Sandbox;

public sealed class SealTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllBytes(VectorFile())).RootElement;

    public static TheoryData<string> Good => [.. Vectors.GetProperty("vectors").EnumerateArray().Select(v => v.GetProperty("id").GetString()!)];

    public static TheoryData<string> Bad => [.. Vectors.GetProperty("negatives").EnumerateArray().Select(v => v.GetProperty("id").GetString()!)];

    [Theory, MemberData(nameof(Good))]
    public void A_published_packet_opens_and_closes_to_the_same_bytes(string id)
    {
        var vector = Find("vectors", id);
        var seal = SealOf(vector);
        var (encrypt, text) = (Text(vector, "encrypt"), Text(vector, "plaintext"));

        Assert.Equal(text, seal.Open(encrypt, out _));
        Assert.Equal(encrypt, seal.Close(text, Convert.FromHexString(Text(vector, "random16_hex"))));
        if (vector.GetProperty("msg_signature").GetString() is { } signature)
        {
            Assert.Equal(signature, seal.Sign(Text(vector, "timestamp"), Text(vector, "nonce"), encrypt));
        }
    }

    [Theory, MemberData(nameof(Bad))]
    public void A_packet_with_anything_wrong_stays_shut(string id)
    {
        var vector = Find("negatives", id);
        var seal = SealOf(vector);
        var signed = seal.Sign(Text(vector, "timestamp"), Text(vector, "nonce"), Text(vector, "encrypt")) == Text(vector, "msg_signature");

        Assert.False(signed && seal.Open(Text(vector, "encrypt"), out _) is not null);
    }

    [Fact]
    public void A_key_is_43_letters_and_digits()
    {
        foreach (var check in Vectors.GetProperty("encoding_aes_key_checks").EnumerateArray())
        {
            Assert.Equal(check.GetProperty("valid").GetBoolean(), Seal.IsKey(Text(check, "key")));
        }
    }

    [Fact]
    public void A_file_is_only_enciphered()
    {
        var seal = new Seal("t", "Gr1dB0tTestKeyGr1dB0tTestKeyGr1dB0tTestKey0", "");

        Assert.Equal(64, seal.CloseFile(Encoding.UTF8.GetBytes(new string('x', 32))).Length);
    }

    private static Seal SealOf(JsonElement vector) =>
        new(Text(vector, "token"), Text(vector, "encoding_aes_key"), vector.TryGetProperty("receive_id", out var id) ? id.GetString()! : "");

    private static JsonElement Find(string list, string id) =>
        Vectors.GetProperty(list).EnumerateArray().First(v => Text(v, "id") == id);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string VectorFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "wecom-crypto-vectors.json");
}
