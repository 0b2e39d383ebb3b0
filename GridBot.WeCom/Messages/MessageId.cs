using System.Security.Cryptography;
using System.Text;

namespace GridBot.WeCom.Messages;

/// <summary>Ids by which a repeated delivery is known, kept short enough for an index.</summary>
internal static class MessageId
{
    private const int Longest = 128;

    public static string Of(string given) =>
        given.Length <= Longest ? given : OfContent(Encoding.UTF8.GetBytes(given));

    /// <summary>For what has no id at all: WeCom repeats a message with the same content.</summary>
    public static string OfContent(ReadOnlySpan<byte> content) =>
        "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));
}
