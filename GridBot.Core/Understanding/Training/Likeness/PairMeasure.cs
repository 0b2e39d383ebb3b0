namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>How well given pairs were told apart.</summary>
/// <param name="Pairs">How many there were.</param>
/// <param name="Precision">Of those called the same, how many are.</param>
/// <param name="Recall">Of those that are the same, how many were called so.</param>
/// <param name="AveragePrecision">Whatever the threshold: the precision at each pair that is the same, the surest first, on average.</param>
public sealed record PairMeasure(int Pairs, double Precision, double Recall, double AveragePrecision)
{
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static PairMeasure Of(IReadOnlyCollection<Judgement> judged)
    {
        var (all, called, right) = (judged.Count(j => j.Same), judged.Count(j => j.IsCalled), judged.Count(j => j.Same && j.IsCalled));
        return new PairMeasure(judged.Count, Part(right, called), Part(right, all), AveragePrecisionOf(judged, all));
    }

    /// <param name="Same">What people say.</param>
    /// <param name="IsCalled">Whether they were called the same.</param>
    public readonly record struct Judgement(bool Same, float Score, bool IsCalled);

    private static double AveragePrecisionOf(IEnumerable<Judgement> judged, int all)
    {
        var (average, seen, right) = (0.0, 0, 0);
        foreach (var equals in judged.GroupBy(j => j.Score).OrderByDescending(g => g.Key))
        {
            var more = equals.Count(j => j.Same);
            (seen, right) = (seen + equals.Count(), right + more);
            average += Part(more, all) * Part(right, seen);
        }

        return average;
    }

    private static double Part(int some, int all) => all > 0 ? (double)some / all : 0;
}
