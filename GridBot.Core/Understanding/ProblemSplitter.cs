namespace GridBot.Core.Understanding;

/// <summary>A stretch of a passage that tells of one matter.</summary>
internal readonly record struct Stretch(int Start, int End, CategoryGuess Guess);

/// <summary>Finds out whether a message tells of one matter or of several: the same matter told twice is one.</summary>
internal static class ProblemSplitter
{
    private const int MostMatters = 4;

    /// <summary>Below this a clause only goes on about the matter before it.</summary>
    private const double StandsAlone = 2;

    private const double TroubleWeighs = 1.1;

    public static List<Stretch> Split(Passage passage, CategoryWords words)
    {
        var stretches = new List<Stretch>();
        foreach (var (start, end) in Clauses.Of(passage.Text, passage.Opening))
        {
            var guess = words.Guess(passage, start, end);
            var weight = guess.Score + (guess.Score > 0 && passage.Has(Mark.Trouble, start, end) ? TroubleWeighs : 0);
            if (stretches.Count > 0 && (weight < StandsAlone || IsKnown(stretches, guess) || stretches.Count == MostMatters))
            {
                stretches[^1] = stretches[^1] with { End = end };
            }
            else if (weight >= StandsAlone)
            {
                stretches.Add(new Stretch(stretches.Count == 0 ? passage.Opening : start, end, guess));
            }
        }

        return stretches.Count > 1 ? stretches : [new Stretch(passage.Opening, passage.Text.Length, words.Guess(passage, passage.Opening, passage.Text.Length))];
    }

    private static bool IsKnown(List<Stretch> stretches, CategoryGuess guess) =>
        stretches.Exists(s => s.Guess.Category == guess.Category || s.Guess.Alternatives.Contains(guess.Category.Code));
}
