using GridBot.Core.Understanding.Model;

namespace GridBot.Core.Understanding.Training;

/// <summary>How the learner walks. Found by trying on data it had not seen.</summary>
/// <param name="Rounds">How often every example is looked at.</param>
/// <param name="Step">The first step's width.</param>
/// <param name="Cooling">The share of the width that is gone at the end.</param>
/// <param name="Decay">Draws weights towards zero.</param>
/// <param name="SignalValue">What a signal counts; the pieces of a text count 1 together, as a length.</param>
/// <param name="Forget">The share of pieces left out at each look, so that no few of them carry an answer alone.</param>
/// <param name="ForgetSignals">The share of signals left out at each look.</param>
/// <param name="Balance">0: every example counts the same; 1: every answer does, however rare.</param>
/// <param name="Settled">From this share of the rounds on the weights are averaged; at 1 the last ones are taken.</param>
/// <param name="Voices">So many learn with dice of their own, and have the mean of their weights: what one believes by chance counts little.</param>
internal sealed record LearningRates(int Rounds, float Step, float Cooling, float Decay, float SignalValue, float Forget, float ForgetSignals, double Balance, double Settled = 1, int Voices = 1)
{
    /// <summary>Classes have many examples, which need not lean on the word lists.</summary>
    private static readonly LearningRates ForCategories = new(20, 0.25f, 0.5f, 2e-4f, 0.05f, 0.5f, 0.5f, 0.2, 0.4, Voices: 3);

    private static readonly LearningRates ForOthers = new(25, 0.25f, 0.5f, 3e-4f, 0.4f, 0.3f, 0.2f, 0.2);

    public static LearningRates For(Aspect aspect) => aspect == Aspect.Category ? ForCategories : ForOthers;
}
