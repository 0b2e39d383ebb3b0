using GridBot.Core.Issues;

namespace GridBot.Core.Understanding;

/// <summary>Turns a report into its problems, emergencies first.</summary>
internal sealed class ProblemReader(CategoryTree tree, CategoryWords words, UrgencyRules urgency, Judge judge)
{
    private readonly Discretion _discretion = new(tree, words);

    /// <param name="place">Where the sender's own words say it is, when the passage is what they quoted.</param>
    public IReadOnlyList<Problem> Read(
        Passage passage, Alarm? alarm, PlaceReading? place, Utterance utterance, PlaceIndex places, WholeGuess judged)
    {
        var stretches = ProblemSplitter.Split(passage, words, judged.Said, alarm);
        var alone = stretches.Count == 1;
        var whole = PlaceReader.Read(passage, passage.Opening, passage.Text.Length, utterance, places);
        whole = whole is null or { Inferred: true } && place is { Inferred: false } ? place : whole;

        var problems = new List<Problem>(stretches.Count);
        foreach (var stretch in stretches)
        {
            var text = ForwardMarks.Clean(alone ? passage.Original : passage.Original[stretch.Start..stretch.End]);
            var holdsAlarm = alarm is { } a && a.Start >= stretch.Start && a.Start < stretch.End;
            var where = alone ? whole : PlaceOf(passage, stretch, utterance, places, whole);
            if (holdsAlarm)
            {
                problems.Insert(0, Emergency(alarm!.Value, stretch.Guess, where, text));
            }
            else if (alarm is not { } danger || stretch.Guess.Category != danger.Category)
            {
                var guess = _discretion.Judged(
                    alone ? judged.Judged : judge.CategoryOf(passage, stretch.Start, stretch.End), passage, stretch.Start, stretch.End);
                problems.Add(new Problem(
                    guess.Category.Code, guess.Subcategory?.Code,
                    urgency.Of(guess, passage, stretch.Start, stretch.End, utterance.At, alone ? judged.Urgency : null),
                    where, text, guess.Confidence, guess.Alternatives) { IsSure = guess.IsSure });
            }
        }

        // A danger told inside a forward mark ("3栋着火：快来") lies before every stretch.
        if (alarm is { } untold && problems.TrueForAll(static p => p.Urgency != Urgency.Emergency))
        {
            problems.Insert(0, Emergency(untold, stretches[0].Guess, whole, passage.Original.Trim()));
        }

        return AreaProblems.Fold(problems, tree, places.Roster);
    }

    private static Problem Emergency(Alarm alarm, CategoryGuess guess, PlaceReading? place, string text)
    {
        string[] others = guess.Score > 0 && guess.Category != alarm.Category ? [guess.Category.Code] : [];
        return new Problem(alarm.Category.Code, alarm.Subcategory, Urgency.Emergency, place, text, 0.95, others);
    }

    /// <summary>A stretch without a place of its own lies where the message as a whole does.</summary>
    private static PlaceReading? PlaceOf(Passage passage, Stretch stretch, Utterance utterance, PlaceIndex places, PlaceReading? whole)
    {
        var own = PlaceReader.Read(passage, stretch.Start, stretch.End, utterance, places);
        return own is { Inferred: false } ? own : whole is null ? own : whole with { Detail = own?.Detail ?? (whole.Inferred ? null : whole.Detail) };
    }
}
