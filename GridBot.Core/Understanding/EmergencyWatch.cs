namespace GridBot.Core.Understanding;

/// <summary>
/// Whether a text tells of danger to life, here and now. Every line is checked, whatever its intent.
/// A missed fire is worse than a false alarm: a guard must speak plainly before it silences a word.
/// </summary>
/// <remarks>
/// Two listen. What the list of dangers has words for is an alarm unless the model holds it for next to impossible; a word that
/// is often said of something else needs more belief, one that the list marks as certain needs none. The model hears what
/// nobody put on the list; it takes much for danger that is none, so any guard, anywhere in the message, silences it.
/// </remarks>
internal static class EmergencyWatch
{
    /// <summary>How far before a dangerous word 万一 or 以防 still governs it.</summary>
    private const int ReachOfUnreal = 12;

    /// <summary>
    /// So likely must an emergency be, in the model's eyes, that no word of the list tells. Lower bounds find a few dangers
    /// more, and ring the whole ladder for a lift's door that doesn't shut.
    /// </summary>
    private const float Suspicious = 0.45f;

    /// <summary>What is added to something known has mostly been rung for; a turn for the worse must be plain.</summary>
    private const float SuspiciousDetail = 0.7f;

    /// <summary>10栋电梯 names a thing; that something is the matter with it takes more letters.</summary>
    private const int FewestLetters = 6;

    /// <summary>So likely for a word of the list. The bound loses one true alarm in two hundred.</summary>
    private const float Possible = 0.08f;

    /// <summary>So likely for a word that is often said of something else.</summary>
    private const float Credible = 0.2f;

    /// <summary>What makes the model's suspicion idle, wherever it stands.</summary>
    private static readonly Mark[] Guards = [Mark.Drill, Mark.Elsewhere, Mark.Over, Mark.Joking, Mark.Announcing];

    /// <summary>
    /// The alarm of the most particular danger (the order of the list), or null. One message is one accident. A word that is
    /// often said of something else comes last.
    /// </summary>
    public static Finding? Watch(Passage passage)
    {
        Finding? alarm = null;
        foreach (var finding in passage.Findings)
        {
            if (finding.Sense.Meaning == Meaning.Danger && (alarm is not { } first || GoesBefore(finding, first)) && IsReal(passage, finding))
            {
                alarm = finding;
            }
        }

        return alarm;
    }

    /// <summary>Whether the model can take a word of the list for what it says, also one that is often said of something else (救命, 心梗).</summary>
    /// <param name="share">
    /// How likely it tells of an emergency now, 0 to 1: in whatever intent, for notices and details tell of fires, too.
    /// </param>
    public static bool Upholds(Finding danger, float share) =>
        danger.Phrase.Certain || share >= (danger.Phrase.Weak ? Credible : Possible);

    /// <summary>
    /// Whether the model alone makes an alarm: it hears a report or a detail, and nothing says that it isn't in earnest. What a
    /// rule is certain of is suspected of nothing: who is hurt at home is for a few to know.
    /// </summary>
    /// <param name="intent">What the message wants if there is no alarm.</param>
    /// <param name="share">How likely it is a report or a detail, and tells of an emergency, 0 to 1.</param>
    public static bool Suspects(Passage passage, IntentGuess intent, float share)
    {
        var bound = intent switch
        {
            { IsCertain: true } => float.MaxValue,
            { Intent: Intent.Report or Intent.Dispute } => Suspicious,
            { Intent: Intent.Supplement } => SuspiciousDetail,
            _ => float.MaxValue,
        };
        if (share < bound || passage.Core.Length < FewestLetters)
        {
            return false;
        }

        foreach (var guard in Guards)
        {
            if (passage.Says(guard))
            {
                return false;
            }
        }

        // The list knows the word, and what stands around it has silenced it.
        foreach (var finding in passage.Findings)
        {
            if (finding.Sense.Meaning == Meaning.Danger)
            {
                return false;
            }
        }

        return passage.Has(Mark.Again) || !passage.Has(Mark.Past) || passage.Says(Mark.Present);
    }

    private static bool GoesBefore(in Finding finding, in Finding other) => Doubt(finding) == Doubt(other)
        ? finding.Sense.Value < other.Sense.Value
        : Doubt(finding) < Doubt(other);

    private static int Doubt(in Finding finding) => finding.Phrase.Certain ? 0 : finding.Phrase.Weak ? 2 : 1;

    /// <summary>Whether what is said happens in earnest, here and now, and isn't over.</summary>
    public static bool IsReal(Passage passage, Finding danger) =>
        !danger.IsSilenced
        && (danger.Key == danger.Start || !Negation.Before(passage.Text, danger.Key))
        && !passage.Says(Mark.Drill)
        && !passage.Says(Mark.Elsewhere)
        && !passage.Has(Mark.Joking)
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
