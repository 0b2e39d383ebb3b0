namespace GridBot.Core.Understanding.Likeness;

/// <summary>
/// The letters of a text, and the pieces of neighbouring letters that two texts may share, as hashes. Full-width signs,
/// capitals and punctuation make no difference.
/// </summary>
internal static class Pieces
{
    /// <summary>Longer texts are compared by their beginning.</summary>
    public const int MostLetters = 600;

    public static string Letters(string text)
    {
        Span<char> letters = stackalloc char[MostLetters];
        var count = 0;
        foreach (var c in text)
        {
            var plain = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
            if (char.IsLetterOrDigit(plain) && count < MostLetters)
            {
                letters[count++] = char.ToLowerInvariant(plain);
            }
        }

        return new string(letters[..count]);
    }

    /// <summary>The hashes of all pieces of one length, in their order.</summary>
    public static uint[] Of(string letters, int length)
    {
        var hashes = new uint[Math.Max(0, letters.Length - length + 1)];
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = At(letters, i, length);
        }

        return hashes;
    }

    /// <summary>The hash of the piece of this length at this place.</summary>
    public static uint At(string letters, int start, int length)
    {
        var hash = 2166136261u + (uint)length;
        for (var i = start; i < start + length; i++)
        {
            hash = Mix(hash, letters[i]);
        }

        return Settle(hash);
    }

    /// <summary>The first and the third of three letters: 金领公寓 and 金邻公寓 share 金…公.</summary>
    public static uint Around(string letters, int start) => Settle(Mix(Mix(2166136261u + 77, letters[start]), letters[start + 2]));

    private static uint Mix(uint hash, char letter) => (hash ^ letter) * 16777619u;

    private static uint Settle(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 0x85EBCA6Bu;
        return hash ^ (hash >> 13);
    }
}
