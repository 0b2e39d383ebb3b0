namespace GridBot.Core.Understanding.Training;

/// <summary>An example as the learner sees it: rows of pieces of text, which share one length of 1, and rows of signals.</summary>
internal readonly record struct FeatureRow(int[] Grams, int[] Signals)
{
    public float Share => Grams.Length == 0 ? 0 : 1 / MathF.Sqrt(Grams.Length);
}
