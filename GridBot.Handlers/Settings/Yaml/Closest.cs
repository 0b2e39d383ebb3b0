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

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[other.Length];
    }
}
