using GridBot.Core.Understanding.Likeness;

namespace GridBot.Core.Understanding.Training.Likeness;

/// <summary>Every message judged by a model that has seen no message of its matter: where thresholds come from, and what is measured.</summary>
internal sealed class Unseen
{
    /// <summary>What is linked or merged must be right so often: done wrongly it hides somebody's trouble.</summary>
    private const double RightEnough = 0.92;

    private const int Steps = 100;

    private static readonly float[] Thresholds = [.. Enumerable.Range(1, Steps - 1).Select(s => s / (float)Steps)];

    private readonly List<(JudgedPair Pair, float Score)> _pairs;
    private readonly List<(JudgedStream Stream, IReadOnlyList<(int Number, float Score)?> Likest)> _streams;

    public Unseen(IReadOnlyList<JudgedPair> pairs, IReadOnlyList<JudgedStream> streams, Func<string, LikenessModel> modelFor)
    {
        _pairs = [.. pairs.AsParallel().AsOrdered().Select(p => (p, modelFor(p.One.Id).Score(p.One.Matter, p.Other.Matter)))];
        _streams = [.. streams.AsParallel().AsOrdered().Select(s => (s, LinkMeasure.Likest(s.Messages, m => modelFor(m.Named.Id))))];
    }

    /// <summary>Where precision and recall together (F1) should be best, or the first that are right often enough; 1 where none is.</summary>
    public LikenessThresholds Found => new(
        BestSame(isBrief: true), BestSame(isBrief: false),
        Thresholds.FirstOrDefault(t => Measure(_pairs.Where(j => !j.Pair.IsBrief), _ => t).Precision >= RightEnough, 1),
        RightLinks(f => f == PairForm.TitlesAndDetails), RightLinks(f => f != PairForm.TitlesAndDetails));

    public IReadOnlyDictionary<PairForm, PairMeasure> Pairs(LikenessThresholds thresholds) => _pairs
        .GroupBy(j => j.Pair.Form).ToDictionary(g => g.Key, g => Measure(g, p => thresholds.SameOf(p.One.Matter, p.Other.Matter)));

    public IReadOnlyDictionary<PairForm, LinkMeasure> Links(LikenessThresholds thresholds) => _streams
        .Select(s => s.Stream.Form).Distinct().ToDictionary(form => form, form => Links(f => f == form, thresholds));

    /// <summary>
    /// Half of the best F1: there F1 is best for scores that are as likely as they say. The threshold that was best here
    /// hangs on a handful of pairs, and does worse on others.
    /// </summary>
    private float BestSame(bool isBrief)
    {
        var f1 = Thresholds.Max(t => Measure(_pairs.Where(j => j.Pair.IsBrief == isBrief), _ => t).F1);
        return f1 > 0 ? (float)f1 / 2 : 1;
    }

    private float RightLinks(Func<PairForm, bool> forms) =>
        Thresholds.FirstOrDefault(t => Links(forms, new LikenessThresholds(0, 0, 0, t, t)).Precision >= RightEnough, 1);

    private static PairMeasure Measure(IEnumerable<(JudgedPair Pair, float Score)> some, Func<JudgedPair, float> threshold) =>
        PairMeasure.Of([.. some.Select(j => new PairMeasure.Judgement(j.Pair.Same, j.Score, j.Score >= threshold(j.Pair)))]);

    private LinkMeasure Links(Func<PairForm, bool> forms, LikenessThresholds thresholds) => _streams
        .Where(s => forms(s.Stream.Form)).Select(s => LinkMeasure.Of(s.Stream.Messages, s.Likest, thresholds))
        .Aggregate(new LinkMeasure(0, 0, 0, 0), (one, other) => one + other);
}
