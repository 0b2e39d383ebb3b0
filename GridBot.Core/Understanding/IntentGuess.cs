namespace GridBot.Core.Understanding;

/// <summary>
/// What a message wants and how sure that is. The seam for a trained model: it may be asked wherever the rules
/// are not certain, and never where they are.
/// </summary>
internal readonly record struct IntentGuess(Intent Intent, double Confidence, bool IsCertain)
{
    public static IntentGuess Certain(Intent intent) => new(intent, 1, true);

    public static IntentGuess Likely(Intent intent, double confidence) => new(intent, confidence, false);
}
