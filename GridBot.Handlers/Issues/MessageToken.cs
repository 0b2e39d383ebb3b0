using System.Security.Cryptography;
using System.Text;

namespace GridBot.Handlers.Issues;

/// <summary>A short name of a message for task_ids: 16 hex digits, the same for the same message.</summary>
internal static class MessageToken
{
    public static string Of(string messageId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(messageId), hash);
        return Convert.ToHexStringLower(hash[..8]);
    }
}
