namespace GridBot.Handlers.Settings.Yaml;

/// <summary>Finds the word that a misspelt one was probably meant to be.</summary>
public static class Closest
{
    /// <summary>"，是不是想写“levels”？", or nothing when no known word is near.</summary>
    public static string Hint(string written, IEnumerable<string> known)
    {
        var best = known
            .Where(word => Math.Abs(word.Length - written.Length) <= 2 && !DifferOnlyInDigits(written, word))
            .Select(word => (word, distance: Distance(written.ToLowerInvariant(), word.ToLowerInvariant())))
            .OrderBy(candidate => candidate.distance)
            .FirstOrDefault();
        return best.word is not null && best.distance <= Math.Max(1, Math.Min(written.Length, best.word.Length) / 3)
            ? $"，是不是想写“{best.word}”？"
            : "";
    }

    /// <summary>g-7 isn't a misspelt g-1: it's another grid.</summary>
    private static bool DifferOnlyInDigits(string one, string other) =>
        one.Any(char.IsAsciiDigit) && one.Where(c => !char.IsAsciiDigit(c)).SequenceEqual(other.Where(c => !char.IsAsciiDigit(c)));

    /// <summary>Letters added, left out, replaced, or two neighbours swapped.</summary>
    private static int Distance(string one, string other)
    {
        var steps = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                var replaced = steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                steps[i, j] = Math.Min(replaced, Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }
}
