namespace GridBot.Core.Understanding;

/// <summary>
/// Whether a text tells of danger to life, here and now. Every line is checked, whatever its intent.
/// A missed fire is worse than a false alarm: a guard must speak plainly before it silences a word.
/// </summary>
internal static class EmergencyWatch
{
    /// <summary>How far before a dangerous word 万一 or 以防 still governs it.</summary>
    private const int ReachOfUnreal = 12;

    /// <summary>The alarm of the most particular danger (the order of the list), or null. One message is one accident.</summary>
    public static Finding? Watch(Passage passage)
    {
        Finding? alarm = null;
        foreach (var finding in passage.Findings)
        {
            if (finding.Sense.Meaning == Meaning.Danger && (alarm is null || finding.Sense.Value < alarm.Value.Sense.Value)
                && IsReal(passage, finding))
            {
                alarm = finding;
            }
        }

        return alarm;
    }

    /// <summary>Whether what is said happens in earnest, here and now, and isn't over.</summary>
    public static bool IsReal(Passage passage, Finding danger) =>
        !danger.IsSilenced
        && (danger.Key == danger.Start || !Negation.Before(passage.Text, danger.Key))
        && !passage.Says(Mark.Drill)
        && !passage.Has(Mark.Elsewhere)
        && !IsUnreal(passage, danger)
        && (passage.Has(Mark.Again) || !((passage.Has(Mark.Past) && !passage.Says(Mark.Present)) || passage.Says(Mark.Over)));

    private static bool IsUnreal(Passage passage, Finding danger)
    {
        if (!passage.Has(Mark.Unreal))
        {
            return false;
        }

        var clause = Clauses.Around(passage.Text, danger.Start).Start;
        foreach (var finding in passage.Findings)
        {
            if (finding.Is(Mark.Unreal) && finding.Start < danger.Key && finding.End <= danger.End
                && finding.Start >= clause && finding.End >= danger.Start - ReachOfUnreal)
            {
                return true;
            }
        }

        return false;
    }
}
