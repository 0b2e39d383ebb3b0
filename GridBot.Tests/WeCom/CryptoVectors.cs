using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridBot.Tests.WeCom;

/// <summary>Messages sealed by others: Tencent's sample, several SDKs' tests, and Tencent's own package.</summary>
public sealed record CryptoVectors(
    IReadOnlyList<CryptoVectors.Vector> Vectors,
    IReadOnlyList<CryptoVectors.Negative> Negatives,
    [property: JsonPropertyName("encoding_aes_key_checks")] IReadOnlyList<CryptoVectors.KeyCheck> KeyChecks)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public sealed record Vector(
        string Id, string Kind, string Channel, string? Token, string EncodingAesKey, string ReceiveId, string? Timestamp,
        string? Nonce, [property: JsonPropertyName("random16_hex")] string Random16, string Plaintext, string Encrypt,
        string? MsgSignature, Http? Http);

    public sealed record Http(string? Query, string? Body, string? ExpectedResponseBody, string? ResponseBody);

    public sealed record Negative(
        string Id, string Token, string EncodingAesKey, string ReceiveId, string Timestamp, string Nonce, string Encrypt,
        string MsgSignature);

    public sealed record KeyCheck(string Key, bool Valid, string Why);

    public static CryptoVectors All { get; } = Load();

    public static Vector ById(string id) => All.Vectors.Single(vector => vector.Id == id);

    private static CryptoVectors Load()
    {
        using var file = typeof(CryptoVectors).Assembly.GetManifestResourceStream("wecom-crypto-vectors.json")!;
        return JsonSerializer.Deserialize<CryptoVectors>(file, SnakeCase)!;
    }
}
