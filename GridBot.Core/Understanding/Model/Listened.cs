namespace GridBot.Core.Understanding.Model;

/// <summary>A stretch of a passage with what the rules make of it: what the model looks at.</summary>
/// <param name="From">The stretch is [From, To) of the passage's text.</param>
/// <param name="Words">The class by the word lists alone.</param>
/// <param name="Rule">The intent by the rules alone.</param>
/// <param name="Told">How much the words tell of something being wrong, see <see cref="ReportWeight"/>.</param>
/// <param name="Role">A position in <see cref="Codes.Roles"/>; -1 when nobody knows who wrote.</param>
/// <param name="Before">The line before it in the same thread, or what it quotes.</param>
internal readonly record struct Listened(
    Passage Passage, int From, int To, CategoryGuess Words, IntentGuess Rule, double Told, Finding? Alarm, int Role, Passage? Before)
{
    public static Listened Whole(Passage passage, CategoryWords words, Finding? alarm, int role, Passage? before)
    {
        var guess = words.Guess(passage, passage.Opening, passage.Text.Length);
        var told = ReportWeight.Of(passage, guess);
        var rule = IntentRules.Decide(passage, guess, told, words.Confided(passage, passage.Opening, passage.Text.Length));
        return new Listened(passage, 0, passage.Text.Length, guess, rule, told, alarm, role, before);
    }

    /// <summary>One of several problems: the same speaker's words, but only these.</summary>
    public static Listened Part(Passage passage, int from, int to, CategoryWords words)
    {
        var guess = words.Guess(passage, from, to);
        return new Listened(
            passage, from, to, guess, IntentGuess.Likely(Intent.Report, 0.9), ReportWeight.Of(passage, guess), Alarm: null, Role: -1, Before: null);
    }
}
