namespace GridBot.Core.Understanding;

/// <summary>A stretch of a passage that tells of one matter.</summary>
internal readonly record struct Stretch(int Start, int End, CategoryGuess Guess);

/// <summary>Finds out whether a message tells of one matter or of several: the same matter told twice is one.</summary>
internal static class ProblemSplitter
{
    private const int MostMatters = 4;

    private static readonly string[] Additions = ["另外", "还有", "同时", "顺便", "以及", "而且", "也", "再", "又"];

    /// <summary>Below this a clause only goes on about the matter before it.</summary>
    private const double StandsAlone = 1.95;

    private const double TroubleWeighs = 1;

    /// <summary>Beside an emergency only what speaks for itself is a matter of its own.</summary>
    private const double StandsBesideAlarm = 3;

    /// <param name="said">The class of the message as a whole.</param>
    /// <param name="alarm">The clause of an emergency is a matter of its own; what belongs to its class is the same matter.</param>
    public static List<Stretch> Split(Passage passage, CategoryWords words, CategoryGuess said, Alarm? alarm)
    {
        var stretches = new List<Stretch>(1);
        var needed = alarm is null ? StandsAlone : StandsBesideAlarm;
        for (var at = passage.Opening; Clauses.Next(passage.Text, ref at, out var start);)
        {
            var end = at;
            var guess = words.Guess(passage, start, end);
            var weight = guess.Score + (guess.Score > 0 && passage.Has(Mark.Trouble, start, end) ? TroubleWeighs : 0);
            if (alarm is { } danger && danger.Start >= start && danger.Start < end)
            {
                stretches.Add(new Stretch(stretches.Count == 0 ? passage.Opening : start, end, guess with { Category = danger.Category }));
            }
            else if (stretches.Count > 0 && (weight < needed || GoesOn(passage, start, end) || IsKnown(stretches, guess, passage, start, end) || stretches.Count == MostMatters))
            {
                stretches[^1] = stretches[^1] with { End = end };
            }
            else if (weight >= (guess.Category == alarm?.Category ? double.MaxValue : StandsAlone))
            {
                stretches.Add(new Stretch(stretches.Count == 0 ? passage.Opening : start, end, guess));
            }
        }

        return stretches.Count > 1 ? stretches : [new Stretch(passage.Opening, passage.Text.Length, said)];
    }

    /// <summary>The same class again is the same matter, unless it is said of another building.</summary>
    private static bool IsKnown(List<Stretch> stretches, CategoryGuess guess, Passage passage, int start, int end)
    {
        foreach (var stretch in stretches)
        {
            if (stretch.Guess.Category == guess.Category || stretch.Guess.Alternatives.Contains(guess.Category.Code))
            {
                return !NamesAnotherBuilding(passage, stretches[0].Start, start, end);
            }
        }

        return false;
    }

    /// <summary>What follows a comma without a word of addition and without a place of its own is what came of it.</summary>
    private static bool GoesOn(Passage passage, int start, int end) =>
        start > 0 && passage.Text[start - 1] is ',' or ' ' && !HasAddition(passage.Text.AsSpan(start, end - start)) && !NamesABuilding(passage, start, end);

    private static bool HasAddition(ReadOnlySpan<char> clause)
    {
        foreach (var addition in Additions)
        {
            if (clause.IndexOf(addition) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesABuilding(Passage passage, int start, int end)
    {
        foreach (var number in passage.Numbers)
        {
            if (number.Kind == MentionKind.Building && number.Start >= start && number.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesAnotherBuilding(Passage passage, int from, int start, int end)
    {
        if (!NamesABuilding(passage, start, end))
        {
            return false;
        }

        var before = passage.Numbers.FindAll(n => n.Kind == MentionKind.Building && n.Start >= from && n.End <= start);
        return before.Count > 0 && passage.Numbers.Exists(n =>
            n.Kind == MentionKind.Building && n.Start >= start && n.End <= end && !before.Exists(b => b.Key == n.Key));
    }
}
