namespace GridBot.Core.Understanding.Training;

/// <summary>Makes a probability mean what it says: of a hundred answers at 0.8, eighty are right.</summary>
internal static class Calibration
{
    private const double Precision = 0.95;

    /// <summary>With fewer answers above it, a threshold rests on luck.</summary>
    private const int FewestAnswers = 20;

    /// <summary>By what the scores are divided so that the right answers are least surprising.</summary>
    public static float Temperature(IReadOnlyList<(float[] Scores, ulong Right)> unseen)
    {
        var (best, least) = (1f, double.MaxValue);
        for (var percent = 10; percent <= 400; percent += percent < 60 ? 2 : 5)
        {
            var surprise = unseen.Sum(u => -Math.Log(Math.Max(RightShare(u.Scores, u.Right, percent / 100f), 1e-6)));
            (best, least) = surprise < least - 1e-6 ? (percent / 100f, surprise) : (best, least);
        }

        return best;
    }

    /// <summary>The lowest confidence from which on 95 of 100 first answers are right; 1.01 when there is none.</summary>
    /// <param name="againstSecond">Confidence is the first answer's share of what the two likeliest have; else its share of all.</param>
    public static float Threshold(IReadOnlyList<(float[] Scores, ulong Right)> unseen, float temperature, bool againstSecond)
    {
        var answers = unseen.Select(u => First(u.Scores, u.Right, temperature, againstSecond)).OrderByDescending(a => a.Confidence).ToList();
        var (threshold, right) = (1.01f, 0);
        for (var i = 0; i < answers.Count; i++)
        {
            right += answers[i].IsRight ? 1 : 0;
            threshold = i + 1 >= FewestAnswers && right >= Precision * (i + 1) ? answers[i].Confidence : threshold;
        }

        return threshold;
    }

    private static double RightShare(float[] scores, ulong right, float temperature)
    {
        var largest = scores.Max();
        var (sum, share) = (0.0, 0.0);
        for (var k = 0; k < scores.Length; k++)
        {
            var p = Exponential.Of((scores[k] - largest) / temperature);
            sum += p;
            share += (right >> k & 1) != 0 ? p : 0;
        }

        return share / sum;
    }

    private static (float Confidence, bool IsRight) First(float[] scores, ulong right, float temperature, bool againstSecond)
    {
        var best = Array.IndexOf(scores, scores.Max());
        var share = RightShare(againstSecond ? [.. scores.OrderDescending().Take(2)] : scores, 1UL << (againstSecond ? 0 : best), temperature);
        return ((float)share, (right >> best & 1) != 0);
    }
}
