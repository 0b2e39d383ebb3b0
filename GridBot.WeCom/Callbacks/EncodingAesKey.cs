namespace GridBot.WeCom.Callbacks;

/// <summary>The EncodingAESKey as the admin console shows it: 43 letters and digits that stand for 32 bytes (WeCom doc 90968).</summary>
public static class EncodingAesKey
{
    public const int Characters = 43;

    public const int Bytes = 32;

    /// <summary>
    /// Reads the key, or says that it is none. The last character carries two spare bits that need not be zero, which
    /// strict base64 readers refuse; WeCom does not mind, and neither does this.
    /// </summary>
    public static bool TryRead(string? text, out byte[] key)
    {
        key = [];
        if (text is not { Length: Characters })
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                return false;
            }
        }

        key = Convert.FromBase64String(text + "=");
        return key.Length == Bytes;
    }
}
